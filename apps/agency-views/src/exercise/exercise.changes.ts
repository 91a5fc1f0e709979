import { type Change, type EventOf, upsert } from '#libs/projections';
import { legOf } from '../leg-of.js';
import { exerciseLegTable } from './exercise-leg.table.js';

/** An onward leg says all that was said of its case, so the exercise too. */
export function submittedInto(event: EventOf<'ReferralSubmitted'>): Change[] {
  const { exercise } = event.data;
  return exercise === null ? [] : [upsert(exerciseLegTable, { referral: legOf(event), exercise })];
}
