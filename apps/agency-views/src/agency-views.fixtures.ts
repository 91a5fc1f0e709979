import { randomUUID } from 'node:crypto';
import {
  type BusEvent,
  encodeEvent,
  leafOfEvent,
  type Meta,
  newestSchema,
  NO_LEAF,
  ordinalOf,
  type RecordedEvent,
} from '#libs/contracts';
import type { JournalRow } from '#libs/event-log';
import type { EventData } from '#libs/contracts';
import { plainSubmission } from '#libs/domain';
import { advance, type BusPosition, formatReferralId, type LaneVector } from '#libs/kernel';

/** 2026-11-24T08:00:00Z */
export const START = 1_795_507_200_000;

/** The same number, the same id: referrals of a spec are told apart by theirs. */
export function referralId(n: number, lane = 1): string {
  return formatReferralId({
    jurisdiction: 'PH',
    lane,
    uuid: `0198c1f0-0000-7000-8000-${n.toString(16).padStart(12, '0')}`,
  });
}

export const sender = { agency: 'US-CLEAR', role: 'CLEARINGHOUSE', country: 'US' };
export const recipient = { agency: 'PH-WCPC', role: 'LE_UNIT', country: 'PH' };

export function submission(data: Partial<EventData<'ReferralSubmitted'>> = {}): BusEvent {
  return {
    type: 'ReferralSubmitted',
    data: {
      ...plainSubmission,
      rules: null,
      priorityStanding: null,
      deliveryRules: null,
      concerned: null,
      waiverJudgedBy: null,
      obligation: null,
      from: sender,
      to: recipient,
      reference: 'CLEAR-1',
      reporter: { company: 'Example Platform Ltd', role: 'INDUSTRY_TS' },
      incident: {
        offenceType: 'SOLICITATION',
        modifiers: ['FINANCIAL_EXTORTION'],
        occurredAt: START - 3_600_000,
        zone: 'Asia/Manila',
      },
      files: [{ kind: 'CHAT_LOG', count: 2 }],
      nexus: [{ country: 'PH', basis: 'VICTIM_PRESENT', confidence: 'MEDIUM' }],
      subjects: [],
      ...data,
    },
  };
}

export function prioritySet(
  level: EventData<'PrioritySet'>['level'] = 'P3',
  side: EventData<'PrioritySet'>['side'] = 'SENDER',
): BusEvent {
  const by = side === 'SENDER' ? sender.agency : recipient.agency;
  return {
    type: 'PrioritySet',
    data: {
      side,
      by,
      level,
      reasons: ['IDENTIFIED_SUSPECT'],
      rules: 'priority/1',
      riskAssessment: null,
      externalPriority: null,
    },
  };
}

/** What a submission writes: two events of two topics in one command. */
export const submitted = (data?: Partial<EventData<'ReferralSubmitted'>>): BusEvent[] => [
  submission(data),
  prioritySet(),
];

export const received: BusEvent = { type: 'ReferralReceived', data: { by: recipient.agency, rules: null } };
export const acknowledged: BusEvent = { type: 'ReferralAcknowledged', data: { by: recipient.agency, rules: null } };
export const accepted: BusEvent = {
  type: 'ReferralAccepted',
  data: { by: recipient.agency, scope: 'FULL', reason: null, conditions: null, note: null, rules: null },
};
export const rejectedAsDuplicateOf = (id: string): BusEvent => ({
  type: 'ReferralRejected',
  data: {
    by: recipient.agency,
    reason: 'DUPLICATE',
    partialConsidered: false,
    suggested: null,
    duplicateOf: id,
    note: null,
    rules: null,
  },
});

type Overrides = Partial<Pick<Meta, 'eventId' | 'synthetic' | 'acceptedAt'>> & {
  readonly actor?: Partial<Meta['actor']>;
};

/** A lane's events as the journal would hold them: gapless positions, `after` and `previous` in a chain. */
export class LaneScript {
  readonly events: RecordedEvent[] = [];
  readonly rows: JournalRow[] = [];
  #after: LaneVector = [];
  #previous: Buffer = NO_LEAF;

  constructor(readonly lane = 1) {}

  /** Appends what one command writes for the leg. */
  append(leg: string, events: readonly BusEvent[], overrides: Overrides = {}): this {
    for (const event of events) this.#appendOne(leg, event, overrides);
    return this;
  }

  /** What the answer to the last command carries. */
  get position(): BusPosition {
    return { lane: this.lane, position: this.rows.length, vector: this.#after };
  }

  #appendOne(leg: string, event: BusEvent, overrides: Overrides): void {
    const { topic } = newestSchema(event.type);
    const position = this.rows.length + 1;
    const meta = this.#meta(leg, position, event, overrides);
    const { fingerprint, bytes } = encodeEvent(event, meta);
    this.events.push({ ...event, topic, meta });
    this.rows.push({ topic, lane: this.lane, position, key: leg, fingerprint, bytes });
    this.#after = advance(this.#after, ordinalOf(topic), position);
    this.#previous = leafOfEvent({ fingerprint, bytes });
  }

  #meta(leg: string, position: number, event: BusEvent, { actor, ...rest }: Overrides): Meta {
    const who = event.type === 'ReferralSubmitted' || event.type === 'PrioritySet' ? sender : recipient;
    return {
      eventId: randomUUID(),
      stream: `${event.type === 'PrioritySet' ? 'escalation' : 'referral'}/${leg}`,
      leg,
      lane: this.lane,
      position,
      ordinal: 1,
      of: 1,
      after: [...this.#after],
      previous: this.#previous,
      acceptedAt: START + position * 1_000,
      claimedAt: null,
      actor: { ...who, client: `${who.agency.toLowerCase()}-backend`, person: 'officer-7', ...actor },
      correlation: randomUUID(),
      causation: null,
      command: null,
      synthetic: false,
      ...rest,
    };
  }
}
