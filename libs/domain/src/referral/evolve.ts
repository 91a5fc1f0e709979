import type { BusEvent, EventData, Party } from '#libs/contracts';
import type { Accepted } from '#libs/kernel';
import type { EscalationEvent } from '../escalation/evolve.js';
import type { MembershipEvent } from '../membership/evolve.js';
import type { RulesEvent } from '../rules/rules-evolve.js';
import { asKept, together } from './countries.js';
import { delivered } from './delivery-steps.js';
import { partsAfter } from './evolve-parts.js';
import { leftBehind } from './left-behind.js';
import { obligedFrom } from './obligation.js';
import { actedBy, beginning, inOrder, submittedOf } from './state.js';
import type { Referral, Submitted } from './state.js';
import { arrivalOf } from './transitions/transitions.js';
import type { SubmittedStatus } from './transitions/transition.js';

/** Events of `bus.referral.v1`. */
export type ReferralEvent = Exclude<
  BusEvent,
  { type: 'CommandRefused' | EscalationEvent['type'] | MembershipEvent['type'] | RulesEvent['type'] }
>;

type BesideSubmission = Exclude<
  ReferralEvent,
  { type: 'ReleaseRequested' | 'ReleaseApproved' | 'ReleaseRefused' | 'ReferralSubmitted' }
>;

/** The state after an event. Whatever was accepted once folds for ever, also where the table would refuse it today. */
export function evolve(state: Referral, event: ReferralEvent, accepted: Accepted): Referral {
  switch (event.type) {
    case 'ReleaseRequested': {
      const { from, content } = event.data;
      const release = { from: partyOf(from), person: accepted.person, content: content.toString('base64url') };
      return { status: 'NONE', release };
    }
    case 'ReleaseRefused':
      return state.status === 'NONE' && state.release
        ? { ...state, release: { ...state.release, content: null } }
        : state;
    case 'ReleaseApproved':
      return state;
    case 'ReferralSubmitted':
      return submitted(event.data, accepted);
    default: {
      const before = submittedOf(state);
      const arrival = arrivalOf(event);
      const after = arrival === null ? before : arrived(before, arrival, accepted.at);
      const remembered = { ...after, ...rememberedOf(after, event, accepted.eventId) };
      return inOrder(actedBy(speakerOf(event), remembered, accepted.at));
    }
  }
}

function submitted({ from, to, ...data }: EventData<'ReferralSubmitted'>, { at, eventId }: Accepted): Submitted {
  const begun = beginning({ status: 'SUBMITTED', sender: from.agency, receiver: to.agency, since: at });
  // Written before legs were counted: folds to what an earlier state is known to be, so that both are the same for ever.
  if (data.hop === null) return begun;
  const [first = from] = data.chain ?? [];
  return inOrder({
    ...begun,
    rules: data.rules?.version ?? begun.rules,
    hop: data.hop,
    submission: eventId,
    countries: asKept(data.concerned ?? together({ countries: [] }, data.nexus)),
    custodyApart: data.concerned === null ? undefined : true,
    originCountry: first.country,
    chain: data.hop > 0 ? (data.chain ?? []).map(({ agency }) => agency) : undefined,
    extradition: data.crossBorder?.extraditionFlag ?? undefined,
    obliged: obligedFrom(data),
    bundle: data.bundle?.bundle,
    delivery: data.deliveryRules ? { rules: data.deliveryRules.version, from: at } : undefined,
  });
}

function arrived(state: Submitted, status: SubmittedStatus, since: number): Submitted {
  return { ...state, ...leftBehind(status), status, since };
}

/** What later commands need of an event beside the status. Undefined removes. */
function rememberedOf(state: Submitted, event: BesideSubmission, eventId: string): Partial<Submitted> {
  switch (event.type) {
    case 'ReferralReceived':
    case 'ReferralAcknowledged':
    case 'WorkStarted':
    case 'WorkResumed':
    case 'DelayNotified':
    case 'ReferralClosed':
    case 'ReferralReopened':
    case 'ReferralWithdrawn':
    case 'WithdrawalConfirmed':
    case 'ReferralExpired':
      return {};
    case 'ReferralAccepted':
      return {
        scope: event.data.scope,
        reason: event.data.reason,
        conditions: event.data.conditions ?? undefined,
      };
    case 'ReferralRejected':
      return { reason: event.data.reason };
    case 'InformationRequested':
      return { asked: event.data.types };
    case 'WorkSuspended':
      return { hold: { reason: event.data.reason, reviewAt: event.data.reviewAt } };
    case 'WithdrawalRequested':
      return { withdrawal: event.data.reason };
    case 'WithdrawalDeclined':
      return { withdrawal: undefined };
    case 'ReferralForwarded':
      return { onward: { leg: event.data.leg, to: partyOf(event.data.to), offered: false } };
    case 'HandoverOffered':
      return { onward: { leg: event.data.leg, to: partyOf(event.data.to), offered: true } };
    case 'ForwardReturned':
      return { onward: undefined };
    case 'AccessRequested':
      return { accessAsked: [...(state.accessAsked ?? []), event.data.requester.agency] };
    case 'AccessGranted':
    case 'AccessRefused':
      return { accessAsked: without(state.accessAsked, event.data.requester) };
    case 'TransferRequested':
      return { transferAsked: [...(state.transferAsked ?? []), event.data.requester.agency] };
    case 'TransferApproved':
    case 'TransferRefused':
      return { transferAsked: without(state.transferAsked, event.data.requester) };
    case 'JurisdictionConsultationOpened':
      if (event.data.carried) return {};
      return { consultation: { opener: event.data.opener.agency, countries: event.data.countries } };
    case 'JurisdictionConsultationConcluded':
      return event.data.carried ? {} : { consultation: undefined };
    case 'EvidenceAdvanced':
      return { delivery: state.delivery && delivered(state.delivery, event.data) };
    case 'ReferralsBundled':
      return { bundle: event.data.bundle.bundle };
    default:
      return partsAfter(state, event, eventId);
  }
}

/** The agency whose act on this leg the event is; null for the bus's own, who may name an act on an earlier one. */
export function speakerOf(event: BusEvent): string | null {
  if (event.type === 'ReferralForwarded' && event.data.handover) return null;
  if (event.type === 'JurisdictionConsultationOpened' || event.type === 'JurisdictionConsultationConcluded')
    if (event.data.carried) return null;
  if ('by' in event.data) return event.data.by;
  return 'opener' in event.data ? event.data.opener.agency : null;
}

function without(agencies: readonly string[] | undefined, gone: string): readonly string[] | undefined {
  const left = (agencies ?? []).filter((agency) => agency !== gone);
  return left.length > 0 ? left : undefined;
}

/** In one order of fields, whoever made the event: see inOrder. */
function partyOf({ agency, role, country }: Party): Party {
  return { agency, role, country };
}
