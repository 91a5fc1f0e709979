import { today } from '../../figures/lines.js';
import type { TimingAnswer } from '../timing/compare-timing.js';

/** What the clock told of one route, as docs/abuse-timings.jsonl has it. The last one counts. */
export interface TimingRecord {
  readonly route: string;
  readonly tells: boolean;
  /** Timings of each of the two kinds of referral, in one sample. */
  readonly pairs: number;
  /** One, or two where the first one looked different. */
  readonly samples: readonly string[];
  readonly seed: number;
  readonly date: string;
  readonly commit: string;
}

export function timingOf(
  route: string,
  { pairs, seed }: Pick<TimingRecord, 'pairs' | 'seed'>,
  { differs, samples }: TimingAnswer,
): Omit<TimingRecord, 'commit'> {
  return { route, tells: differs, pairs, samples: samples.map(described), seed, date: today() };
}

const described = ({ z, p, shiftMs, medianMs }: TimingAnswer['samples'][number]): string =>
  `z ${z.toFixed(2)}, p ${p.toFixed(3)}, ${(shiftMs * 1000).toFixed(0)} µs of ${medianMs.toFixed(2)} ms`;

/** Markdown, in the order of the routes. */
export function timingsOf(routes: readonly string[], records: readonly TimingRecord[]): string {
  const last = new Map(records.map((record) => [record.route, record]));
  const measured = routes.flatMap((route) => last.get(route) ?? []);
  const telling = measured.filter(({ tells }) => tells).length;
  return [
    `${measured.length} of ${routes.length} routes timed, ${telling} of them tell that a referral exists.`,
    '',
    '| route | timings of each | samples | tells | measured |',
    '| --- | ---: | --- | --- | --- |',
    ...routes.map((route) => lineOf(route, last.get(route))),
  ].join('\n');
}

function lineOf(route: string, record: TimingRecord | undefined): string {
  if (!record) return `| \`${route}\` | | | | never measured |`;
  const { pairs, samples, tells, seed, date, commit } = record;
  return `| \`${route}\` | ${pairs} | ${samples.join('; ')} | ${tells ? '**yes**' : 'no'} | ${date}, ${commit}, seed ${seed} |`;
}
