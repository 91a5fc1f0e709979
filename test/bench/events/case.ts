import type { BusEvent, EventData } from '#libs/contracts';
import { leg, type Leg } from '#libs/domain';
import type { Fold } from '#libs/journal';

type Submitted = EventData<'ReferralSubmitted'>;
type Kept = Pick<Submitted, 'from' | 'to' | 'reference' | 'reporter' | 'incident' | 'nexus'>;

/** A leg with much of what was submitted: about a kilobyte of stored state, as legs have it once more families decide on it. */
export interface Case {
  readonly leg: Leg;
  readonly submission: Kept | null;
}

export const caseFold: Fold<Case> = {
  version: leg.version,
  initialState: () => ({ leg: leg.initialState(), submission: null }),
  evolve: (state: Case, event: BusEvent, accepted) => ({
    leg: leg.evolve(state.leg, event, accepted),
    submission: event.type === 'ReferralSubmitted' ? kept(event.data) : state.submission,
  }),
  isSynthetic: (state) => state.leg.synthetic,
  due: (state) => leg.due(state.leg),
};

// Field by field: whether decided or decoded, the text of the state is the same.
const kept = ({ from, to, reference, reporter, incident, nexus }: Submitted): Kept => ({
  from,
  to,
  reference,
  reporter,
  incident,
  nexus,
});
