import { table } from '#libs/projections';

/** What an agency that is no party asks of the holder of a case, until that is decided. */
export const openRequestTable = table(
  'open_request',
  {
    referral: 'text',
    /** ACCESS or TRANSFER. */
    kind: 'text',
    agency: 'text',
    role: 'text',
    country: 'text',
    asked_at: 'timestamptz',
    /** purpose and extent, or reason. */
    said: 'jsonb',
  },
  { key: ['referral', 'kind', 'agency'] },
);
