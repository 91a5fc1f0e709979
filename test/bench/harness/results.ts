import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { publish } from '../../figures/lines.js';
import { withSection } from '../../figures/section.js';
import type { Group, GroupRun } from './group.js';
import type { RowRun } from './run-row.js';
import { shortTable } from './short-table.js';
import { type Results, table } from './table.js';

/** One row each: `[{ id, figure, limit, ratio, goal, met, spread, durability, commit, … }]`. */
const JSON_FILE = 'docs/benchmarks.json';
const GROUPS_FILE = 'docs/benchmark-groups.json';
const PAGE = 'docs/benchmarks.md';
const README = 'README.md';

/** Puts what was measured into docs/benchmarks.json, docs/benchmarks.md and README's short table; rows that were not run keep what they had. */
export function record(group: Group, { result, notes }: RowRun): void {
  const { groups, rows } = readResults();
  publishResults(group, { groups, rows: merged(rows, result, ({ id }) => id) });
  writeFileSync(PAGE, withSection(readFileSync(PAGE, 'utf8'), result.id, notes.join('\n')));
}

/** The same for how long a whole group took. */
export function recordGroup(group: Group, run: GroupRun): void {
  const { groups, rows } = readResults();
  publishResults(group, { groups: merged(groups, run, ({ group: name }) => name), rows });
}

export function readResults(): Results {
  return { groups: listIn(GROUPS_FILE), rows: listIn(JSON_FILE) };
}

function listIn<Item>(file: string): Item[] {
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Item[]) : [];
}

function publishResults(group: Group, results: Results): void {
  writeFileSync(JSON_FILE, lines(results.rows));
  if (results.groups.length > 0) writeFileSync(GROUPS_FILE, lines(results.groups));
  const page = existsSync(PAGE) ? readFileSync(PAGE, 'utf8') : '# Benchmarks\n';
  writeFileSync(PAGE, withSection(page, group.name, table(group, results)));
  publish(README, 'bench', shortTable(results.rows));
}

const lines = (items: readonly object[]): string =>
  `[\n${items.map((item) => `  ${JSON.stringify(item)}`).join(',\n')}\n]\n`;

function merged<Item>(kept: readonly Item[], fresh: Item, keyOf: (item: Item) => string): Item[] {
  const byKey = new Map([...kept, fresh].map((item) => [keyOf(item), item]));
  return [...byKey].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, item]) => item);
}
