/**
 * Divides `total` among lanes by what waits in each: everybody gets the same, and what the small ones do not need goes to
 * the others. So a hot lane fills a request alone, and never pushes another out of it.
 * @returns how many to take of each, in the order given; at least one
 */
export function shareOut(waiting: readonly number[], total: number): number[] {
  const shares = waiting.map(() => 1);
  const smallestFirst = waiting.map((count, index) => ({ count, index })).sort((a, b) => a.count - b.count);
  let left = total;
  smallestFirst.forEach(({ count, index }, done) => {
    const share = Math.max(1, Math.min(count, Math.floor(left / (waiting.length - done))));
    shares[index] = share;
    left = Math.max(0, left - share);
  });
  return shares;
}
