import type { EventData } from '#libs/contracts';
import { DomainError, type ErrorDetails } from '#libs/kernel';
import { requirePerson } from '../referral/admission.js';
import { requireCode, requireReference } from '../referral/content-checks.js';
import type {
  ApproveLowering,
  ConfirmPriority,
  DisputePriority,
  EscalationCommand,
  LowerPriority,
  RaisePriority,
  ResolveDispute,
  Stated,
} from './commands.js';
import { type Case, escalationRef, requireAdmitted, rulesOf } from './deciding.js';
import { type EscalationEvent, rulesText } from './evolve.js';
import { type EscalationRules, examplesOf } from './rules.js';
import { drivingGrade, type Graded } from './state.js';

/** `by`: the agency whose value it is, which on an onward leg is not who acts. */
export type Opening = Stated & { readonly by: string };

/** The first statement of the level, with the submission. @throws DomainError 422 */
export function setFirst(opening: Opening, rules: EscalationRules): EscalationEvent {
  requireGrade(opening, rules);
  requireReferences(opening);
  const { by, level, reasons, riskAssessment = null, externalPriority = null } = opening;
  const grade = { level, reasons: [...reasons], rules: rulesText(rules.version) };
  return { type: 'PrioritySet', data: { side: 'SENDER', by, ...grade, riskAssessment, externalPriority } };
}

/** @throws DomainError 422 PRIORITY_UNKNOWN, PRIORITY_REASON_REQUIRED */
function requireGrade({ level, reasons }: Graded, rules: EscalationRules): void {
  if (level === 'UNKNOWN') throw new DomainError('PRIORITY_UNKNOWN', {}, 422);
  if (reasons.length === 0 || reasons.includes('UNKNOWN'))
    throw new DomainError('PRIORITY_REASON_REQUIRED', { examples: examplesOf(rules, level) }, 422);
}

export function confirm(command: ConfirmPriority, about: Case): EscalationEvent[] {
  const { data, meta } = command;
  const driving = requireUndisputed(command, about);
  requireReferences(data);
  requireGrade({ level: driving.level, reasons: data.reasons }, rulesOf(about, meta));
  const { receiver } = about.escalation;
  if (receiver?.decided === true && receiver.level === driving.level && same(receiver.reasons, data.reasons)) return [];
  const { riskAssessment, externalPriority } = data;
  const rules = rulesText(rulesOf(about, meta).version);
  return [
    {
      type: 'PrioritySet',
      data: {
        ...{ side: 'RECEIVER', by: meta.actor.agency, level: driving.level, reasons: [...data.reasons] },
        ...{ rules, riskAssessment, externalPriority },
      },
    },
  ];
}

/** What is attached travels as codes and references alone. @throws DomainError 422 NOTE_MALFORMED */
function requireReferences({ note = null, riskAssessment = null, externalPriority = null }: Attachments): void {
  const { tool, version, value, assessor } = riskAssessment ?? {};
  const { scheme, code, setBy } = externalPriority ?? {};
  const named = { note, tool, version, value, assessor, scheme, code, setBy };
  for (const [field, reference] of Object.entries(named)) requireReference(field, reference ?? null);
}

type Attachments = {
  readonly [Field in 'note' | 'riskAssessment' | 'externalPriority']?: EventData<'PriorityChanged'>[Field] | undefined;
};

/** Always allowed, also by a system: only lowering needs a person (R1.2, R1.3). */
export function raise(command: RaisePriority, about: Case): EscalationEvent[] {
  const { data, meta } = command;
  const { speaker } = requireAdmitted(command, about);
  requireReferences(data);
  const driving = requireDriving(about);
  requireGrade(data, rulesOf(about, meta));
  if (data.level === driving.level) return [];
  if (data.level > driving.level)
    throw new DomainError('PRIORITY_NOT_RAISED', whatItIsFor(driving, rulesOf(about, meta)));
  const side = speaker === 'SENDER' ? 'SENDER' : 'RECEIVER';
  // what a system of the receiver says is no decision: the sender's value goes on driving where it is higher
  const { sender } = about.escalation;
  const overruled = side === 'RECEIVER' && meta.actor.person === null && sender !== null && sender.level < data.level;
  const drives = overruled ? sender.level : data.level;
  return [changedBy(command, about, { ...data, side, driving: drives, status: 'IN_FORCE' })];
}

/** Of P1 a proposal, which changes nothing until another person approves it (R1.2). */
export function lower(command: LowerPriority, about: Case): EscalationEvent[] {
  const { data, meta } = command;
  const driving = requireUndisputed(command, about);
  requireReferences(data);
  requireGrade(data, rulesOf(about, meta));
  requireCode('lowering', data.lowering);
  if (data.level === driving.level) return [];
  if (data.level < driving.level)
    throw new DomainError('PRIORITY_NOT_LOWERED', whatItIsFor(driving, rulesOf(about, meta)));
  const proposed = driving.level === 'P1';
  const { proposal } = about.escalation;
  const stands = proposal?.person === meta.actor.person && proposal.reason === data.lowering;
  if (proposed && stands && proposal.level === data.level) return [];
  const said = { ...data, side: 'RECEIVER' as const };
  return [
    proposed
      ? changedBy(command, about, { ...said, driving: driving.level, status: 'PROPOSED' })
      : changedBy(command, about, { ...said, driving: data.level, status: 'IN_FORCE' }),
  ];
}

export function approveLowering(command: ApproveLowering, about: Case): EscalationEvent[] {
  const { data } = command;
  requireUndisputed(command, about);
  requireReferences(data);
  const { proposal } = about.escalation;
  if (!proposal) throw new DomainError('LOWERING_NOT_PROPOSED');
  requireAnother(command, [proposal.person]);
  const { event, level, reasons, reason } = proposal;
  return [
    changedBy(command, about, {
      ...{ side: 'RECEIVER', level, reasons, lowering: reason, driving: level, status: 'IN_FORCE' },
      ...{ approves: event, note: data.note },
    }),
  ];
}

/** Restores what drove before, until the higher role has decided. */
export function dispute(command: DisputePriority, about: Case): EscalationEvent[] {
  const { data, meta } = command;
  requireAdmitted(command, about);
  requireReferences(data);
  const { dispute: open, lowered } = about.escalation;
  if (open) return [];
  if (!lowered) throw new DomainError('LOWERING_NOT_DISPUTABLE');
  const { level } = lowered.from;
  requireGrade({ level, reasons: data.reasons }, rulesOf(about, meta));
  return [
    {
      type: 'PriorityDisputed',
      data: {
        ...{ by: meta.actor.agency, change: lowered.event, previous: requireDriving(about).level, driving: level },
        ...{ reasons: [...data.reasons], note: data.note, rules: escalationRef(rulesOf(about, meta)) },
      },
    },
  ];
}

export function resolve(command: ResolveDispute, about: Case): EscalationEvent[] {
  const { data, meta } = command;
  requireAdmitted(command, about);
  requireReferences(data);
  const { dispute: open } = about.escalation;
  if (!open) throw new DomainError('DISPUTE_NOT_OPEN');
  requireAnother(command, open.persons);
  requireGrade(data, rulesOf(about, meta));
  const lowers = data.level !== open.from.level;
  if (lowers && data.lowering === null) throw new DomainError('LOWERING_REASON_REQUIRED', {}, 422);
  if (!lowers && data.lowering !== null) throw new DomainError('REASON_NOT_APPLICABLE', { level: data.level }, 422);
  requireCode('lowering', data.lowering);
  return [
    changedBy(command, about, {
      ...data,
      ...{ side: 'RECEIVER', driving: data.level, status: 'IN_FORCE', resolves: open.dispute },
    }),
  ];
}

type Change = Pick<EventData<'PriorityChanged'>, 'side' | 'driving' | 'status'> &
  Partial<Omit<EventData<'PriorityChanged'>, 'reasons'>> &
  Graded;

function changedBy({ meta }: EscalationCommand, about: Case, change: Change): EscalationEvent {
  const { side, level, reasons, lowering = null, driving, status, approves = null, resolves = null } = change;
  const { riskAssessment = null, externalPriority = null, note = null } = change;
  return {
    type: 'PriorityChanged',
    data: {
      ...{ side, by: meta.actor.agency, previous: requireDriving(about).level, level, driving },
      ...{ reasons: [...reasons], lowering, status, approves, resolves, riskAssessment, externalPriority, note },
      rules: escalationRef(rulesOf(about, meta)),
    },
  };
}

function requireDriving({ escalation }: Case): Graded {
  const driving = drivingGrade(escalation);
  if (!driving) throw new DomainError('PRIORITY_NOT_SET');
  return driving;
}

/** @throws DomainError 409 PRIORITY_DISPUTED: only the higher role decides then */
function requireUndisputed(command: EscalationCommand, about: Case): Graded {
  requireAdmitted(command, about);
  if (about.escalation.dispute) throw new DomainError('PRIORITY_DISPUTED');
  return requireDriving(about);
}

/** Of the level that drives, so that people grade alike. */
const whatItIsFor = ({ level }: Graded, rules: EscalationRules): ErrorDetails => ({
  priority: level,
  examples: examplesOf(rules, level),
});

/** Four eyes are two persons. @throws DomainError 409 SECOND_PERSON_REQUIRED */
function requireAnother({ meta }: EscalationCommand, persons: readonly (string | null)[]): void {
  if (persons.includes(requirePerson(meta.actor))) throw new DomainError('SECOND_PERSON_REQUIRED');
}

const same = (one: readonly string[], other: readonly string[]): boolean => one.join() === other.join();
