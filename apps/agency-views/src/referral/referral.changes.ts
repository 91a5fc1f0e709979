import type { Priority, RecordedEvent } from '#libs/contracts';
import { arrivalOf, isOpen, leftBehind, REFERRAL_STATUSES, type StatusPart, type SubmittedStatus } from '#libs/domain';
import { type Change, change, type EventOf, ImpossibleEventError, type PatchOf, upsert } from '#libs/projections';
import { begun } from '../escalation/escalation.changes.js';
import { nothingDone, nothingRaised } from '../escalation/escalation.columns.js';
import { deliveryBegun, seenBy } from '../delivery/delivery-begun.js';
import { legOf } from '../leg-of.js';
import { crossBorderOf, evidenceOf, filesOf, isoOf, isoOrNull, nexusOf, partyOf } from '../plain.js';
import { reasonsOf } from './reasons-of.js';
import { referralTable } from './referral.table.js';

export type ReferralPatch = PatchOf<typeof referralTable>;

export function submitted(event: EventOf<'ReferralSubmitted'>): Change {
  const { meta, data } = event;
  const id = legOf(event);
  const at = new Date(meta.acceptedAt);
  const [first = data.from] = data.chain ?? [];
  return upsert(referralTable, {
    id,
    lane: meta.lane,
    position: meta.position,
    synthetic: meta.synthetic,
    sender_agency: data.from.agency,
    sender_role: data.from.role,
    sender_country: data.from.country,
    recipient_agency: data.to.agency,
    recipient_role: data.to.role,
    recipient_country: data.to.country,
    origin: data.origin ?? id,
    origin_agency: first.agency,
    parent: data.parent,
    hop: data.hop ?? 0,
    ...contentOf(data),
    ...nothingYet,
    ...nothingRaised,
    ...nothingDone,
    submitted_at: at,
    since: at,
    ...deliveryBegun(event),
    bundle: data.bundle && { bundle: data.bundle.bundle, lead: data.bundle.lead, by: data.from.agency },
  });
}

function contentOf(data: EventOf<'ReferralSubmitted'>['data']) {
  return {
    reference: data.reference,
    reporter: reporterOf(data.reporter),
    ...incidentOf(data.incident),
    files: filesOf(data.files),
    nexus: nexusOf(data.nexus),
    evidence: evidenceOf(data.evidence ?? []),
    cross_border: crossBorderOf(data.crossBorder),
    procedure: data.procedureRequested,
    extradition: data.crossBorder?.extraditionFlag ?? null,
  };
}

const nothingYet = {
  status: 'SUBMITTED',
  reasons: [],
  received_at: null,
  acknowledged_at: null,
  accepted_at: null,
  outcome_at: null,
  ended_at: null,
  sender_priority: null,
  sender_reasons: [],
  receiver_priority: null,
  receiver_reasons: [],
  settled_priority: null,
  version: 1,
  acceptance_scope: null,
  acceptance_reason: null,
  acceptance_conditions: null,
  rejection_reason: null,
  partial_considered: null,
  suggested: null,
  duplicate_of: null,
  asked: null,
  hold: null,
  withdrawal: null,
  onward: null,
  returned: null,
  delay: null,
  consultation: null,
  consulted: null,
  third_asked: false,
} as const;

export function reporterOf(reporter: EventOf<'ReferralSubmitted'>['data']['reporter']) {
  return reporter && { company: reporter.company, role: reporter.role };
}

export function incidentOf({
  offenceType,
  modifiers,
  occurredAt,
  zone,
}: EventOf<'ReferralSubmitted'>['data']['incident']) {
  const occurred_at = occurredAt === null ? null : new Date(occurredAt);
  return { offence_type: offenceType, modifiers, occurred_at, occurred_zone: zone };
}

/** What an event leaves on its leg's row: its position, where it brings the leg (vocabulary 2.3), and what else it says. */
export function onLeg(event: RecordedEvent, patch: ReferralPatch = {}): Change {
  const status = arrivalOf(event);
  const { position } = event.meta;
  return change(referralTable, { id: legOf(event) }, { ...(status && arrived(event, status)), ...patch, position });
}

function arrived(event: RecordedEvent, status: SubmittedStatus): ReferralPatch {
  const at = atOf(event);
  const ended_at = isOpen(status) ? null : at;
  return {
    ...emptied.get(status),
    ...seenBy(status, at),
    status,
    since: at,
    reasons: reasonsOf(event),
    ended_at,
    returned: null,
  };
}

/** The columns of what belongs to a status and does not outlive it. */
const columns: Readonly<Record<StatusPart, ReferralPatch>> = {
  asked: { asked: null },
  hold: { hold: null },
  withdrawal: { withdrawal: null },
  scope: { acceptance_scope: null },
  reason: {
    acceptance_reason: null,
    rejection_reason: null,
    partial_considered: null,
    suggested: null,
    duplicate_of: null,
  },
  conditions: { acceptance_conditions: null },
  onward: { onward: null },
};

const emptied: ReadonlyMap<SubmittedStatus, ReferralPatch> = new Map(
  REFERRAL_STATUSES.map((status) => {
    const parts = Object.keys(leftBehind(status)) as StatusPart[];
    return [status, Object.assign({}, ...parts.map((part) => columns[part])) as ReferralPatch];
  }),
);

const atOf = ({ meta }: RecordedEvent): Date => new Date(meta.acceptedAt);
const saidAt = ({ meta }: RecordedEvent): string => isoOf(meta.acceptedAt);

export const received = (event: EventOf<'ReferralReceived'>): Change => onLeg(event, { received_at: atOf(event) });

export const acknowledged = (event: EventOf<'ReferralAcknowledged'>): Change =>
  onLeg(event, { acknowledged_at: atOf(event) });

export function accepted(event: EventOf<'ReferralAccepted'>): Change {
  const { scope, reason, conditions } = event.data;
  return onLeg(event, {
    acceptance_scope: scope,
    acceptance_reason: reason,
    acceptance_conditions: conditions,
    accepted_at: atOf(event),
  });
}

export function rejected(event: EventOf<'ReferralRejected'>): Change {
  const { reason, partialConsidered, suggested, duplicateOf } = event.data;
  return onLeg(event, {
    rejection_reason: reason,
    partial_considered: partialConsidered,
    suggested: suggested && partyOf(suggested),
    duplicate_of: duplicateOf,
  });
}

export function informationAsked(event: EventOf<'InformationRequested'>): Change {
  const { types, wantedBy } = event.data;
  return onLeg(event, { asked: { types, wantedBy: isoOrNull(wantedBy), at: saidAt(event) } });
}

export function suspended(event: EventOf<'WorkSuspended'>): Change {
  const { reason, reviewAt } = event.data;
  return onLeg(event, { hold: { reason, reviewAt: isoOf(reviewAt) } });
}

export function delayed(event: EventOf<'DelayNotified'>): Change {
  const { reason, impossible, until } = event.data;
  return onLeg(event, { delay: { reason, impossible, until: isoOrNull(until), at: saidAt(event) } });
}

export const wantedBack = (event: EventOf<'WithdrawalRequested'>): Change =>
  onLeg(event, { withdrawal: { reason: event.data.reason, at: saidAt(event) } });

export const kept = (event: EventOf<'WithdrawalDeclined'>): Change => onLeg(event, { withdrawal: null });

/** Forwarded, handed over, or on offer. */
export function wentOn(event: EventOf<'ReferralForwarded' | 'HandoverOffered'>): Change {
  const { to, leg } = event.data;
  const offered = event.type === 'HandoverOffered';
  return onLeg(event, { onward: { to: partyOf(to), leg, offered, at: saidAt(event) }, returned: null });
}

export function cameBack(event: EventOf<'ForwardReturned'>): Change {
  const { by, leg, cause, reason } = event.data;
  return onLeg(event, { onward: null, returned: { by, leg, cause, reason, at: saidAt(event) }, ...begun(event) });
}

/** What is carried from an earlier leg leaves this leg's own consultation as it is; the timeline and the feed tell it. */
export function consultationOpened(event: EventOf<'JurisdictionConsultationOpened'>): Change {
  const { opener, countries, bases, carried } = event.data;
  if (carried) return onLeg(event);
  return onLeg(event, { consultation: { opener: partyOf(opener), countries, bases, at: saidAt(event) } });
}

export function consultationConcluded(event: EventOf<'JurisdictionConsultationConcluded'>): Change {
  const { result, lead, carried } = event.data;
  if (carried) return onLeg(event);
  return onLeg(event, { consultation: null, consulted: { result, lead, at: saidAt(event) } });
}

export function bundled(event: EventOf<'ReferralsBundled'>): Change {
  const { by, bundle } = event.data;
  return onLeg(event, { bundle: { bundle: bundle.bundle, lead: bundle.lead, by } });
}

/** Both parties' values are kept (vocabulary 1.4 R1.1); which one drives is the database's to say. */
export function graded(event: EventOf<'PrioritySet'>): Change {
  return onLeg(event, valueOf(event.data));
}

/** A proposal changes nothing yet; what is in force says which level drives (R1.2). */
export function regraded(event: EventOf<'PriorityChanged'>): Change {
  const { driving, status } = event.data;
  switch (status) {
    case 'PROPOSED':
      return onLeg(event);
    case 'IN_FORCE':
      return onLeg(event, { ...valueOf(event.data), settled_priority: known(driving) });
    case 'UNKNOWN':
      throw new ImpossibleEventError('CHANGE_STATUS_UNKNOWN');
  }
}

export const disputed = (event: EventOf<'PriorityDisputed'>): Change =>
  onLeg(event, { settled_priority: known(event.data.driving) });

function valueOf({
  side,
  level,
  reasons,
}: Pick<EventOf<'PrioritySet'>['data'], 'side' | 'level' | 'reasons'>): ReferralPatch {
  switch (side) {
    case 'SENDER':
      return { sender_priority: known(level), sender_reasons: reasons };
    case 'RECEIVER':
      return { receiver_priority: known(level), receiver_reasons: reasons };
    case 'UNKNOWN':
      throw new ImpossibleEventError('SIDE_UNKNOWN');
  }
}

/** A level of a newer writer: shown as it is, it could hide the value that drives. */
function known(level: Priority): Priority {
  if (level === 'UNKNOWN') throw new ImpossibleEventError('PRIORITY_UNKNOWN');
  return level;
}
