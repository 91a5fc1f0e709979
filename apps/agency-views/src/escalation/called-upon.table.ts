import { table } from '#libs/projections';

/**
 * Agencies that a step of the ladder of a leg called upon, and national contacts that were told that it is stuck: each may know of
 * the escalation from then on.
 */
export const calledUponTable = table(
  'called_upon',
  { referral: 'text', agency: 'text' },
  { key: ['referral', 'agency'], indexes: [['agency', 'referral']] },
);
