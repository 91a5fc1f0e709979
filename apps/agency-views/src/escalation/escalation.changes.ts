import type { Party, RecordedEvent } from '#libs/contracts';
import { acceptedOf, beginsAnew, escalationAfter, type EscalationEvent } from '#libs/domain';
import { type Change, type EventOf, type PatchOf, upsert } from '#libs/projections';
import { legOf } from '../leg-of.js';
import type { referralTable } from '../referral/referral.table.js';
import { calledUponTable } from './called-upon.table.js';
import { missedColumnOf, nothingRaised } from './escalation.columns.js';

type ReferralPatch = PatchOf<typeof referralTable>;

/** What an event says of clocks and ladder, beside what else it changes of its leg. */
export function missed({ data, meta }: EventOf<'DeadlineMissed'>): ReferralPatch {
  const column = missedColumnOf(data.duty);
  if (column === null) return {};
  const patch = { [column]: new Date(data.dueAt), missed_rules: data.rules?.version ?? null } as ReferralPatch;
  return data.duty === 'STATUS_UPDATE' ? { ...patch, missed_status_position: meta.position } : patch;
}

export const raised = ({ data: { step, cause, countedFrom } }: EventOf<'EscalationRaised'>): ReferralPatch => ({
  ladder_step: step,
  ladder_duty: cause,
  ladder_from: new Date(countedFrom),
  ladder_answered: false,
});

export const called = (event: RecordedEvent, parties: readonly Party[]): Change[] =>
  parties.map(({ agency }) => upsert(calledUponTable, { referral: legOf(event), agency }));

export const answered: ReferralPatch = { ladder_answered: true };

/** What was done, as the domain hears it: a number that nobody answers is no contact. */
export function done(event: EventOf<EscalationEvent['type']>): ReferralPatch {
  const fact = { event, speaker: null, arrival: null };
  const { voice, preserved, notified, located } = escalationAfter(nothing, fact, null, acceptedOf(event.meta));
  return {
    ...(voice && { voice_contact: true }),
    ...(preserved && { preservation: true }),
    ...(notified && { safeguarding: true }),
    ...(located && { child_located: true }),
  };
}

const nothing = { sender: null, receiver: null };

/** Of an event that may bring an ended leg back to life. */
export const begun = (event: EventOf<'ReferralReopened' | 'ForwardReturned'>): ReferralPatch =>
  beginsAnew(event) ? nothingRaised : {};
