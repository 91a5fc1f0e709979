import type { Pool } from 'pg';
import { NO_LEAF } from '#libs/contracts';
import type { ConsumerLane, ParkedEvent, WatchedConsumer } from '../consumers.js';
import { Snapshot } from './snapshot.js';

interface Checkpoint {
  lane: number;
  position: string;
  vector: string[];
  leaf: Buffer;
  offsets: string[];
  letters: number;
  stopped: string | null;
}

/** Positions of a consumer's live version, now. */
export async function readPositions(pool: Pool, { name }: WatchedConsumer): Promise<Map<number, number>> {
  const { rows } = await pool.query<{ lane: number; position: string }>(
    'SELECT lane, position FROM bus.checkpoint JOIN bus.live USING (consumer, version) WHERE consumer = $1',
    [name],
  );
  return new Map(rows.map(({ lane, position }) => [lane, Number(position)]));
}

/** A consumer's database at one moment: its live version's tables, and how far that is. */
export class ConsumerReader {
  private constructor(
    readonly snapshot: Snapshot,
    readonly consumer: WatchedConsumer,
    /** Null where the consumer has never started. */
    readonly version: number | null,
    private readonly lanes: ReadonlyMap<number, ConsumerLane>,
  ) {}

  static async open(pool: Pool, consumer: WatchedConsumer): Promise<ConsumerReader> {
    const snapshot = await Snapshot.open(pool);
    const [live] = await snapshot.rows<{ version: number }>('SELECT version FROM bus.live WHERE consumer = $1', [
      consumer.name,
    ]);
    const rows = await snapshot.rows<Checkpoint>(
      `SELECT lane, position, vector, leaf, offsets, letters, stopped FROM bus.checkpoint WHERE consumer = $1 AND version = $2`,
      [consumer.name, live?.version ?? 0],
    );
    return new ConsumerReader(
      snapshot,
      consumer,
      live?.version ?? null,
      new Map(rows.map((row) => [row.lane, laneOf(row)])),
    );
  }

  /** Schema of the live version's tables. */
  get schema(): string {
    return `${this.consumer.name}_v${this.version ?? 0}`;
  }

  /** Kafka consumer group of the live version, before a deployment's prefix. */
  get group(): string {
    return `${this.consumer.name}.v${this.version ?? 0}`;
  }

  standing(lane: number): ConsumerLane {
    const nothing = { lane, position: 0, vector: [], leaf: NO_LEAF, offsets: [], letters: 0, stopped: null };
    return this.lanes.get(lane) ?? nothing;
  }

  async *parked(lanes: readonly number[]): AsyncGenerator<ParkedEvent> {
    const pages = this.snapshot.pages<Omit<ParkedEvent, 'position'> & { position: string }>(
      `SELECT lane, position, key, fingerprint, bytes FROM bus.parked
       WHERE consumer = $1 AND version = $2 AND lane = ANY($3::int[]) ORDER BY lane, position`,
      [this.consumer.name, this.version ?? 0, lanes],
    );
    for await (const page of pages) for (const row of page) yield { ...row, position: Number(row.position) };
  }

  close(): Promise<void> {
    return this.snapshot.close();
  }
}

const laneOf = ({ position, vector, offsets, ...row }: Checkpoint): ConsumerLane => ({
  ...row,
  position: Number(position),
  vector: vector.map(Number),
  offsets: offsets.map(Number),
});
