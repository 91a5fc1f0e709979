import { DomainError } from '#libs/kernel';
import { requireCode, requireReference } from '../referral/content-checks.js';
import type { AnswerOnwardRefusal } from './commands.js';
import { type Case, escalationRef, requireAdmitted, rulesOf } from './deciding.js';
import type { EscalationEvent } from './evolve.js';
import { toldContacts } from './onward-refused.js';

/**
 * A national contact answers for a case that was not let go on (vocabulary 2.4 I6), all that is in its way at once: from then on it
 * is not stuck, and whoever meets an obstacle again has the contacts told again. It moves nothing and lifts no limit: the bus refuses
 * as before, and who acts on the answer does so in words of its own.
 */
export function answerOnwardRefusal(command: AnswerOnwardRefusal, about: Case): EscalationEvent[] {
  const { data, meta } = command;
  const { reply, competent, note } = data;
  const { state } = requireAdmitted(command, about);
  requireReference('note', note);
  requireCode('reply', reply);
  if (reply === 'NAMES_OTHER' && !competent) throw new DomainError('SUGGESTION_REQUIRED', { reason: reply }, 422);
  if (reply !== 'NAMES_OTHER' && competent) throw new DomainError('SUGGESTION_NOT_APPLICABLE', { reply }, 422);
  const { stuck = [] } = about.escalation;
  if (stuck.length === 0) throw new DomainError('ONWARD_NOT_STUCK');
  const contacts = toldContacts(about).filter(({ agency }) => agency !== state.receiver);
  const audience = contacts.map(({ agency }) => agency).filter((agency) => agency !== state.sender);
  const by = meta.actor.agency;
  const rules = escalationRef(rulesOf(about, meta));
  return [
    {
      type: 'OnwardRefusalAnswered',
      data: { by, causes: [...stuck], reply, competent, contacts, audience, note, rules },
    },
  ];
}
