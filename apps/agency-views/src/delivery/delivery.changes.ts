import type { StepEvidence } from '#libs/contracts';
import type { ReachedStep } from '#libs/domain';
import { type Change, type EventOf, ImpossibleEventError } from '#libs/projections';
import { onLeg, type ReferralPatch } from '../referral/referral.changes.js';

export function deliveryAdvanced(event: EventOf<'EvidenceAdvanced'>): Change {
  return onLeg(event, Object.assign({}, ...event.data.steps.map(patchOf)) as ReferralPatch);
}

/** A step that was missed stays so when it is reached after all. */
const patches: Readonly<Record<ReachedStep, (at: Date | null, due: Date | null) => ReferralPatch>> = {
  RELAYED: (at, due) => ({ relayed_due: due, ...(at ? { relayed_at: at } : { relayed_missed: true }) }),
  AVAILABLE: (at, due) => ({ readable_due: due, ...(at ? { readable_at: at } : { readable_missed: true }) }),
  RETRIEVED: (at, due) => ({ retrieved_due: due, ...(at ? { retrieved_at: at } : { retrieved_missed: true }) }),
};

/** @throws ImpossibleEventError for a step of a newer writer */
function patchOf({ step, at, dueAt }: StepEvidence): ReferralPatch {
  if (step === 'UNKNOWN') throw new ImpossibleEventError('STEP_UNKNOWN');
  return patches[step](dateOf(at), dateOf(dueAt));
}

const dateOf = (at: number | null): Date | null => (at === null ? null : new Date(at));
