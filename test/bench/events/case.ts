import type { BusEvent, EventData } from '#libs/contracts';
import { leg, type Leg } from '#libs/domain';
import type { Fold } from '#libs/journal';

/** A leg with what was submitted: about a kilobyte of stored state, as legs have it once more families decide on it. */
export interface Case {
  readonly leg: Leg;
  readonly submission: EventData<'ReferralSubmitted'> | null;
}

export const caseFold: Fold<Case> = {
  version: leg.version,
  initialState: () => ({ leg: leg.initialState(), submission: null }),
  evolve: (state: Case, event: BusEvent, accepted) => ({
    leg: leg.evolve(state.leg, event, accepted),
    submission: event.type === 'ReferralSubmitted' ? event.data : state.submission,
  }),
  isSynthetic: (state) => state.leg.synthetic,
};
