import type { RuleRef } from '#libs/contracts';
import type { CommandMeta } from '#libs/kernel';
import { admit, type Admission } from '../referral/admission.js';
import type { Membership } from '../membership/state.js';
import type { Rulebook } from '../referral/rules.js';
import type { Referral } from '../referral/state.js';
import type { Speaker } from '../referral/transitions/transition.js';
import type { EscalationCommand } from './commands.js';
import type { EscalationRules } from './rules.js';
import { isToldContact } from './onward-refused.js';
import type { Escalation } from './state.js';

/** What a rule of the escalation is decided on: the leg under its lock. */
export interface Case {
  readonly referral: Referral;
  readonly escalation: Escalation;
  readonly rulebook: Rulebook;
  /** Who takes part: the national contacts, where a case is stuck. */
  readonly members: Membership;
}

/**
 * Who may say it, and from where: as the table has it (words.ts).
 * @throws DomainError 404 to who is no party and was not called upon, 409, 422 PERSON_REQUIRED
 */
export function requireAdmitted(command: EscalationCommand, about: Case): Admission {
  const admitted = admit(command, about.referral, undefined, moreOf(command.meta, about));
  if (!admitted) throw new TypeError(`${command.type} is never said already`);
  return admitted;
}

const HIGHER_ROLES: ReadonlySet<string> = new Set(['POC_247', 'NCP_LE']);

/**
 * Who learns of the leg by its escalation: whom it called upon, the national contacts that were told that it is stuck, and while there
 * is a dispute the higher role of the receiver's side.
 */
function moreOf({ actor }: CommandMeta, { referral, escalation }: Case): Speaker[] {
  const { to, dispute, called } = escalation;
  const higher = dispute !== undefined && HIGHER_ROLES.has(actor.role) && actor.country === to?.country;
  return [
    ...(higher ? (['HIGHER'] as const) : []),
    ...(called?.includes(actor.agency) ? (['ADDRESSED'] as const) : []),
    ...(isToldContact(actor, { referral, escalation }) ? (['TOLD'] as const) : []),
  ];
}

/** The rules that the leg is judged by; of a leg from before there were any, those of now. */
export function rulesOf({ escalation: { rules }, rulebook }: Case, { now }: CommandMeta): EscalationRules {
  return rules === undefined ? rulebook.escalation.inForce(now) : rulebook.escalation.version(rules);
}

export const escalationRef = ({ version }: EscalationRules): RuleRef => ({ set: 'escalation', version });
