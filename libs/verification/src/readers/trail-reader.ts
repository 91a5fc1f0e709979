import type { TrailEntry, TrailTree } from '../checks/trail-entries.js';
import type { ConsumerReader } from './consumer-reader.js';

/** The audit trail's tables, as an outsider reads them. */
export class TrailReader {
  constructor(private readonly reader: ConsumerReader) {}

  /** In the order of lanes and positions. */
  async *entries(lanes: readonly number[]): AsyncGenerator<TrailEntry> {
    const pages = this.reader.snapshot.pages<Omit<TrailEntry, 'position'> & { position: string }>(
      `SELECT lane, position, leaf, key, type, event_id AS "eventId" FROM ${this.reader.schema}.entry
       WHERE lane = ANY($1::int[]) ORDER BY lane, position`,
      [lanes],
    );
    for await (const page of pages) for (const row of page) yield { ...row, position: Number(row.position) };
  }

  async trees(lanes: readonly number[]): Promise<Map<number, TrailTree>> {
    const rows = await this.reader.snapshot.rows<{ lane: number; size: string; root: Buffer; head: Buffer }>(
      `SELECT lane, size, root, head FROM ${this.reader.schema}.tree WHERE lane = ANY($1::int[])`,
      [lanes],
    );
    return new Map(rows.map(({ lane, size, root, head }) => [lane, { size: Number(size), root, head }]));
  }

  /** Lanes that stand still, with why: the trail's own alarms. */
  async alarms(): Promise<Map<number, string>> {
    const rows = await this.reader.snapshot.rows<{ lane: number; reason: string }>(
      `SELECT lane, reason FROM ${this.reader.schema}.alarm WHERE cleared_at IS NULL`,
    );
    return new Map(rows.map(({ lane, reason }) => [lane, reason]));
  }
}
