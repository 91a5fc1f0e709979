import { quoted, type ViewRoles } from '#libs/projections';
import { CURSORS } from '../feed/kept-cursors.js';

/** Of no version of a view: no rebuild invents or loses a receipt. */
export const RETRIEVALS = `${quoted(CURSORS)}.retrieval`;

export function retrievalTable({ writer }: ViewRoles): string[] {
  return [
    `CREATE TABLE IF NOT EXISTS ${RETRIEVALS} (
      referral text PRIMARY KEY,
      number bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
      at timestamptz NOT NULL DEFAULT clock_timestamp()
    )`,
    `COMMENT ON TABLE ${RETRIEVALS} IS 'Referrals that their recipient has fetched, each once, for who turns that into evidence. number: in the order of commit, since rows are written under one lock: who has read up to a number has missed none before.'`,
    ...(writer === undefined ? [] : [`GRANT SELECT, INSERT ON ${RETRIEVALS} TO ${quoted(writer)}`]),
  ];
}
