import {
  ACCEPTANCE_SCOPES,
  CONSULTATION_RESULTS,
  EXTRADITION_FLAGS,
  GROUNDS,
  HANDLING_CONDITIONS,
  HOLD_REASONS,
  INFO_REQUEST_TYPES,
  NEXUS_BASISES,
  PRIORITIES,
  PRIORITY_REASONS,
  RETURN_CAUSES,
  WITHDRAWAL_REASONS,
} from '#libs/contracts';
import { isOpen, REFERRAL_STATUSES } from '#libs/domain';
import { z } from 'zod';
import { code, foreignId, party, time } from '../reading/view-fields.js';
import type { ReferralRow } from './referral-row.js';
import type { Side } from './side.js';

const at = { at: time };
const priority = z
  .strictObject({ level: z.enum(PRIORITIES), reasons: z.array(code(PRIORITY_REASONS)).readonly() })
  .nullable();

/** Where a leg stands, and what is open on it. */
export const standingFields = {
  status: z.enum(REFERRAL_STATUSES).meta({ description: 'vocabulary 2.2' }),
  since: time.meta({ description: 'When it came into this state.' }),
  reasons: z.array(z.string()).readonly().meta({ description: 'Codes with which it came into this state.' }),
  holder: party.nullable().meta({ description: 'Who has it on this leg (I1); null once it ended or went on.' }),
  times: z.strictObject({
    received: time.nullable(),
    acknowledged: time.nullable(),
    accepted: time.nullable(),
    outcome: time.nullable().meta({ description: 'The last report.' }),
    ended: time.nullable(),
  }),
  priority: z.strictObject({
    driving: z.enum(PRIORITIES).nullable().meta({
      description:
        'The level that drives: the higher of both until the receiver, or the higher role, has decided by a person.',
    }),
    sender: priority,
    receiver: priority,
  }),
  acceptance: z
    .strictObject({
      scope: code(ACCEPTANCE_SCOPES),
      reason: code(GROUNDS).nullable(),
      conditions: z.array(code(HANDLING_CONDITIONS)).readonly().nullable().meta({
        description:
          'Of a conditional acceptance (vocabulary 4.3); null where only state and outcome were opened to the caller.',
      }),
    })
    .nullable(),
  rejection: z
    .strictObject({
      reason: code(GROUNDS),
      partialConsidered: z.boolean(),
      suggested: party.nullable(),
      duplicateOf: foreignId,
    })
    .nullable(),
  hold: z.strictObject({ reason: code(HOLD_REASONS), reviewAt: time }).nullable(),
  delay: z
    .strictObject({ reason: code(HOLD_REASONS), impossible: z.boolean(), until: time.nullable(), ...at })
    .nullable()
    .meta({ description: 'The last warning of the receiver.' }),
  extradition: code(EXTRADITION_FLAGS).nullable(),
  open: z
    .strictObject({
      information: z
        .strictObject({ types: z.array(code(INFO_REQUEST_TYPES)).readonly(), wantedBy: time.nullable(), ...at })
        .nullable(),
      withdrawal: z.strictObject({ reason: code(WITHDRAWAL_REASONS), ...at }).nullable(),
      consultation: z
        .strictObject({
          opener: party,
          countries: z.array(z.string()).readonly(),
          bases: z.array(code(NEXUS_BASISES)).readonly(),
          ...at,
        })
        .nullable(),
    })
    .meta({ description: 'What was asked and is not answered yet.' }),
  consulted: z
    .strictObject({ result: code(CONSULTATION_RESULTS), lead: z.string().nullable(), ...at })
    .nullable()
    .meta({ description: 'What the last consultation came to.' }),
  onward: z
    .strictObject({ to: party, leg: foreignId, offered: z.boolean(), ...at })
    .nullable()
    .meta({ description: 'Where the case went (I2), or is offered to.' }),
  returned: z
    .strictObject({
      by: z.string(),
      leg: foreignId,
      cause: code(RETURN_CAUSES),
      reason: code(GROUNDS).nullable(),
      ...at,
    })
    .nullable()
    .meta({ description: 'What came back from there, until the receiver goes on.' }),
};

type Standing = z.output<z.ZodObject<typeof standingFields>>;

/** @param told an id if its reader may know it, else null; `own`: the reader has said it itself */
export function standingOf(
  row: ReferralRow,
  told: (id: string | null, own: boolean) => string | null,
  of: Side,
): Standing {
  const receiver = of === 'RECEIVER';
  const follows = receiver || (of === 'SENDER' && row.hop === 0);
  const to = { agency: row.recipient_agency, role: row.recipient_role, country: row.recipient_country };
  return {
    status: row.status,
    since: row.since.toISOString(),
    reasons: row.reasons,
    holder: isOpen(row.status) ? to : null,
    times: {
      received: isoOrNull(row.received_at),
      acknowledged: isoOrNull(row.acknowledged_at),
      accepted: isoOrNull(row.accepted_at),
      outcome: isoOrNull(row.outcome_at),
      ended: isoOrNull(row.ended_at),
    },
    priority: {
      driving: row.driving_priority,
      sender: row.sender_priority && { level: row.sender_priority, reasons: row.sender_reasons },
      receiver: row.receiver_priority && { level: row.receiver_priority, reasons: row.receiver_reasons },
    },
    acceptance: row.acceptance_scope && {
      scope: row.acceptance_scope,
      reason: row.acceptance_reason,
      conditions: row.acceptance_conditions ?? [],
    },
    rejection: row.rejection_reason && {
      reason: row.rejection_reason,
      partialConsidered: row.partial_considered ?? false,
      suggested: of === 'THIRD' ? null : row.suggested,
      duplicateOf: told(row.duplicate_of, receiver),
    },
    hold: row.hold,
    delay: row.delay,
    extradition: row.extradition,
    open: { information: row.asked, withdrawal: row.withdrawal, consultation: row.consultation },
    consulted: row.consulted,
    // A third agency is not told who else has the case (design 5).
    onward: of === 'THIRD' ? null : row.onward && { ...row.onward, leg: told(row.onward.leg, follows) },
    returned: of === 'THIRD' ? null : row.returned && { ...row.returned, leg: told(row.returned.leg, follows) },
  };
}

/**
 * For a reader of state and outcome alone: what its events show such a reader (`audienceOf`). How urgent it is and why, what was
 * asked, and what may be done with a case, is for who may see the case.
 */
export function stateIn({ status, since, holder, times, acceptance }: Standing): Standing {
  return {
    ...{ status, since, holder, times },
    ...{ reasons: [], rejection: null, hold: null, delay: null, extradition: null },
    priority: { driving: null, sender: null, receiver: null },
    acceptance: acceptance && { scope: acceptance.scope, reason: null, conditions: null },
    open: { information: null, withdrawal: null, consultation: null },
    ...{ consulted: null, onward: null, returned: null },
  };
}

/** For a sender in a limited role (vocabulary 6): what is asked of it, and the answers to its own words. */
export function requestsIn({ priority, open, onward, returned, ...standing }: Standing): Standing {
  return {
    ...standing,
    ...{ reasons: [], hold: null, delay: null, extradition: null, consulted: null },
    priority: { ...priority, receiver: priority.receiver && { level: priority.receiver.level, reasons: [] } },
    open: { ...open, consultation: null },
    onward: onward?.offered === false ? onward : null,
    returned: returned && { ...returned, reason: null },
  };
}

const isoOrNull = (date: Date | null): string | null => date?.toISOString() ?? null;
