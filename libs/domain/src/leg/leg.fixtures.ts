import { expect } from '@jest/globals';
import { DomainError } from '#libs/kernel';
import type { Actor } from '#libs/kernel';
import type { AcceptanceScope, BusEvent, EventData, Ground, Priority, PriorityReason } from '#libs/contracts';
import { leg } from './leg.js';
import type { LegCommand, LegEvent } from './leg.js';
import { PRIORITY_RULES } from '../escalation/escalation.js';

export const NOW = Date.UTC(2026, 10, 24);

/** given events, when a command, then its events or its refusal. */
export function given(history: readonly BusEvent[]) {
  const state = history.reduce(
    (folded, event) => leg.evolve(folded, event, { at: NOW, synthetic: false }),
    leg.initialState(),
  );
  return {
    when: (command: LegCommand) => ({
      then: (events: LegEvent[]) => expect(leg.decide(command, state)).toEqual(events),
      thenRefused: (code: string) => expect(codeOf(() => leg.decide(command, state))).toBe(code),
    }),
  };
}

function codeOf(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    if (error instanceof DomainError) return error.code;
    throw error;
  }
  return 'not refused';
}

const roleOf: Record<string, [role: string, country: string]> = {
  'US-CLEAR': ['CLEARINGHOUSE', 'US'],
  'PH-WCPC': ['LE_UNIT', 'PH'],
  'GB-NCP': ['NCP_LE', 'GB'],
};

function actor(agency: string, person: string | null = 'p-1'): Actor {
  const [role = '', country = ''] = roleOf[agency] ?? [];
  return { agency, role, country, client: agency.toLowerCase(), person };
}

const submission: EventData<'ReferralSubmitted'> = {
  from: { agency: 'US-CLEAR', role: 'CLEARINGHOUSE', country: 'US' },
  to: { agency: 'PH-WCPC', role: 'LE_UNIT', country: 'PH' },
  reference: 'CT-2026-1',
  reporter: { company: 'Example Video', role: 'INDUSTRY_TS' },
  incident: { offenceType: 'SOLICITATION', modifiers: [], occurredAt: NOW - 1000, zone: 'Asia/Manila' },
  files: [{ kind: 'CHAT_LOG', count: 2 }],
  nexus: [{ country: 'PH', basis: 'VICTIM_PRESENT', confidence: 'MEDIUM' }],
  subjects: [],
};

const times = { tomorrow: NOW + 86_400_000, 'long ago': -1 };

export function submit({
  to = 'PH-WCPC',
  occurredAt,
  reasons = ['IDENTIFIED_SUSPECT'],
}: { to?: string; occurredAt?: keyof typeof times; reasons?: PriorityReason[] } = {}): LegCommand {
  const incident = occurredAt ? { ...submission.incident, occurredAt: times[occurredAt] } : submission.incident;
  const data = { ...submission, incident, to: { ...submission.to, agency: to } };
  return {
    type: 'SubmitReferral',
    meta: { actor: actor('US-CLEAR'), now: NOW },
    data,
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
}: { scope?: AcceptanceScope; reason?: Ground | null } = {}): LegCommand => ({
  type: 'AcceptReferral',
  meta: { actor: actor('PH-WCPC'), now: NOW },
  data: { scope, reason },
});
type Rejection = Partial<Omit<EventData<'ReferralRejected'>, 'by'>> & { reason: Ground };
const refusal = (said: Rejection): Omit<EventData<'ReferralRejected'>, 'by'> => ({
  partialConsidered: false,
  suggested: null,
  duplicateOf: null,
  ...said,
});
export const reject = (said: Rejection): LegCommand => ({
  type: 'RejectReferral',
  meta: { actor: actor('PH-WCPC'), now: NOW },
  data: refusal(said),
});

export const submitted = (): LegEvent => ({ type: 'ReferralSubmitted', data: submission });
export const prioritised = (level: Priority): LegEvent => ({
  type: 'PrioritySet',
  data: { side: 'SENDER', by: 'US-CLEAR', level, reasons: ['IDENTIFIED_SUSPECT'], rules: PRIORITY_RULES },
});
export const received = (): LegEvent => ({ type: 'ReferralReceived', data: { by: 'PH-WCPC' } });
export const acknowledged = (): LegEvent => ({ type: 'ReferralAcknowledged', data: { by: 'PH-WCPC' } });
export const accepted = (scope: AcceptanceScope, reason: Ground | null): LegEvent => ({
  type: 'ReferralAccepted',
  data: { by: 'PH-WCPC', scope, reason },
});
export const rejected = (said: Rejection): LegEvent => ({
  type: 'ReferralRejected',
  data: { by: 'PH-WCPC', ...refusal(said) },
});
