import type { EscalationCommand } from './commands.js';
import { answer, confirmSafeguarding, notifySafeguarding, recordVoiceContact } from './contact.js';
import type { Case } from './deciding.js';
import type { EscalationEvent } from './evolve.js';
import { answerOnwardRefusal } from './onward-answered.js';
import { confirmPreservation, releasePreservation, requestPreservation } from './preservation.js';
import { approveLowering, confirm, dispute, lower, raise, resolve } from './priority.js';
import { type EscalationCommandName, escalationWords } from './words.js';

/** The commands of agencies; the clock's own needs who takes part as well (run-clocks.ts). */
type Name = Exclude<EscalationCommandName, 'RunClocks'>;
type CommandOf<Each extends Name> = Extract<EscalationCommand, { readonly type: Each }>;

/** One decider a row of the table. */
const deciders: { readonly [Each in Name]: (command: CommandOf<Each>, about: Case) => EscalationEvent[] } = {
  ConfirmPriority: confirm,
  RaisePriority: raise,
  LowerPriority: lower,
  ApproveLowering: approveLowering,
  DisputePriority: dispute,
  ResolveDispute: resolve,
  RecordVoiceContact: recordVoiceContact,
  AnswerEscalation: answer,
  AnswerOnwardRefusal: answerOnwardRefusal,
  NotifySafeguarding: notifySafeguarding,
  ConfirmSafeguarding: confirmSafeguarding,
  RequestPreservation: requestPreservation,
  ConfirmPreservation: confirmPreservation,
  ReleasePreservation: releasePreservation,
};

export function isEscalationCommand(command: { readonly type: string }): command is EscalationCommand {
  return Object.hasOwn(escalationWords, command.type);
}

/** The escalation family (vocabulary 1.3, 1.4, 2.5). @throws DomainError to refuse */
export function decideEscalation(
  command: Exclude<EscalationCommand, { type: 'RunClocks' }>,
  about: Case,
): EscalationEvent[] {
  const decide = deciders[command.type] as (command: EscalationCommand, about: Case) => EscalationEvent[];
  return decide(command, about);
}
