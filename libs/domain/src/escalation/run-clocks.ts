import type { MissCause, Party, RuleRef } from '#libs/contracts';
import type { Membership } from '../membership/state.js';
import { admit } from '../referral/admission.js';
import { expire } from '../referral/clocks.js';
import { missedSteps } from '../referral/delivery.js';
import type { ReferralEvent } from '../referral/evolve.js';
import { judged } from '../referral/judged.js';
import type { ReferralRelated } from '../referral/related.js';
import { refTo, type Rulebook } from '../referral/rules.js';
import type { Submitted } from '../referral/state.js';
import type { RunClocks } from './commands.js';
import type { EscalationEvent } from './evolve.js';
import { calledUpon } from './ladder.js';
import { type ClockedLeg, firstStepFor, type Moment, nextMoment } from './moments.js';
import type { Level, LevelRules } from './rules.js';
import { drivingGrade, type Escalation, ESCALATION_LIMITS } from './state.js';

export interface Clockwork {
  readonly rulebook: Rulebook;
  readonly members: Membership;
  /** The leg after an event of these. */
  after(leg: ClockedLeg<Submitted>, event: ReferralEvent | EscalationEvent): ClockedLeg<Submitted>;
}

/**
 * Everything that is due, in order of time, as if the clock had never been away: each once, and nothing for what was done
 * meanwhile. Too early, or said twice, it says nothing. What is beyond the bound of one command is due at once.
 * @throws DomainError to who is not the clock; TransientError RULES_UNKNOWN
 */
export function runClocks(
  command: RunClocks,
  leg: ClockedLeg<Submitted>,
  work: Clockwork,
): (ReferralEvent | EscalationEvent)[] {
  if (leg.referral.status === 'NONE') return [];
  admit(command, leg.referral);
  const said: (ReferralEvent | EscalationEvent)[] = [];
  let state = leg;
  while (said.length < ESCALATION_LIMITS.eventsOfClock) {
    const moment = nextMoment(state, work.rulebook);
    if (!moment || moment.at > command.meta.now || state.referral.status === 'NONE') break;
    const events = eventsAt(moment, command, { referral: state.referral, escalation: state.escalation }, work);
    if (events.length === 0) break;
    said.push(...events);
    state = events.reduce((before, event) => work.after(before, event), state);
  }
  return said;
}

const expired = ({ meta }: RunClocks, state: Submitted, related: ReferralRelated): ReferralEvent[] =>
  judged(expire({ type: 'ExpireReferral', meta, data: {} }, state, related), { ...related, meta, state });

interface Running {
  readonly referral: Submitted;
  readonly escalation: Escalation;
}

function eventsAt(
  moment: Moment,
  command: RunClocks,
  leg: Running,
  work: Clockwork,
): (ReferralEvent | EscalationEvent)[] {
  const { referral, escalation } = leg;
  const grade = drivingGrade(escalation);
  const level = (grade?.level ?? 'P4') as Level;
  const receiver = receiverOf(leg, work.members);
  switch (moment.kind) {
    case 'UNDELIVERED':
      return [missedSteps(moment.steps, moment.at, moment.delivery)];
    case 'EXPIRE':
      return expired(command, referral, { ...work, priority: grade, stuck: escalation.stuck ?? [] });
    case 'EXPIRING': {
      const { event, until = moment.at, by } = moment.preservation;
      const responsible = by === receiver.agency ? receiver : partyOf(by, work.members);
      const data = { request: event, level, expiresAt: until, daysLeft: moment.daysLeft, responsible };
      return [{ type: 'PreservationExpiring', data: { ...data, rules: refOf(escalation) } }];
    }
    case 'WARN': {
      const { duty, countedFrom, dueAt } = moment;
      const ofReferral = duty === 'EXPIRY' || duty === 'REVIEW';
      const rules = ofReferral ? refTo(work.rulebook.version(referral.rules)) : refOf(escalation);
      const responsible = ofReferral ? receiver : inRoleOf(levelRules(leg, level, work), receiver, work.members);
      return [{ type: 'DeadlineWarned', data: { duty, level, countedFrom, dueAt, responsible, rules } }];
    }
    case 'RAISE':
      return [raised(moment, leg, { level, receiver, now: command.meta.now, work })];
    case 'MISS': {
      const { duty, countedFrom, dueAt } = moment;
      const rules = levelRules(leg, level, work);
      const first = firstStepFor(moment, leg, rules);
      return [
        {
          type: 'DeadlineMissed',
          data: {
            ...{ duty, level, levelSince: escalation.levelSince ?? countedFrom, countedFrom, dueAt },
            responsible: inRoleOf(rules, receiver, work.members),
            cause: causeOf(referral, dueAt),
            rules: refOf(escalation),
          },
        },
        ...(first ? [raised(first, leg, { level, receiver, now: command.meta.now, work })] : []),
      ];
    }
  }
}

/** Where to look first (design 4): at the bus where the receiver could not have read it by then. */
function causeOf({ status, since, acted, delivery }: Submitted, dueAt: number): MissCause {
  if (delivery) return delivery.available === undefined || delivery.available > dueAt ? 'BUS' : 'RECEIVER';
  const unheard = status === 'SUBMITTED' && acted === since;
  return unheard ? 'NOT_DETERMINED' : 'RECEIVER';
}

interface Raising {
  readonly level: Level;
  readonly receiver: Party;
  readonly now: number;
  readonly work: Clockwork;
}

function raised(
  { at, duty, countedFrom, step }: Moment & { readonly kind: 'RAISE' },
  leg: Running,
  { level, receiver, now, work }: Raising,
): EscalationEvent {
  const ladder = levelRules(leg, level, work).ladder.slice(step - 1);
  if (ladder.length === 0) throw new RangeError(`no step ${step} of ${level}`);
  const { sender } = leg.referral;
  const { to, unfilled, closed } = calledUpon({ level, ladder, receiver, sender }, work.members, now);
  const audience = [...new Set([receiver.agency, ...to.map(({ agency }) => agency)])];
  return {
    type: 'EscalationRaised',
    data: {
      ...{ step, cause: duty, level, countedFrom, dueAt: at, to, unfilled, audience, closed },
      rules: refOf(leg.escalation),
    },
  };
}

const levelRules = ({ escalation }: Running, level: Level, { rulebook }: Clockwork): LevelRules =>
  rulebook.escalation.version(escalation.rules ?? 1).levels[level];

const refOf = ({ rules }: Escalation): RuleRef => ({ set: 'escalation', version: rules ?? 1 });

/** Who has the leg. Of a leg from before its role was kept, what the membership says. */
function receiverOf({ referral, escalation: { to } }: Running, members: Membership): Party {
  return to ? { agency: referral.receiver, ...to } : partyOf(referral.receiver, members);
}

function partyOf(agency: string, { members }: Membership): Party {
  const member = Object.hasOwn(members, agency) ? members[agency] : undefined;
  return { agency, role: member?.roles[0] ?? '', country: member?.country ?? 'XX' };
}

/** The receiver in the role of the level where it holds that, in its own otherwise. */
function inRoleOf({ responsible }: LevelRules, receiver: Party, { members }: Membership): Party {
  const held = Object.hasOwn(members, receiver.agency) ? (members[receiver.agency]?.roles ?? []) : [];
  const role = responsible.roles.find((each) => each === receiver.role || held.includes(each));
  return { ...receiver, role: role ?? receiver.role };
}
