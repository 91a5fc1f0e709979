import { table } from '#libs/projections';

/** Referrals that a second person of their sender's agency is, or was, to release. */
export const releaseTable = table(
  'release',
  {
    id: 'text',
    position: 'bigint',
    synthetic: 'boolean',
    sender_agency: 'text',
    sender_role: 'text',
    sender_country: 'text',
    recipient: 'jsonb',
    reference: 'text null',
    priority: 'text',
    /** PENDING, REFUSED or APPROVED. */
    status: 'text',
    since: 'timestamptz',
    asked_at: 'timestamptz',
    /** Who asked: opaque, and of the sender's agency as all its readers are. */
    asked_by: 'text null',
    refusal_reason: 'text null',
  },
  { key: ['id'], indexes: [['sender_agency', 'synthetic', 'status', 'asked_at', 'id']] },
);
