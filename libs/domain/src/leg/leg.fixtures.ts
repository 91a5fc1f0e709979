import { expect } from '@jest/globals';
import { DomainError } from '#libs/kernel';
import type { Actor } from '#libs/kernel';
import type { AcceptanceScope, BusEvent, EventData, Ground, Priority, PriorityReason } from '#libs/contracts';
import { leg } from './leg.js';
import type { Leg, LegCommand, LegEvent } from './leg.js';
import { rulesText } from '../escalation/evolve.js';
import { busActors } from '../membership/bus-actors.js';
import type { Membership } from '../membership/state.js';
import type { Submission } from '../referral/commands.js';
import { plainSubmission } from '../referral/plain-submission.js';

export const NOW = Date.UTC(2026, 10, 24);
export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;

/** Id of the nth event of a history, from 1. */
export const eventId = (n: number): string => `0198c1f0-0000-7000-8000-${String(n).padStart(12, '0')}`;

/** Events of one leg, all accepted at `at` unless they say otherwise. */
export function folded(history: readonly BusEvent[], { at = NOW, from = leg.initialState() } = {}): Leg {
  return history.reduce(
    (state, event, index) =>
      leg.evolve(state, event, { at, eventId: eventId(index + 1), person: 'p-1', synthetic: false }),
    from,
  );
}

/** given events, when a command, then its events or its refusal. @param members who takes part, where that matters */
export function given(history: readonly BusEvent[], state = folded(history), members?: Membership) {
  const decide = (command: LegCommand): LegEvent[] => leg.decide(command, state, undefined, members);
  return {
    when: (command: LegCommand) => ({
      then: (events: LegEvent[]) => expect(decide(command)).toEqual(events),
      /** Types alone, where the content is the command's own. */
      thenTypes: (...types: string[]) => expect(decide(command).map(({ type }) => type)).toEqual(types),
      thenNothing: () => expect(decide(command)).toEqual([]),
      thenRefused: (code: string, details?: object) => {
        const error = refusalOf(() => decide(command));
        expect(error?.code).toBe(code);
        if (details) expect(error?.details).toMatchObject(details);
      },
    }),
  };
}

export function refusalOf(act: () => unknown): DomainError | null {
  try {
    act();
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
  return null;
}

const agencies: Record<string, [role: string, country: string]> = {
  'US-CLEAR': ['CLEARINGHOUSE', 'US'],
  'PH-WCPC': ['LE_UNIT', 'PH'],
  'GB-NCP': ['NCP_LE', 'GB'],
  'AU-UNIT': ['LE_UNIT', 'AU'],
  'BR-UNIT': ['LE_UNIT', 'BR'],
  'PT-UNIT': ['LE_UNIT', 'PT'],
};

/** BUS-POLICY and BUS-CLOCK are the bus itself. */
export function actor(agency: string, person: string | null = 'p-1'): Actor {
  if (agency === 'BUS-POLICY') return busActors.policy;
  if (agency === 'BUS-CLOCK') return busActors.clock;
  const [role = '', country = ''] = agencies[agency] ?? [];
  return { agency, role, country, client: agency.toLowerCase(), person };
}

export const party = (agency: string): { agency: string; role: string; country: string } => {
  const { role, country } = actor(agency);
  return { agency, role, country };
};

export const submission: Submission = {
  ...plainSubmission,
  from: party('US-CLEAR'),
  to: party('PH-WCPC'),
  reference: 'CT-2026-1',
  reporter: { company: 'Example Video', role: 'INDUSTRY_TS' },
  incident: { offenceType: 'SOLICITATION', modifiers: [], occurredAt: NOW - 1000, zone: 'Asia/Manila' },
  files: [{ kind: 'CHAT_LOG', count: 2 }],
  nexus: [
    { country: 'PH', basis: 'VICTIM_PRESENT', confidence: 'MEDIUM' },
    { country: 'GB', basis: 'PROVIDER_ESTABLISHED', confidence: 'HIGH' },
  ],
  subjects: [],
};

const times = { tomorrow: NOW + DAY, 'long ago': -1 };

interface Submitting {
  readonly to?: string;
  readonly occurredAt?: keyof typeof times;
  readonly reasons?: PriorityReason[];
}

export function submit({ to = 'PH-WCPC', occurredAt, reasons = ['IDENTIFIED_SUSPECT'] }: Submitting = {}): LegCommand {
  const incident = occurredAt ? { ...submission.incident, occurredAt: times[occurredAt] } : submission.incident;
  return {
    type: 'SubmitReferral',
    meta: { actor: actor('US-CLEAR'), now: NOW },
    data: { ...submission, incident, to: { ...submission.to, agency: to } },
    priority: { level: 'P3', reasons },
  };
}

interface By {
  readonly by?: string;
  readonly person?: string | null;
}

export const receive = ({ by = 'PH-WCPC' }: By = {}): LegCommand => ({
  type: 'ReceiveReferral',
  meta: { actor: actor(by), now: NOW },
  data: {},
});
export const acknowledge = ({ by = 'PH-WCPC', person = 'p-1' }: By = {}): LegCommand => ({
  type: 'AcknowledgeReferral',
  meta: { actor: actor(by, person), now: NOW },
  data: {},
});
export const accept = ({
  scope = 'FULL',
  reason = null,
  conditions = null,
  note = null,
}: Partial<Omit<EventData<'ReferralAccepted'>, 'by' | 'rules'>> = {}): LegCommand => ({
  type: 'AcceptReferral',
  meta: { actor: actor('PH-WCPC'), now: NOW },
  data: { scope, reason, conditions, note },
});
type Rejection = Partial<Omit<EventData<'ReferralRejected'>, 'by' | 'rules'>> & { reason: Ground };
const refusal = (said: Rejection): Omit<EventData<'ReferralRejected'>, 'by' | 'rules'> => ({
  partialConsidered: false,
  suggested: null,
  duplicateOf: null,
  note: null,
  ...said,
});
export const reject = (said: Rejection): LegCommand => ({
  type: 'RejectReferral',
  meta: { actor: actor('PH-WCPC'), now: NOW },
  data: refusal(said),
});

const deliveryRules = { deliveryRules: { set: 'escalation', version: 1 } };

export const submitted = (more: Partial<EventData<'ReferralSubmitted'>> = {}): LegEvent => ({
  type: 'ReferralSubmitted',
  data: {
    ...submission,
    rules: { set: 'referral', version: 1 },
    priorityStanding: 'SET',
    waiverJudgedBy: null,
    obligation: null,
    ...deliveryRules,
    concerned: [...new Set((more.nexus ?? submission.nexus).map(({ country }) => country))],
    ...more,
  },
});
export const prioritised = (level: Priority): LegEvent => ({
  type: 'PrioritySet',
  data: {
    side: 'SENDER',
    by: 'US-CLEAR',
    level,
    reasons: ['IDENTIFIED_SUSPECT'],
    rules: rulesText(1),
    riskAssessment: null,
    externalPriority: null,
  },
});
const rules = { set: 'referral', version: 1 };
export const received = (): LegEvent => ({
  type: 'ReferralReceived',
  data: { by: 'PH-WCPC', rules },
});
export const acknowledged = (): LegEvent => ({
  type: 'ReferralAcknowledged',
  data: { by: 'PH-WCPC', rules },
});
export const accepted = (
  scope: AcceptanceScope = 'FULL',
  reason: Ground | null = null,
  more: Partial<Pick<EventData<'ReferralAccepted'>, 'conditions' | 'note'>> = {},
): LegEvent => ({
  type: 'ReferralAccepted',
  data: { by: 'PH-WCPC', scope, reason, conditions: null, note: null, ...more, rules },
});
export const rejected = (said: Rejection): LegEvent => ({
  type: 'ReferralRejected',
  data: { by: 'PH-WCPC', ...refusal(said), rules },
});
