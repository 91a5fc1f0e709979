import type { RecordedEvent } from '#libs/contracts';
import type { ReferralStatus } from '#libs/domain';
import { type Change, change, type EventOf, ImpossibleEventError, type PatchOf, upsert } from '#libs/projections';
import { legOf } from '../leg-of.js';
import { referralTable } from './referral.table.js';

export function submitted(event: EventOf<'ReferralSubmitted'>): Change {
  const { meta, data } = event;
  const at = new Date(meta.acceptedAt);
  const { offenceType, modifiers, occurredAt, zone } = data.incident;
  return upsert(referralTable, {
    id: legOf(event),
    lane: meta.lane,
    position: meta.position,
    synthetic: meta.synthetic,
    sender_agency: data.from.agency,
    sender_role: data.from.role,
    sender_country: data.from.country,
    recipient_agency: data.to.agency,
    recipient_role: data.to.role,
    recipient_country: data.to.country,
    status: 'SUBMITTED',
    since: at,
    submitted_at: at,
    sender_priority: null,
    sender_reasons: [],
    receiver_priority: null,
    receiver_reasons: [],
    reference: data.reference,
    reporter: data.reporter && { company: data.reporter.company, role: data.reporter.role },
    offence_type: offenceType,
    modifiers,
    occurred_at: occurredAt === null ? null : new Date(occurredAt),
    occurred_zone: zone,
    files: data.files.map(({ kind, count }) => ({ kind, count })),
    nexus: data.nexus.map(({ country, basis, confidence }) => ({ country, basis, confidence })),
    acceptance_scope: null,
    acceptance_reason: null,
    rejection_reason: null,
    partial_considered: null,
    suggested: null,
    duplicate_of: null,
  });
}

export function accepted(event: EventOf<'ReferralAccepted'>): Change {
  const { scope, reason } = event.data;
  return moved(event, 'ACCEPTED', { acceptance_scope: scope, acceptance_reason: reason });
}

export function rejected(event: EventOf<'ReferralRejected'>): Change {
  const { reason, partialConsidered, suggested, duplicateOf } = event.data;
  return moved(event, 'REJECTED', {
    rejection_reason: reason,
    partial_considered: partialConsidered,
    suggested: suggested && { agency: suggested.agency, role: suggested.role, country: suggested.country },
    duplicate_of: duplicateOf,
  });
}

/** vocabulary 2.3: the event and the state that it leads to. */
export function moved(event: RecordedEvent, status: ReferralStatus, patch: PatchOf<typeof referralTable> = {}): Change {
  return changed(event, { ...patch, status, since: new Date(event.meta.acceptedAt) });
}

/** Both parties' values are kept (vocabulary 1.4 R1.1); which one drives is the database's to say. */
export function graded(event: EventOf<'PrioritySet'>): Change {
  const { side, level, reasons } = event.data;
  // A side or level of a newer writer: shown as it is, it could hide the value that drives.
  if (level === 'UNKNOWN') throw new ImpossibleEventError('PRIORITY_UNKNOWN');
  switch (side) {
    case 'SENDER':
      return changed(event, { sender_priority: level, sender_reasons: reasons });
    case 'RECEIVER':
      return changed(event, { receiver_priority: level, receiver_reasons: reasons });
    case 'UNKNOWN':
      throw new ImpossibleEventError('SIDE_UNKNOWN');
  }
}

function changed(event: RecordedEvent, patch: PatchOf<typeof referralTable>): Change {
  return change(referralTable, { id: legOf(event) }, { ...patch, position: event.meta.position });
}
