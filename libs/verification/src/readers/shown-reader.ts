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

  /** Legs, and those that wait for their release. */
  async *referrals(lanes: readonly number[]): AsyncGenerator<ShownReferral & { readonly lane: number }> {
    const filter = new LaneFilter('id', lanes);
    const { schema } = this.reader;
    const pages = this.reader.snapshot.pages<Omit<ShownReferral, 'position'> & { lane: number; position: string }>(
      `SELECT ${filter.lane} AS lane, shown.* FROM (${legsIn(schema)} UNION ALL ${releasesIn(schema)}) shown
       WHERE ${filter.condition}`,
      filter.values,
    );
    for await (const page of pages) for (const row of page) yield { ...row, position: Number(row.position) };
  }
}

const legsIn = (schema: string): string => `
  SELECT id, position, status, NULL AS release, sender_priority AS sender, receiver_priority AS receiver,
    acceptance_scope AS scope, coalesce(acceptance_reason, rejection_reason) AS reason,
    (SELECT string_agg(type, ',') FROM jsonb_array_elements_text(asked -> 'types') type) AS asked,
    hold ->> 'reason' AS hold, withdrawal ->> 'reason' AS withdrawal,
    CASE (onward ->> 'offered')::boolean WHEN true THEN 'OFFERED' WHEN false THEN 'GONE' END AS onward,
    extradition, version, consultation IS NOT NULL AS consulting,
    (SELECT count(*)::int FROM ${schema}.open_request WHERE referral = id AND third_asked) AS waiting
  FROM ${schema}.referral`;

/** An approved one is submitted in the same command: it has no row of a leg only where that is parked. */
const releasesIn = (schema: string): string => `
  SELECT id, position, 'NONE', CASE status WHEN 'REFUSED' THEN status ELSE 'PENDING' END, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, false, 0
  FROM ${schema}.release WHERE NOT EXISTS (SELECT FROM ${schema}.referral leg WHERE leg.id = release.id)`;
