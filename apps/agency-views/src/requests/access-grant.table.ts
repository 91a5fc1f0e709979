import { table } from '#libs/projections';

/** Legs that their holders opened to an agency that is no party. Lapsed ones stay: every read asks the time. */
export const accessGrantTable = table(
  'access_grant',
  { referral: 'text', agency: 'text', extent: 'text', granted_at: 'timestamptz', until: 'timestamptz' },
  { key: ['referral', 'agency'] },
);
