import { quoted, type ViewRoles } from '#libs/projections';
import { CURSORS } from '../feed/kept-cursors.js';

/** Of no version of a view: no rebuild invents or loses what was tried. */
export const CALL_REPORTS = `${quoted(CURSORS)}.call_report`;

export function callReportTable({ writer }: ViewRoles): string[] {
  return [
    `CREATE TABLE ${CALL_REPORTS} (
      id uuid PRIMARY KEY,
      version integer NOT NULL,
      referral text NOT NULL,
      step integer,
      cause text NOT NULL,
      agency text NOT NULL,
      role text NOT NULL,
      channel text NOT NULL,
      registered boolean NOT NULL,
      messages integer NOT NULL,
      failures integer NOT NULL,
      outcome text,
      tried_at timestamptz,
      taken_at timestamptz,
      next_at timestamptz,
      ended_by text
    ) WITH (fillfactor = 80)`,
    `CREATE INDEX call_report_of ON ${CALL_REPORTS} (referral)`,
    `COMMENT ON TABLE ${CALL_REPORTS} IS 'By what who was called for a referral, and what came of it, as delivery says it: no addresses. version: a later report takes the place of an earlier one, whichever comes first.'`,
    ...(writer === undefined ? [] : [`GRANT SELECT, INSERT, UPDATE ON ${CALL_REPORTS} TO ${quoted(writer)}`]),
  ];
}
