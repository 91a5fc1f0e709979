import { decodeEvent, leafOfEvent, NO_LEAF, ordinalOf, type RecordedEvent } from '#libs/contracts';
import { acceptedOf, leg, type Leg } from '#libs/domain';
import { levelNumber, writeState } from '#libs/journal';
import { advance, type LaneVector } from '#libs/kernel';
import type { JournalTableRow, JournalTables } from '../postgres/journal-tables.js';
import type { Changes } from '../postgres/store.js';
import type { World } from '../world/world.js';

interface LaneModel {
  position: number;
  vector: LaneVector;
  head: Buffer;
  acceptedAt: number;
}

/** An event of the journal, with the leaf that proves it. */
export interface Accepted {
  readonly event: RecordedEvent;
  readonly leaf: Buffer;
}

/**
 * What must hold of the journal after every commit: positions are gapless and chained in each lane, `after` says what came
 * before, time never goes back, a command's events come whole and once, each state is the
 * fold of its events, and each clock what its state says.
 */
export class JournalLaw {
  readonly #world: World;
  readonly #tables: JournalTables;
  readonly #lanes = new Map<number, LaneModel>();
  readonly #history = new Map<number, Accepted[]>();
  readonly #commands = new Map<string, RecordedEvent[]>();
  readonly #states = new Map<string, Leg>();

  constructor(world: World, tables: JournalTables) {
    this.#world = world;
    this.#tables = tables;
  }

  /** The lane's events in order: index = position - 1. */
  history(lane: number): readonly Accepted[] {
    return this.#history.get(lane) ?? [];
  }

  /** Events by the digest (hex) of their command's key. */
  eventsOf(digest: string): readonly RecordedEvent[] {
    return this.#commands.get(digest) ?? [];
  }

  committed(changes: Changes): void {
    const added = [...(changes.get(this.#tables.journal)?.values() ?? [])] as JournalTableRow[];
    if (added.length === 0) return;
    added.sort((a, b) => a.lane - b.lane || a.position - b.position);
    const digests = new Set<string>();
    for (const row of added) digests.add(this.#append(row, digests));
    for (const lane of new Set(added.map((row) => row.lane))) this.#compareLane(lane);
    for (const key of new Set(added.map((row) => row.key))) this.#compareState(key);
    for (const digest of digests) this.#checkWhole(digest);
  }

  /** @param own digests of this transaction's commands @returns that of the event's command */
  #append(row: JournalTableRow, own: ReadonlySet<string>): string {
    const place = `${row.lane}/${row.position}`;
    const model = this.#modelOf(row.lane);
    const event = decodeEvent(row);
    const { meta } = event;
    this.#expect(row.position === model.position + 1, 'POSITION_GAP', `${place} after ${model.position}`);
    this.#expect(meta.position === row.position && meta.lane === row.lane, 'POSITION_GAP', `${place} says otherwise`);
    this.#expect(meta.previous.equals(model.head), 'CHAIN_BROKEN', place);
    this.#expect(meta.after.join() === model.vector.join(), 'AFTER_WRONG', `${place}: ${meta.after.join()}`);
    this.#expect(meta.acceptedAt >= model.acceptedAt, 'TIME_WENT_BACK', place);
    const leaf = leafOfEvent(row);
    model.position = row.position;
    model.vector = advance(model.vector, ordinalOf(event.topic), row.position);
    model.head = leaf;
    model.acceptedAt = meta.acceptedAt;
    const history = this.#history.get(row.lane);
    if (history) history.push({ event, leaf });
    else this.#history.set(row.lane, [{ event, leaf }]);
    this.#fold(row.key, event);
    return this.#count(event, own);
  }

  #count(event: RecordedEvent, own: ReadonlySet<string>): string {
    const { command, lane, position } = event.meta;
    const digest = command?.key.toString('hex') ?? '';
    const isFirst = own.has(digest) || !this.#commands.has(digest);
    this.#expect(isFirst && digest !== '', 'COMMAND_TWICE', `${event.type} at ${lane}/${position}`);
    this.#commands.set(digest, [...this.eventsOf(digest), event]);
    return digest;
  }

  #checkWhole(digest: string): void {
    const ordinals = this.eventsOf(digest).map(({ meta }) => meta.ordinal);
    const of = this.eventsOf(digest)[0]?.meta.of ?? 0;
    const whole = Array.from({ length: of }, (_, index) => index + 1).join();
    this.#expect(ordinals.join() === whole, 'COMMAND_IN_PART', `events ${ordinals.join()} of ${of}`);
  }

  #fold(key: string, event: RecordedEvent): void {
    if (event.meta.leg === null) return;
    const before = this.#states.get(key) ?? leg.initialState();
    this.#states.set(key, leg.evolve(before, event, acceptedOf(event.meta)));
  }

  #compareLane(lane: number): void {
    const row = this.#tables.lane.rows.get(String(lane));
    const model = this.#modelOf(lane);
    const same = row?.position === model.position && row.vector.join() === model.vector.join();
    this.#expect(same && row.head.equals(model.head), 'LANE_ROW_WRONG', `lane ${lane} at ${model.position}`);
  }

  #compareState(key: string): void {
    const state = this.#states.get(key);
    if (!state) return;
    const stored = this.#tables.state.rows.get(key)?.state;
    this.#expect(stored === writeState(leg, state), 'STATE_IS_NOT_FOLD', `${key}: ${stored}`);
    const [due, clock] = [leg.due(state), this.#tables.clock.rows.get(key)];
    const same = due ? clock?.at === due.at && clock.level === levelNumber(due.level) : clock === undefined;
    this.#expect(same, 'CLOCK_IS_NOT_DUE', `${key}: ${clock?.at}, not ${due?.at}`);
  }

  #modelOf(lane: number): LaneModel {
    const known = this.#lanes.get(lane) ?? { position: 0, vector: [], head: NO_LEAF, acceptedAt: 0 };
    this.#lanes.set(lane, known);
    return known;
  }

  #expect(holds: boolean | undefined, law: string, detail: string): void {
    if (!holds) this.#world.broken(law, detail);
  }
}
