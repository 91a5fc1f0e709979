import { ACCEPTANCE_SCOPES, GROUNDS, HANDLING_CONDITIONS, PRIORITIES } from '#libs/contracts';
import type { EventData, RecordedEvent } from '#libs/contracts';
import { arrivalOf, type Leg, REFERRAL_STATUSES, type SubmittedStatus, type Unsubmitted } from '#libs/domain';
import type { Outcome } from '#libs/journal';
import { z } from 'zod';
import { roleCode } from '../content/role-code.js';

const party = z.strictObject({ agency: z.string(), role: roleCode, country: z.string() });

/** What a command is answered with. */
export const answerSchema = z.strictObject({
  id: z.string().meta({ description: 'The referral.', example: 'PH.3.0198c0de-0000-7000-8000-000000000000' }),
  status: z.enum(REFERRAL_STATUSES).optional().meta({
    description: 'Where the command brought the referral; absent where it stays as it was.',
  }),
  since: z.iso.datetime().optional().meta({ description: 'Since when it is so, by the clock of the bus.' }),
  at: z.iso.datetime().optional().meta({
    description: 'When the bus accepted what was said, where the referral stays as it was.',
  }),
  to: party.optional().meta({
    description: 'The addressed agency, with the role that was chosen for it. In the answer to a submission.',
  }),
  priority: z.enum(PRIORITIES).optional().meta({
    description: 'As the sender set it; in the answer to a change of it, the level that drives from then on.',
  }),
  scope: z.enum(ACCEPTANCE_SCOPES).optional(),
  reason: z.enum(GROUNDS).nullable().optional(),
  conditions: z.array(z.enum(HANDLING_CONDITIONS)).optional().meta({ description: 'Of a conditional acceptance.' }),
  release: z.enum(['REQUESTED', 'APPROVED', 'REFUSED']).optional().meta({
    description: "Of the release by a second person of the sender's agency.",
  }),
  part: z.uuid().optional().meta({
    description: 'Id of what was said: by this it is named when it is added to, corrected or taken back.',
  }),
  version: z.int().optional().meta({ description: 'Version that the statement added to or corrected has now.' }),
  onward: z
    .strictObject({ leg: z.string(), to: party })
    .optional()
    .meta({ description: 'The referral in which the case goes on, and to whom; it is submitted by the bus.' }),
});

/** What whoever must not learn whether there is such a referral is told, whether there is or not. */
export const notedSchema = z.strictObject({ request: z.literal('NOTED') });
export const noted = { request: 'NOTED' } as const satisfies z.output<typeof notedSchema>;

/** Read with the newest schemas, so codes may also be UNKNOWN. */
export interface ReferralAnswer {
  readonly id: string;
  readonly status?: SubmittedStatus;
  readonly since?: string;
  readonly at?: string;
  readonly to?: object;
  readonly priority?: string;
  readonly scope?: string;
  readonly reason?: string | null;
  readonly conditions?: readonly string[];
  readonly release?: 'REQUESTED' | 'APPROVED' | 'REFUSED';
  readonly part?: string;
  readonly version?: number;
  readonly onward?: object;
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
  const stands = status ? { status, since: timeOf(acceptedAt) } : { at: timeOf(acceptedAt) };
  return events.reduce<ReferralAnswer>((answer, event) => ({ ...answer, ...said(event) }), { id: leg, ...stands });
}

function said(event: RecordedEvent): Partial<ReferralAnswer> {
  switch (event.type) {
    case 'ReleaseRequested':
      return { to: partyOf(event.data.to), priority: event.data.priority, release: 'REQUESTED' };
    case 'ReleaseApproved':
      return { release: 'APPROVED' };
    case 'ReleaseRefused':
      return { release: 'REFUSED' };
    case 'ReferralSubmitted':
      return { to: partyOf(event.data.to) };
    case 'PrioritySet':
      return { priority: event.data.level };
    case 'PriorityChanged':
      return { part: event.meta.eventId, priority: event.data.driving };
    case 'PriorityDisputed':
      return { priority: event.data.driving };
    case 'SafeguardingNotified':
    case 'PreservationRequested':
      return { part: event.meta.eventId };
    case 'ReferralAccepted':
      return acceptanceOf(event.data);
    case 'ReferralRejected':
      return { reason: event.data.reason };
    case 'InformationProvided':
    case 'OutcomeReported':
      return { part: event.meta.eventId };
    case 'Supplemented':
      return { part: event.meta.eventId, version: event.data.version };
    case 'Corrected':
      return { version: event.data.version };
    case 'ReferralForwarded':
    case 'HandoverOffered':
      return { onward: { leg: event.data.leg, to: partyOf(event.data.to) } };
    case 'CommandRefused':
      throw new TypeError('a refusal is no answer to an accepted command');
    default:
      return {};
  }
}

function fromState({ referral }: Leg, id: string): ReferralAnswer {
  if (referral.status === 'NONE') return fromRelease(referral, id);
  const { status, since, scope, reason, conditions, onward } = referral;
  return {
    id,
    status,
    since: timeOf(since),
    ...(scope !== undefined && { scope }),
    ...(reason !== undefined && { reason }),
    ...(conditions && { conditions }),
    ...(onward !== undefined && { onward: { leg: onward.leg, to: partyOf(onward.to) } }),
  };
}

const acceptanceOf = ({ scope, reason, conditions }: EventData<'ReferralAccepted'>): Partial<ReferralAnswer> => ({
  scope,
  reason,
  ...(conditions && { conditions }),
});

function fromRelease({ release }: Unsubmitted, id: string): ReferralAnswer {
  if (!release) throw new TypeError('nothing was left unchanged');
  return { id, release: release.content === null ? 'REFUSED' : 'REQUESTED' };
}

const timeOf = (at: number): string => new Date(at).toISOString();

// Field by field: the answer's order is ours, whatever order decoding gives.
const partyOf = ({ agency, role, country }: { agency: string; role: string; country: string }): object => ({
  agency,
  role,
  country,
});
