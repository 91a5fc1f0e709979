import type { Measured } from './measure-attack.js';
import type { Verdict } from './verdict.js';

/** Markdown: what others felt of each attack, of one run. */
export function feltOf(measured: readonly Measured[], { seed, when }: { seed: number; when: string }): string {
  const felt = measured.filter((each) => each.felt).length;
  return [
    `${when}, seed ${seed}: ${measured.length} attacks, ${felt === 0 ? 'none of them felt' : `**${felt} of them felt**`}. Ratios of p99 under attack to p99 in quiet, with the interval in which nine of ten bootstrap samples lie.`,
    '',
    '| row | attack | submit × | read × | memory × | others not served | felt |',
    '| --- | --- | --- | --- | ---: | ---: | --- |',
    ...measured.map(lineOf),
  ].join('\n');
}

function lineOf({ attack: { row, what }, submitted, read, growth, failures, felt }: Measured): string {
  const cells = [ratioOf(submitted), ratioOf(read), growth.toFixed(2), failures, felt ? '**yes**' : 'no'];
  return `| ${row} | ${what} | ${cells.join(' | ')} |`;
}

const ratioOf = ({ ratio, low, high, quietMs, attackedMs }: Verdict): string =>
  `${ratio.toFixed(2)} (${low.toFixed(2)}–${high.toFixed(2)}; ${quietMs.toFixed(0)} → ${attackedMs.toFixed(0)} ms)`;
