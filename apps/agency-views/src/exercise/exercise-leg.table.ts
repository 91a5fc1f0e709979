import { table } from '#libs/projections';

/** Which referrals were submitted into an exercise, or went on from one that was. */
export const exerciseLegTable = table(
  'exercise_leg',
  { referral: 'text', exercise: 'text' },
  { key: ['referral'], indexes: [['exercise', 'referral']] },
);
