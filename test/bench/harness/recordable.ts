import type { BenchOptions } from './bench.js';

/** Below this, nothing is written down. Minutes: what the row of the memory promises. */
export const LEAST = { repeats: 3, seconds: 4, minutes: 30 } as const;

/** Why what will be measured must not be written down; null where it may. */
export function refusalOf(commit: string, options: Pick<BenchOptions, keyof typeof LEAST>): string | null {
  if (commit.endsWith('+')) return 'files of the program differ from the commit, so no commit would have these figures';
  const short = (['repeats', 'seconds', 'minutes'] as const).find((name) => options[name] < LEAST[name]);
  return short === undefined ? null : `--${short} ${options[short]} is less than the ${LEAST[short]} of a figure`;
}
