import { quoted } from '#libs/projections';
import { OVERDUE } from '../escalation/escalation.columns.js';
import { UNRETRIEVED } from '../delivery/delivery.columns.js';

/**
 * The level that a change says to drive; before any, the higher of both parties' (vocabulary 1.4 R1.1): `P1` sorts first, and NULL
 * is passed over.
 */
const DRIVING = `coalesce(settled_priority COLLATE "C", LEAST(sender_priority COLLATE "C", receiver_priority COLLATE "C"))`;

const UNDECIDED = `status IN ('SUBMITTED', 'RECEIVED', 'ACKNOWLEDGED')`;

/** Another agency called for a consultation. */
const calledFor = (side: 'sender' | 'recipient'): string =>
  `coalesce(consultation -> 'opener' ->> 'agency' <> ${side}_agency, false)`;

const called = (side: 'sender' | 'recipient'): string =>
  `coalesce(consultation -> 'opener' ->> 'agency' = ${side}_agency, false)`;

/** What the recipient has to decide of what stands in the row itself. */
export const OWN_DECISION = `${UNDECIDED} OR withdrawal IS NOT NULL OR ${calledFor('recipient')}`;

/**
 * Which side has to do something (worklists, features B17). `decides`: a decision is its own. `waits`: one is the other side's.
 * `returned`: what it had passed on is on its desk again, or was and is over. `overdue`: whose clock was missed. Supersets where a third agency asks (see
 * `third_asked`), and where a status update was missed (see `missed_status_position`).
 */
export const worklistColumns = {
  recipient_decides: `${OWN_DECISION} OR third_asked`,
  recipient_waits: `status = 'INFO_REQUESTED' OR coalesce((onward ->> 'offered')::boolean, false)
    OR ${called('recipient')}`,
  recipient_returned: `returned IS NOT NULL`,
  sender_decides: calledFor('sender'),
  sender_waits: `${UNDECIDED} OR withdrawal IS NOT NULL OR ${called('sender')}`,
  sender_returned: `status = 'INFO_REQUESTED' OR (status IN ('REJECTED', 'EXPIRED') AND hop = 0)`,
  recipient_overdue: OVERDUE,
  sender_overdue: OVERDUE,
  recipient_works: `status IN ('ACCEPTED', 'IN_PROGRESS', 'ON_HOLD', 'OUTCOME_REPORTED')`,
} as const;

export type WorklistColumn = keyof typeof worklistColumns;

/** What came back to its sender is listed in parts, so that a page of what is asked does not read through all that has ended. */
const IN_PARTS = 'sender_returned' satisfies WorklistColumn;
const partsReturned = [
  ['sender_asked', 'submitted_at', 'ended_at IS NULL'],
  ['sender_ended', 'ended_at', 'ended_at IS NOT NULL'],
] as const;

/**
 * The codes that brought a leg into its state, with its two agencies: a code and the agency that asks lead to the rows that have
 * both, where the code is rare. Where it is not, the first page of a list is soon full: which of both it is, the database
 * estimates by statistics of these labels. Most legs have no code, and are not in the index.
 */
const reasonLabels = (row = ''): string =>
  `${row}reasons || ARRAY['@' || ${row}sender_agency, '@' || ${row}recipient_agency]`;

const hasReasons = (row = ''): string => `${row}reasons <> '{}'`;

/** @param reason, agency parameters of the query */
export const hasReason = (reason: string, agency: string): string =>
  `(${hasReasons('referral.')} AND (${reasonLabels('referral.')}) @> ARRAY[${reason}, '@' || ${agency}])`;

/**
 * The columns of `referral` that no event sets, and what finds rows by them.
 * `urgency`: the driving priority, and before P1 where none is known yet, so that it stands first in a worklist.
 * `available_at`: when the row came to be in this view, by the database's clock. Not a fact of the log: a rebuild has its own.
 */
export function viewColumns(schema: string): string[] {
  const table = `${quoted(schema)}.referral`;
  const add = (column: string): string => `ALTER TABLE ${table} ADD COLUMN IF NOT EXISTS ${column}`;
  const index = (name: string, columns: string, where = ''): string =>
    `CREATE INDEX IF NOT EXISTS referral_by_${name} ON ${table} (${columns})${where}`;
  const sides = ['recipient', 'sender'] as const;
  return [
    add(`driving_priority text COLLATE "C" GENERATED ALWAYS AS (${DRIVING}) STORED`),
    add(`urgency text COLLATE "C" NOT NULL GENERATED ALWAYS AS (coalesce(${DRIVING}, 'P0')) STORED`),
    ...Object.entries(worklistColumns).map(([name, sql]) =>
      add(`${name} boolean NOT NULL GENERATED ALWAYS AS (${sql}) STORED`),
    ),
    add(`available_at timestamptz NOT NULL DEFAULT clock_timestamp()`),
    `CREATE INDEX IF NOT EXISTS referral_unretrieved ON ${table} (recipient_agency, synthetic, lane, submission) WHERE ${UNRETRIEVED}`,
    `CREATE INDEX IF NOT EXISTS referral_by_reason ON ${table} USING gin ((${reasonLabels()})) WHERE ${hasReasons()}`,
    `CREATE STATISTICS IF NOT EXISTS ${quoted(schema)}.referral_reasons ON (${reasonLabels()}) FROM ${table}`,
    ...sides.map((side) => index(`${side}_priority`, `${side}_agency, synthetic, driving_priority, submitted_at, id`)),
    ...Object.keys(worklistColumns)
      .filter((name) => name !== IN_PARTS)
      .map((name) =>
        index(name, `${name.split('_')[0]}_agency, synthetic, urgency, submitted_at, id`, ` WHERE ${name}`),
      ),
    ...partsReturned.map(([name, since, only]) =>
      index(name, `sender_agency, synthetic, urgency, ${since}, id`, ` WHERE ${IN_PARTS} AND ${only}`),
    ),
    index('sender_reference', 'sender_agency, reference, submitted_at', ' WHERE reference IS NOT NULL AND hop = 0'),
    ...sides.map((side) =>
      index(`${side}_ladder`, `${side}_agency, synthetic, urgency, ladder_from, id`, ` WHERE ladder_step IS NOT NULL`),
    ),
  ];
}
