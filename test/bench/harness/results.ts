import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { publish } from '../../figures/lines.js';
import { withSection } from '../../figures/section.js';
import type { Row } from './row.js';
import type { Result, RowRun } from './run-row.js';
import { shortTable } from './short-table.js';

const JSON_FILE = 'docs/benchmarks.json';
const PAGE = 'docs/benchmarks.md';
const README = 'README.md';

/** Puts what was measured into docs/benchmarks.json, docs/benchmarks.md and README's short table; rows that were not run keep what they had. */
export function record(group: string, rows: readonly Row[], runs: readonly RowRun[]): void {
  const results = merged(runs.map(({ result }) => result));
  writeFileSync(JSON_FILE, `[\n${results.map((result) => `  ${JSON.stringify(result)}`).join(',\n')}\n]\n`);
  let page = existsSync(PAGE) ? readFileSync(PAGE, 'utf8') : '# Benchmarks\n';
  page = withSection(page, group, table(rows, results));
  for (const { result, notes } of runs) page = withSection(page, result.id, notes.join('\n'));
  writeFileSync(PAGE, page);
  publish(README, 'bench', shortTable(results));
}

export function readResults(): Result[] {
  return existsSync(JSON_FILE) ? (JSON.parse(readFileSync(JSON_FILE, 'utf8')) as Result[]) : [];
}

function merged(fresh: readonly Result[]): Result[] {
  const byId = new Map([...readResults(), ...fresh].map((result) => [result.id, result]));
  return [...byId.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** Markdown, for the rows of one group, in their order. */
export function table(rows: readonly Row[], results: readonly Result[]): string {
  const byId = new Map(results.map((result) => [result.id, result]));
  const lines = rows.map((row) => lineOf(row, byId.get(row.id)));
  return [
    '| row | measured | figure | limit | ratio | lowest–highest | goal | met | commit |',
    '| --- | --- | --- | --- | --- | --- | --- | --- | --- |',
    ...lines,
  ].join('\n');
}

function lineOf({ id, title, limit, unit }: Row, result: Result | undefined): string {
  const measured = limit === null ? title : `${title} ÷ ${limit}`;
  if (!result) return `| \`${id}\` | ${measured} | | | | | | not measured | |`;
  const { figure, limit: most, ratio, spread, goal, commit } = result;
  const cells = [figure, most ?? '–', ratio ?? '–', spread.join('–'), goal, verdictOf(result)];
  return `| \`${id}\` | ${measured} (${unit}) | ${cells.join(' | ')} | ${commit} |`;
}

function verdictOf({ met, others }: Result): string {
  const verdict = met === null ? '' : met ? 'yes' : '**no**';
  return others > 0 ? `${verdict} (disturbed: others ${Math.round(100 * others)} %)` : verdict;
}
