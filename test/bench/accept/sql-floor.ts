import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { v7 } from 'uuid';
import { type BusEvent, encodeEvent, leafOfEvent, newestSchema, NO_LEAF, ordinalOf } from '#libs/contracts';
import { type LaneCommand, levelNumber, writeState } from '#libs/journal';
import { advance, type LaneVector } from '#libs/kernel';
import { type Case, caseFold } from '../events/case.js';

/** One table's rows of one batch, as columns. */
type Columns = unknown[][];

export interface EncodedBatch {
  readonly events: number;
  readonly bytes: number;
  readonly journal: Columns;
  readonly states: Columns;
  readonly clocks: Columns;
  readonly lanes: Columns;
  readonly keys: Columns;
}

interface LaneEnd {
  position: number;
  vector: LaneVector;
  head: Buffer;
}

/** Decides and encodes commands as the journal does, with nothing else beside it: what remains is to write the rows. */
export class FloorRows {
  private readonly lanes = new Map<number, LaneEnd>();
  private readonly states = new Map<string, Case>();

  encode(commands: readonly LaneCommand<Case>[]): EncodedBatch {
    const now = Date.now();
    const placed = commands.flatMap((command) => this.place(command, now));
    const touched = [...new Set(commands.map(({ lane }) => lane))].map((lane) => ({ lane, ...this.endOf(lane) }));
    const states = [...new Map(placed.map((row) => [row.key, row])).values()];
    return {
      events: placed.length,
      bytes: placed.reduce((sum, { bytes }) => sum + bytes.length, 0),
      journal: [
        placed.map(({ lane }) => lane),
        placed.map(({ position }) => position),
        placed.map(({ topic }) => topic),
        placed.map(({ key }) => key),
        placed.map(({ fingerprint }) => fingerprint),
        placed.map(({ bytes }) => bytes),
      ],
      states: [
        states.map(({ key }) => key),
        states.map(({ lane }) => lane),
        states.map(({ position }) => position),
        states.map(({ key }) => writeState(caseFold, this.states.get(key) ?? caseFold.initialState())),
      ],
      clocks: this.clocksOf(states),
      lanes: [
        touched.map(({ lane }) => lane),
        touched.map(({ position }) => position),
        touched.map(({ vector }) => `{${vector.join(',')}}`),
        touched.map(({ head }) => head),
        touched.map(() => now),
      ],
      keys: [
        commands.map(() => new Date(now).toISOString().slice(0, 10)),
        commands.map(() => digest()),
        commands.map(() => digest()),
        commands.map(({ lane }) => lane),
        commands.map(({ lane }) => this.endOf(lane).position),
      ],
    };
  }

  /** Of these legs, each of which is due at another time than before. */
  private clocksOf(states: readonly { readonly key: string; readonly lane: number }[]): Columns {
    const clocks = states.flatMap(({ key, lane }) => {
      const due = caseFold.due?.(this.states.get(key) ?? caseFold.initialState());
      return due ? [{ key, lane, at: due.at, level: levelNumber(due.level) }] : [];
    });
    return [
      clocks.map(({ key }) => key),
      clocks.map(({ lane }) => lane),
      clocks.map(({ at }) => at),
      clocks.map(({ level }) => level),
    ];
  }

  private place(command: LaneCommand<Case>, now: number) {
    const state = this.states.get(command.key) ?? caseFold.initialState();
    const events = command.decide(state, now);
    const evolved = events.reduce(
      (folded, event) =>
        caseFold.evolve(folded, event, { at: now, eventId: v7(), person: command.actor.person, synthetic: true }),
      state,
    );
    this.states.set(command.key, evolved);
    return events.map((event, index) => this.row(command, event, { ordinal: index + 1, of: events.length, now }));
  }

  private row(command: LaneCommand<Case>, event: BusEvent, said: { ordinal: number; of: number; now: number }) {
    const end = this.endOf(command.lane);
    const topic = newestSchema(event.type).topic;
    const position = end.position + 1;
    const encoded = encodeEvent(event, {
      eventId: v7(),
      stream: `${topic.split('.')[1]}/${command.key}`,
      leg: command.key,
      lane: command.lane,
      position,
      ordinal: said.ordinal,
      of: said.of,
      after: [...end.vector],
      previous: end.head,
      acceptedAt: said.now,
      claimedAt: command.claimedAt,
      actor: { ...command.actor },
      correlation: randomUUID(),
      causation: command.causation,
      command: { digestKey: 'd1', key: digest(), request: digest(), keyTime: said.now },
      synthetic: true,
    });
    Object.assign(end, {
      position,
      vector: advance(end.vector, ordinalOf(topic), position),
      head: leafOfEvent(encoded),
    });
    return { lane: command.lane, position, topic: ordinalOf(topic), key: command.key, ...encoded };
  }

  private endOf(lane: number): LaneEnd {
    const known = this.lanes.get(lane) ?? { position: 0, vector: [], head: NO_LEAF };
    this.lanes.set(lane, known);
    return known;
  }
}

const digest = (): Buffer => Buffer.concat([Buffer.from(v7()), Buffer.from(v7())]).subarray(0, 32);

const JOURNAL = `INSERT INTO journal (lane, position, topic, key, fingerprint, bytes)
  SELECT * FROM unnest($1::integer[], $2::bigint[], $3::smallint[], $4::text[], $5::bytea[], $6::bytea[])`;
const STATES = `INSERT INTO state (key, lane, position, state)
  SELECT * FROM unnest($1::text[], $2::integer[], $3::bigint[], $4::text[])
  ON CONFLICT (key) DO UPDATE SET position = excluded.position, state = excluded.state`;
const CLOCKS = `INSERT INTO clock (key, lane, at, level, look_at)
  SELECT key, lane, at, level, at FROM unnest($1::text[], $2::integer[], $3::bigint[], $4::smallint[]) c(key, lane, at, level)
  ON CONFLICT (key) DO UPDATE SET at = excluded.at, level = excluded.level, look_at = excluded.at, attempts = 0`;
const LANES = `UPDATE lane l SET position = n.position, vector = n.vector::bigint[], head = n.head, accepted_at = n.time
  FROM unnest($1::integer[], $2::bigint[], $3::text[], $4::bytea[], $5::bigint[]) n(lane, position, vector, head, time) WHERE l.lane = n.lane`;
const KEYS = `INSERT INTO command_key (day, digest, request, lane, base)
  SELECT * FROM unnest($1::date[], $2::bytea[], $3::bytea[], $4::integer[], $5::bigint[])`;

/** Writes batches one after the other, a transaction each, in one packet each: the fewest round trips that there can be. */
export async function writeBatches(databaseUrl: string, batches: readonly EncodedBatch[]): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl, pipeline: true });
  await client.connect();
  try {
    await client.query('SELECT keep_key_partitions(current_date - 1, current_date + 1)');
    for (const { journal, states, clocks, lanes, keys } of batches) {
      await Promise.all([
        client.query('BEGIN'),
        client.query({ name: 'journal', text: JOURNAL, values: journal }),
        client.query({ name: 'states', text: STATES, values: states }),
        client.query({ name: 'clocks', text: CLOCKS, values: clocks }),
        client.query({ name: 'lanes', text: LANES, values: lanes }),
        client.query({ name: 'keys', text: KEYS, values: keys }),
        client.query('COMMIT'),
      ]);
    }
  } finally {
    await client.end();
  }
}
