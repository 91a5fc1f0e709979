import { DomainError } from '#libs/kernel';
import { requireCode, requireReference } from '../referral/content-checks.js';
import type { AnswerEscalation, ConfirmSafeguarding, NotifySafeguarding, RecordVoiceContact } from './commands.js';
import { type Case, escalationRef, requireAdmitted, rulesOf } from './deciding.js';
import type { EscalationEvent } from './evolve.js';
import { ESCALATION_LIMITS } from './state.js';

/** A call cannot lie further ahead than clocks differ, nor before the case: it is beside the bus that it was made. */
const CLOCK_TOLERANCE_MS = 10 * 60_000;
const LONGEST_AGO_MS = 30 * 86_400_000;

export function recordVoiceContact(command: RecordVoiceContact, about: Case): EscalationEvent[] {
  const { data, meta } = command;
  requireAdmitted(command, about);
  requireReference('note', data.note);
  requireCode('result', data.result);
  if (data.at > meta.now + CLOCK_TOLERANCE_MS || data.at < meta.now - LONGEST_AGO_MS)
    throw new DomainError('TIME_ABSURD', { field: 'at' }, 422);
  return [{ type: 'VoiceContactRecorded', data: { ...data, ...byAndRules(command, about) } }];
}

/** Stops the ladder that is climbed; what was raised stands. Once it was answered, it says nothing new. */
export function answer(command: AnswerEscalation, about: Case): EscalationEvent[] {
  const { data } = command;
  requireAdmitted(command, about);
  requireReference('note', data.note);
  requireCode('reply', data.reply);
  const { ladder } = about.escalation;
  if (!ladder) throw new DomainError('ESCALATION_NOT_RAISED');
  if (ladder.answered) return [];
  const said = { step: ladder.step, cause: ladder.duty, reply: data.reply, note: data.note };
  return [{ type: 'EscalationAnswered', data: { ...said, ...byAndRules(command, about) } }];
}

export function notifySafeguarding(command: NotifySafeguarding, about: Case): EscalationEvent[] {
  const { data } = command;
  requireAdmitted(command, about);
  requireReference('note', data.note);
  requireCode('measure', data.measure);
  const limit = ESCALATION_LIMITS.notified;
  if ((about.escalation.notified ?? []).length >= limit) throw new DomainError('SAFEGUARDING_EXHAUSTED', { limit });
  return [{ type: 'SafeguardingNotified', data: { ...data, ...byAndRules(command, about) } }];
}

export function confirmSafeguarding(command: ConfirmSafeguarding, about: Case): EscalationEvent[] {
  const { data } = command;
  requireAdmitted(command, about);
  requireReference('note', data.note);
  requireCode('result', data.result);
  if (!(about.escalation.notified ?? []).includes(data.notified))
    throw new DomainError('SAFEGUARDING_NOT_NOTIFIED', {}, 404);
  return [{ type: 'SafeguardingConfirmed', data: { ...data, ...byAndRules(command, about) } }];
}

type Said = RecordVoiceContact | AnswerEscalation | NotifySafeguarding | ConfirmSafeguarding;

const byAndRules = ({ meta }: Said, about: Case) => ({
  by: meta.actor.agency,
  rules: escalationRef(rulesOf(about, meta)),
});
