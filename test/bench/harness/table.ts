import type { Group, GroupRun } from './group.js';
import type { Row } from './row.js';
import type { Result } from './run-row.js';

/** As docs/benchmarks.json has it. */
export interface Results {
  /** Only those of which every row was run, in one go. */
  readonly groups: readonly GroupRun[];
  readonly rows: readonly Result[];
}

/** Markdown, for the rows of one group, in their order, and how long all of them took. */
export function table(group: Group, { groups, rows }: Results): string {
  const byId = new Map(rows.map((result) => [result.id, result]));
  return [
    '| row | measured | figure | limit | ratio | lowest–highest | goal | met | commit | repeats | checked by | s |',
    '| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |',
    ...group.rows.map((row) => lineOf(row, byId.get(row.id))),
    '',
    durationOf(
      group,
      groups.find(({ group: name }) => name === group.name),
    ),
  ].join('\n');
}

function lineOf({ id, title, limit, unit }: Row, result: Result | undefined): string {
  const measured = limit === null ? title : `${title} ÷ ${limit}`;
  if (!result) return `| \`${id}\` | ${measured} | | | | | | not measured | | | | |`;
  const { figure, limit: most, ratio, spread, goal, commit, repeats = '', checks = [], seconds = '' } = result;
  const cells = [figure, most ?? '–', ratio ?? '–', spread.join('–'), goal, verdictOf(result)];
  return `| \`${id}\` | ${measured} (${unit}) | ${[...cells, commit, repeats, checks.join(', '), seconds].join(' | ')} |`;
}

function verdictOf({ met, others }: Result): string {
  const verdict = met === null ? '' : met ? 'yes' : '**no**';
  return others > 0 ? `${verdict} (disturbed: others ${Math.round(100 * others)} %)` : verdict;
}

function durationOf({ mostMinutes, longer }: Group, run: GroupRun | undefined): string {
  const bound = mostMinutes === null ? `no bound, ${longer}` : `at most ${mostMinutes} minutes`;
  if (!run) return `The whole group: ${bound}; how long it took in one go was not written down yet.`;
  const verdict = mostMinutes === null ? '' : run.seconds <= 60 * mostMinutes ? ': yes' : ': **no**';
  return `The whole group took ${(run.seconds / 60).toFixed(1)} minutes at ${run.commit} (${bound}${verdict}).`;
}
