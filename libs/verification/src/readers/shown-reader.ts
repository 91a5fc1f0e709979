import type { ShownEvent } from '../checks/shown-events.js';
import type { ShownReferral } from '../checks/shown-referrals.js';
import { AGENCY_VIEWS } from '../consumers.js';
import { LaneFilter } from './lane-filter.js';
import type { ConsumerReader } from './consumer-reader.js';

/** The tables that agencies are shown, as an outsider reads them: the names of their columns are part of what is verified. */
export class ShownReader {
  constructor(private readonly reader: ConsumerReader) {
    if (reader.consumer !== AGENCY_VIEWS) throw new TypeError(`${reader.consumer.name} shows nothing to agencies`);
  }

  async *events(lanes: readonly number[]): AsyncGenerator<ShownEvent & { readonly lane: number }> {
    const filter = new LaneFilter('referral', lanes);
    const pages = this.reader.snapshot.pages<{
      lane: number;
      referral: string;
      position: string;
      id: string;
      type: string;
    }>(
      `SELECT ${filter.lane} AS lane, referral, position, event_id AS id, type FROM ${this.reader.schema}.timeline_entry
       WHERE ${filter.condition}`,
      filter.values,
    );
    for await (const page of pages)
      for (const { id, position, ...row } of page) yield { ...row, position: Number(position), eventId: id };
  }

  async *referrals(lanes: readonly number[]): AsyncGenerator<ShownReferral & { readonly lane: number }> {
    const filter = new LaneFilter('id', lanes);
    const pages = this.reader.snapshot.pages<{
      lane: number;
      id: string;
      position: string;
      status: string;
      sender: string | null;
      receiver: string | null;
    }>(
      `SELECT ${filter.lane} AS lane, id, position, status, sender_priority AS sender, receiver_priority AS receiver
       FROM ${this.reader.schema}.referral WHERE ${filter.condition}`,
      filter.values,
    );
    for await (const page of pages) for (const row of page) yield { ...row, position: Number(row.position) };
  }
}
