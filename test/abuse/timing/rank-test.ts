/** What the rank test of Mann and Whitney says of two samples. */
export interface RankTest {
  /** How many standard deviations the ranks of the first sample lie above what chance gives. */
  readonly z: number;
  /** Chance of a |z| as large where nothing differs. */
  readonly p: number;
}

/**
 * Compares two samples by rank alone, so that neither a pause of the machine nor the shape of the times counts: only whether one
 * is more often the longer. With more than twenty values each, ties corrected for.
 */
export function rankTest(first: readonly number[], second: readonly number[]): RankTest {
  const [n, m] = [first.length, second.length];
  const all = [...first.map((value) => ({ value, own: true })), ...second.map((value) => ({ value, own: false }))];
  all.sort((a, b) => a.value - b.value);
  let [rankSum, ties] = [0, 0];
  for (let at = 0; at < all.length;) {
    let end = at;
    while (end < all.length && all[end]?.value === all[at]?.value) end += 1;
    const [equal, rank] = [end - at, (at + 1 + end) / 2];
    rankSum += rank * all.slice(at, end).filter(({ own }) => own).length;
    ties += equal ** 3 - equal;
    at = end;
  }
  const total = n + m;
  const variance = ((n * m) / 12) * (total + 1 - ties / (total * (total - 1)));
  const z = variance === 0 ? 0 : (rankSum - (n * (total + 1)) / 2) / Math.sqrt(variance);
  return { z, p: twoSided(z) };
}

/** Area of the normal curve beyond |z|, both sides: Abramowitz and Stegun 7.1.26, to 1.5e-7. */
function twoSided(z: number): number {
  const x = Math.abs(z) / Math.SQRT2;
  const t = 1 / (1 + 0.3275911 * x);
  const series = t * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))));
  return series * Math.exp(-x * x);
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const [low, high] = [sorted[middle - 1], sorted[middle]];
  if (high === undefined) throw new RangeError('the median of nothing');
  return sorted.length % 2 === 1 || low === undefined ? high : (low + high) / 2;
}
