import type { EventName, Priority } from '#libs/contracts';
import type { Actor } from '#libs/kernel';
import { actor, NOW, prioritised, refusalOf, submitted } from '../leg/leg.fixtures.js';
import { leg } from '../leg/leg.js';
import type { Leg, LegCommand, LegEvent } from '../leg/leg.js';
import { membership } from '../membership/membership.js';
import type { Membership } from '../membership/state.js';
import type { ReachedStep } from '../referral/delivery-steps.js';
import { firstRulebook, type Rulebook } from '../referral/rules.js';
import type { EscalationCommand } from './commands.js';
import { ToldRefusal } from './onward-refused.js';

export const MINUTE = 60_000;

type Data<Type extends EscalationCommand['type']> = Extract<EscalationCommand, { type: Type }>['data'];

interface Saying {
  readonly by?: string;
  readonly person?: string | null;
  readonly as?: Partial<Actor>;
  readonly at?: number;
}

/** A word of the escalation, of the receiver's person unless it says otherwise. */
export const says = <Type extends EscalationCommand['type']>(
  type: Type,
  data: Data<Type>,
  { by = 'PH-WCPC', person = 'p-1', as = {}, at = NOW }: Saying = {},
): LegCommand => ({ type, data, meta: { actor: { ...actor(by, person), ...as }, now: at } }) as unknown as LegCommand;

export const clock = (at: number): LegCommand => ({
  type: 'RunClocks',
  data: {},
  meta: { actor: actor('BUS-CLOCK'), now: at },
});

/** What the bus knows of the way of a leg. */
export const receipt = (step: ReachedStep, { at = NOW, agoMs = 0 } = {}): LegCommand => ({
  type: 'AdvanceEvidence',
  data: { reached: [{ step, agoMs }] },
  meta: { actor: actor('BUS-POLICY'), now: at },
});

export const none = { riskAssessment: null, externalPriority: null, note: null } as const;
export const attached = { riskAssessment: null, externalPriority: null } as const;

export const sent = (level: Priority): LegEvent[] => [submitted(), prioritised(level)];

/** A leg as it goes: what is said is folded at the time at which it is said, under the ids that it has in its log. */
export class Told {
  readonly events: { readonly event: LegEvent; readonly at: number; readonly id: string }[] = [];

  constructor(
    public state: Leg = leg.initialState(),
    readonly members: Membership = membership.initialState(),
    readonly rulebook: Rulebook = firstRulebook,
  ) {}

  static sent(level: Priority, members?: Membership): Told {
    const told = new Told(undefined, members);
    sent(level).forEach((event) => told.fold(event, NOW, 'p-9'));
    return told;
  }

  say(command: LegCommand): LegEvent[] {
    const events = this.#decided(command);
    events.forEach((event) => this.fold(event, command.meta.now, command.meta.actor.person));
    return events;
  }

  /** A refusal of which others hear is what was said. */
  #decided(command: LegCommand): LegEvent[] {
    try {
      return leg.decide(command, this.state, this.rulebook, this.members);
    } catch (error) {
      if (error instanceof ToldRefusal) return [error.event];
      throw error;
    }
  }

  refused(command: LegCommand): string | undefined {
    return refusalOf(() => leg.decide(command, this.state, this.rulebook, this.members))?.code;
  }

  fold(event: LegEvent, at: number, person: string | null = null): string {
    const id = `0198c1f0-0000-7000-8000-${String(this.events.length + 1).padStart(12, '0')}`;
    this.state = leg.evolve(this.state, event, { at, eventId: id, person, synthetic: false });
    this.events.push({ event, at, id });
    return id;
  }

  /** Id of the last event of a type. */
  idOf(type: EventName): string {
    return this.events.findLast(({ event }) => event.type === type)?.id ?? '';
  }
}

/** What the clock said, a line each: `30m MISSED ACKNOWLEDGE P1`. */
export const lines = (events: readonly LegEvent[]): string[] =>
  events.map((event) => {
    const minutes = (at: number): string => `${(at - NOW) / MINUTE}m`;
    switch (event.type) {
      case 'DeadlineWarned':
        return `WARNED ${event.data.duty} of ${minutes(event.data.dueAt)}`;
      case 'DeadlineMissed':
        return `${minutes(event.data.dueAt)} MISSED ${event.data.duty} ${event.data.level}`;
      case 'EscalationRaised':
        return `${minutes(event.data.dueAt)} RAISED ${event.data.step} for ${event.data.cause}`;
      case 'EvidenceAdvanced': {
        const [{ at = null, dueAt = null } = {}] = event.data.steps;
        const said = event.data.steps.map(({ step }) => step).join(' ');
        return at === null ? `${minutes(dueAt ?? NOW)} NOT ${said}` : `${minutes(at)} ${said}`;
      }
      case 'PreservationExpiring':
        return `EXPIRING in ${event.data.daysLeft} days`;
      default:
        return event.type;
    }
  });
