import { today } from '../../figures/lines.js';
import type { Attack } from './attacks/attack.js';
import type { Measured } from './measure-attack.js';
import type { Verdict } from './verdict.js';

/** What others felt of one attack, as docs/abuse.jsonl has it. The last one counts. */
export interface FeltRecord {
  readonly attack: string;
  /** p99 under attack by p99 in quiet: the ratio, between which bounds it lies nine times in ten, and both in milliseconds. */
  readonly submit: string;
  readonly read: string;
  readonly shown: string;
  readonly urgent: string;
  /** The highest memory of any process under attack, by its own in quiet. */
  readonly memory: number;
  readonly failures: number;
  readonly felt: boolean;
  readonly seed: number;
  readonly date: string;
  readonly commit: string;
}

export function recordOf(measured: Measured, seed: number, commit: string): FeltRecord {
  const { attack, submitted, read, shown, urgent, growth, failures, felt } = measured;
  return {
    attack: attack.id,
    submit: ratioOf(submitted),
    read: ratioOf(read),
    shown: ratioOf(shown),
    urgent: ratioOf(urgent),
    memory: Math.round(growth * 100) / 100,
    failures,
    felt,
    seed,
    date: today(),
    commit,
  };
}

const ratioOf = ({ ratio, low, high, quietMs, attackedMs }: Verdict): string =>
  `${ratio.toFixed(2)} (${low.toFixed(2)}–${high.toFixed(2)}; ${quietMs.toFixed(0)} → ${attackedMs.toFixed(0)} ms)`;

/** Markdown, in the order of the attacks. */
export function feltOf(
  attacks: readonly Pick<Attack, 'id' | 'row' | 'what'>[],
  records: readonly FeltRecord[],
): string {
  const last = new Map(records.map((record) => [record.attack, record]));
  const measured = attacks.flatMap(({ id }) => last.get(id) ?? []);
  const felt = measured.filter((record) => record.felt).length;
  return [
    `${measured.length} of ${attacks.length} attacks measured, ${felt} of them felt by others.`,
    '',
    '| row | attack | submit × | read × | shown × | urgent × | memory × | others not served | felt | measured |',
    '| --- | --- | --- | --- | --- | --- | ---: | ---: | --- | --- |',
    ...attacks.map(({ id, row, what }) => lineOf(`| ${row} | ${what} |`, last.get(id))),
  ].join('\n');
}

function lineOf(head: string, record: FeltRecord | undefined): string {
  if (!record) return `${head} | | | | | | | never measured |`;
  const { submit, read, shown, urgent, memory, failures, felt, seed, date, commit } = record;
  return `${head} ${submit} | ${read} | ${shown} | ${urgent} | ${memory} | ${failures} | ${felt ? '**yes**' : 'no'} | ${date}, ${commit}, seed ${seed} |`;
}
