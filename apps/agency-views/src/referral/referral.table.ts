import { table } from '#libs/projections';

/**
 * A referral leg as both its parties see it. Who may read a row stands in the row.
 * Two columns are the database's own (see `referral.columns.ts`): `driving_priority` and `available_at`.
 *
 * Lists page by (submitted_at, id), newest first, within one agency and one side; each index serves one filter without
 * reading rows that the answer does not show, so an inbox of a million rows pages like one of ten.
 */
export const referralTable = table(
  'referral',
  {
    id: 'text',
    lane: 'integer',
    /** Of the last event that changed the row. */
    position: 'bigint',
    synthetic: 'boolean',
    sender_agency: 'text',
    sender_role: 'text',
    sender_country: 'text',
    recipient_agency: 'text',
    recipient_role: 'text',
    recipient_country: 'text',
    status: 'text',
    since: 'timestamptz',
    submitted_at: 'timestamptz',
    sender_priority: 'text null',
    sender_reasons: 'text[]',
    receiver_priority: 'text null',
    receiver_reasons: 'text[]',
    reference: 'text null',
    reporter: 'jsonb null',
    offence_type: 'text',
    modifiers: 'text[]',
    occurred_at: 'timestamptz null',
    occurred_zone: 'text null',
    files: 'jsonb',
    nexus: 'jsonb',
    acceptance_scope: 'text null',
    acceptance_reason: 'text null',
    rejection_reason: 'text null',
    partial_considered: 'boolean null',
    suggested: 'jsonb null',
    duplicate_of: 'text null',
  },
  {
    key: ['id'],
    indexes: [
      ['recipient_agency', 'synthetic', 'submitted_at', 'id'],
      ['recipient_agency', 'synthetic', 'status', 'submitted_at', 'id'],
      ['sender_agency', 'synthetic', 'submitted_at', 'id'],
      ['sender_agency', 'synthetic', 'status', 'submitted_at', 'id'],
      ['recipient_agency', 'sender_agency', 'synthetic', 'submitted_at', 'id'],
    ],
  },
);
