import { ACCEPTANCE_SCOPES, GROUNDS, PRIORITIES } from '#libs/contracts';
import type { RecordedEvent } from '#libs/contracts';
import { arrivalOf, type Leg, REFERRAL_STATUSES, type SubmittedStatus } from '#libs/domain';
import type { Outcome } from '#libs/journal';
import { z } from 'zod';
import { roleCode } from '../content/role-code.js';

/** What a command is answered with. */
export const answerSchema = z.strictObject({
  id: z.string().meta({ description: 'The referral.', example: 'PH.3.0198c0de-0000-7000-8000-000000000000' }),
  status: z.enum(REFERRAL_STATUSES),
  since: z.iso.datetime().meta({ description: 'Since when, by the clock of the bus.' }),
  to: z.strictObject({ agency: z.string(), role: roleCode, country: z.string() }).optional().meta({
    description: 'The addressed agency, with the role that was chosen for it. In the answer to a submission.',
  }),
  priority: z.enum(PRIORITIES).optional().meta({ description: 'As the sender set it. In the answer to a submission.' }),
  scope: z.enum(ACCEPTANCE_SCOPES).optional(),
  reason: z.enum(GROUNDS).nullable().optional(),
});

/** Read with the newest schemas, so codes may also be UNKNOWN. */
export interface ReferralAnswer {
  readonly id: string;
  readonly status: SubmittedStatus;
  readonly since: string;
  readonly to?: object;
  readonly priority?: string;
  readonly scope?: string;
  readonly reason?: string | null;
}

/**
 * The answer to a command: a function of its events alone, or of the state that it left unchanged, so that a repeated
 * command is answered with the same bytes (vocabulary 2.4 I10).
 */
export function answerTo(outcome: Outcome<Leg>, target: string): ReferralAnswer {
  return outcome.kind === 'recorded' ? fromEvents(outcome.events) : fromState(outcome.state, target);
}

function fromEvents(events: readonly RecordedEvent[]): ReferralAnswer {
  const [first] = events;
  if (!first?.meta.leg) throw new TypeError('a command of a referral recorded no event of one');
  const { leg, acceptedAt } = first.meta;
  const status = events.map(arrivalOf).findLast((arrival) => arrival !== null);
  if (!status) throw new TypeError('a command of a referral left its state as it was');
  return events.reduce<ReferralAnswer>((answer, event) => ({ ...answer, ...said(event) }), {
    id: leg,
    status,
    since: timeOf(acceptedAt),
  });
}

function said(event: RecordedEvent): Partial<ReferralAnswer> {
  switch (event.type) {
    case 'ReferralSubmitted':
      return { to: partyOf(event.data.to) };
    case 'PrioritySet':
      return { priority: event.data.level };
    case 'ReferralAccepted':
      return { scope: event.data.scope, reason: event.data.reason };
    case 'ReferralRejected':
      return { reason: event.data.reason };
    case 'CommandRefused':
      throw new TypeError('a refusal is no answer to an accepted command');
    default:
      return {};
  }
}

function fromState({ referral }: Leg, id: string): ReferralAnswer {
  if (referral.status === 'NONE') throw new TypeError('nothing was left unchanged');
  const { status, since, scope, reason } = referral;
  return {
    id,
    status,
    since: timeOf(since),
    ...(scope !== undefined && { scope }),
    ...(reason !== undefined && { reason }),
  };
}

const timeOf = (at: number): string => new Date(at).toISOString();

// Field by field: the answer's order is ours, whatever order decoding gives.
const partyOf = ({ agency, role, country }: { agency: string; role: string; country: string }): object => ({
  agency,
  role,
  country,
});
