import type { Result } from './run-row.js';

/** The rows that README shows, in its words. */
const SHOWN: readonly (readonly [id: string, words: string])[] = [
  ['accept.in-process', 'accept, in process / the same rows in bare SQL'],
  ['accept.http-singly', 'accept over HTTP, one command a request / a no-op of the same server'],
  ['accept.http-batches', 'accept over HTTP, batches of 50 / in process'],
  ['growth.accept', 'accept at 5 million rows / at 180,000'],
  ['accept.baseline-singly', 'the whole write path, singly / the documented NestJS way'],
  ['accept.baseline-batches', 'the whole write path, batches of 50 / the documented NestJS way'],
  ['relay.ship', 'relay to Kafka / bare kafkajs'],
  ['project.consume', 'consume to handler / bare kafkajs'],
  ['project.effect', 'a view, each event once / a bare upsert of the same rows'],
  ['project.audit', 'audit append with trees / without'],
  ['project.rebuild', 'rebuild of a view / consuming or COPY alone'],
  ['end-to-end.singly', 'end to end, singly / what the cores would do at the cost of the steps alone'],
  ['end-to-end.batched', 'end to end, batches of 50 / the same'],
  ['end-to-end.p99', 'end to end, p99 at half load / 3 × (disk + broker)'],
  ['accept.urgent-p99', 'p99 of urgent referrals in a flood / idle'],
  ['accept.quiet-p99', 'p99 of a quiet jurisdiction beside a loud one / alone'],
  ['end-to-end.disk', 'bytes on disk / bytes of events'],
  ['growth.memory', 'memory at the end of a steady load / after its first third'],
];

/** Markdown, aligned as prettier does it. */
export function shortTable(results: readonly Result[]): string {
  const byId = new Map(results.map((result) => [result.id, result]));
  const rows = SHOWN.map(([id, words]) => [words, ...cellsOf(byId.get(id)), `\`${id}\``]);
  const table = [['figure / its limit', 'figure', 'ratio', 'goal', 'met', 'row'], ...rows];
  const widths = table[0]?.map((_, column) => Math.max(...table.map((row) => row[column]?.length ?? 0))) ?? [];
  const line = (row: readonly string[]): string =>
    `| ${row.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join(' | ')} |`;
  const [head = [], ...body] = table;
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...body.map(line)].join('\n');
}

function cellsOf(result: Result | undefined): string[] {
  if (!result) return ['', '', '', 'not measured'];
  const { figure, ratio, goal, met, others } = result;
  const verdict = met === null ? '' : met ? 'yes' : 'no';
  return [figure.toLocaleString('en'), String(ratio ?? figure), goal, others > 0 ? `${verdict} (disturbed)` : verdict];
}
