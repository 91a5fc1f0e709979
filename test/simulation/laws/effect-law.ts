import { ordinalOf } from '#libs/contracts';
import { groupOf, schemaOf, changesOf, MemoryTables, type AnyRow } from '#libs/projections';
import { agencyViews } from '../../../apps/agency-views/src/agency-views.projection.js';
import { type ReaderKind, views } from '../bus/reader.js';
import type { Outside } from '../bus/outside.js';
import type { Changes } from '../postgres/store.js';
import type { CheckpointRow, EffectRow, ParkedRow, ViewTables } from '../postgres/view-tables.js';
import { checkpointKey } from '../postgres/view-tables.js';
import type { World } from '../world/world.js';
import type { JournalLaw } from './journal-law.js';

interface Handled {
  readonly position: number;
  readonly leaf: Buffer | null;
}

/**
 * What must hold of the consumers after every commit: each event of their topics is applied or parked once, in the order of the
 * lane, as the event that was accepted; a checkpoint stands exactly where the effects are.
 */
export class EffectLaw {
  readonly #world: World;
  readonly #tables: ViewTables;
  readonly #journal: JournalLaw;
  readonly #lanes: number;
  readonly #kinds: readonly ReaderKind[];
  /** Last position handled, by consumer and lane. */
  readonly #at = new Map<string, number>();

  /** @param kinds the consumers of the run */
  constructor({ world, viewTables, lanes }: Outside, journal: JournalLaw, kinds: readonly ReaderKind[]) {
    this.#world = world;
    this.#tables = viewTables;
    this.#lanes = lanes;
    this.#journal = journal;
    this.#kinds = kinds;
  }

  committed(changes: Changes): void {
    const effects = [...(changes.get(this.#tables.effect)?.values() ?? [])] as EffectRow[];
    for (const effect of effects) this.#checkNotBehind(effect);
    const parked = [...(changes.get(this.#tables.parked)?.values() ?? [])] as (ParkedRow | null)[];
    for (const kind of this.#kinds) this.#handled(kind, effects, parked);
    for (const row of (changes.get(this.#tables.checkpoint)?.values() ?? []) as Iterable<CheckpointRow>)
      this.#compareCheckpoint(row);
  }

  /** Nothing of a referral is applied while an earlier event of it is set aside. */
  #checkNotBehind({ consumer, lane, position }: EffectRow): void {
    const event = this.#journal.history(lane)[position - 1]?.event;
    const key = event && (event.meta.leg ?? event.meta.stream);
    const isBehind = [...this.#tables.parked.rows.values()].some(
      (row) =>
        groupOf({ name: row.consumer, version: row.version }) === consumer &&
        row.key === key &&
        row.position < position,
    );
    if (isBehind) this.#world.broken('EFFECT_BEHIND_PARKED', `${consumer} ${lane}/${position}`);
  }

  #handled(kind: ReaderKind, effects: readonly EffectRow[], parked: readonly (ParkedRow | null)[]): void {
    const { name, version } = kind.consumer;
    const group = groupOf(kind.consumer);
    const done = new Map<number, Handled[]>();
    const add = (lane: number, handled: Handled): void => void done.set(lane, [...(done.get(lane) ?? []), handled]);
    for (const { consumer, lane, position, leaf } of effects) if (consumer === group) add(lane, { position, leaf });
    for (const row of parked)
      if (row?.consumer === name && row.version === version) add(row.lane, { position: row.position, leaf: null });
    for (const [lane, each] of done) {
      // Parked events stand between those applied; both come in the order of the lane.
      for (const handled of each.sort((a, b) => a.position - b.position)) this.#next(kind, lane, handled);
    }
  }

  #next({ consumer }: ReaderKind, lane: number, { position, leaf }: Handled): void {
    const key = checkpointKey(consumer.name, consumer.version, lane);
    const before = this.#at.get(key) ?? 0;
    const place = `${key}: ${position} after ${before}`;
    if (position <= before) this.#world.broken('EFFECT_TWICE', place);
    const expected = this.#journal
      .history(lane)
      .slice(before)
      .find(({ event }) => consumer.topics.includes(event.topic));
    if (expected?.event.meta.position !== position) this.#world.broken('EFFECT_OUT_OF_ORDER', place);
    else if (leaf && !leaf.equals(expected.leaf)) this.#world.broken('EFFECT_OF_ANOTHER_EVENT', place);
    this.#at.set(key, Math.max(before, position));
  }

  #compareCheckpoint({ consumer, version, lane, position, letters, stopped, vector }: CheckpointRow): void {
    const key = checkpointKey(consumer, version, lane);
    const at = this.#at.get(key) ?? 0;
    if (position > at) this.#world.broken('CHECKPOINT_AHEAD', `${key} at ${position}, effects at ${at}`);
    if (position < at) this.#world.broken('CHECKPOINT_BEHIND', `${key} at ${position}, effects at ${at}`);
    if (stopped !== null) this.#world.broken('LANE_STOPPED', `${key}: ${stopped}`);
    const parked = [...this.#tables.parked.rows.values()].filter(
      (row) => row.consumer === consumer && row.version === version && row.lane === lane,
    );
    if (parked.length !== letters) this.#world.broken('LETTERS_MISCOUNTED', `${key}: ${letters} of ${parked.length}`);
    const event = this.#journal.history(lane)[position - 1]?.event;
    const wanted = event ? [...event.meta.after] : [];
    if (event) wanted[ordinalOf(event.topic)] = position;
    if (vector.some((each, ordinal) => each !== (wanted[ordinal] ?? 0)))
      this.#world.broken('VECTOR_WRONG', `${key}: ${vector.join()}`);
  }

  /** What some consumer has not handled yet; null when there is nothing. */
  behind(): string | null {
    for (const { consumer } of this.#kinds) {
      for (let lane = 0; lane < this.#lanes; lane++) {
        const key = checkpointKey(consumer.name, consumer.version, lane);
        const last = this.#journal.history(lane).findLast(({ event }) => consumer.topics.includes(event.topic));
        const wanted = last?.event.meta.position ?? 0;
        if ((this.#at.get(key) ?? 0) < wanted) return `${key} at ${this.#at.get(key) ?? 0} of ${wanted}`;
      }
    }
    return null;
  }

  /** Every row of the views is what the accepted events make it, one by one. */
  compareViews(): void {
    if (!this.#kinds.includes(views)) return;
    const { name, version } = agencyViews;
    const parked = new Set(
      [...this.#tables.parked.rows.values()]
        .filter((row) => row.consumer === name && row.version === version)
        .map((row) => `${row.lane}/${row.position}`),
    );
    const expected = new MemoryTables();
    for (let lane = 0; lane < this.#lanes; lane++) {
      for (const { event } of this.#journal.history(lane)) {
        const isShown = agencyViews.topics.includes(event.topic) && !parked.has(`${lane}/${event.meta.position}`);
        if (isShown) expected.apply(changesOf(agencyViews, event));
      }
    }
    for (const table of agencyViews.tables) {
      const shown = [...this.#tables.view(`"${schemaOf(agencyViews)}"."${table.name}"`).rows.values()];
      const [is, wanted] = [dump(shown as AnyRow[]), dump(expected.rows(table))];
      if (is !== wanted) this.#world.broken('VIEW_IS_NOT_FOLD', `${table.name}\n${is}\ninstead of\n${wanted}`);
    }
  }
}

/** Rows as text, whatever form their values travel in. */
function dump(rows: readonly AnyRow[]): string {
  const text = (value: unknown): string | null => {
    if (value === null || value === undefined) return null;
    if (value instanceof Date) return value.toISOString();
    return typeof value === 'string' ? value : JSON.stringify(value);
  };
  const lines = rows.map((row) =>
    JSON.stringify(
      Object.keys(row)
        .sort()
        .map((name) => [name, text(row[name])]),
    ),
  );
  return lines.sort().join('\n');
}
