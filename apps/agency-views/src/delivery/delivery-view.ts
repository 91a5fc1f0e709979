import { DELIVERY_STEPS } from '#libs/contracts';
import { z } from 'zod';
import { time } from '../reading/view-fields.js';
import type { ReferralRow } from '../referral/referral-row.js';
import type { Side } from '../referral/side.js';

/** The whole way: from the bus's acceptance to the word of the receiver. */
const STEPS = ['ACCEPTED', ...DELIVERY_STEPS, 'ACKNOWLEDGED'] as const;
type Step = (typeof STEPS)[number];

const stepView = z.strictObject({
  step: z.enum(STEPS),
  at: time.nullable().meta({ description: 'When it was reached at the latest; null: it is not known to be reached.' }),
  dueAt: time.nullable().meta({ description: 'By when it was to be reached, where that was said.' }),
  late: z.boolean().meta({ description: 'It was reached after its time.' }),
  missed: z.boolean().meta({ description: 'Its time passed before it was known to be reached.' }),
});

type StepView = z.output<typeof stepView>;

const CURRENT = 'The last step that is known to be reached.';

/** In lists. */
export const deliveryStanding = z
  .strictObject({
    step: z.enum(STEPS).meta({ description: CURRENT }),
    at: time,
    late: z.boolean().meta({ description: 'A step was reached after its time, or its time passed without it.' }),
  })
  .nullable()
  .meta({
    description:
      'How far it got on its way to the receiver; for its parties. Null to others, and where none is kept of it.',
  });

/** Of one referral. */
export const deliveryEvidence = z
  .strictObject({
    step: z.enum(STEPS).meta({ description: CURRENT }),
    at: time,
    late: z.boolean().meta({ description: 'A step was reached after its time, or its time passed without it.' }),
    steps: z.array(stepView).readonly().meta({ description: 'The whole way; a later step shows the earlier ones.' }),
  })
  .nullable()
  .meta({ description: 'Evidence of its delivery, for its parties. Null to others, and where none is kept of it.' });

export type DeliveryStanding = z.output<typeof deliveryStanding>;
export type DeliveryEvidence = z.output<typeof deliveryEvidence>;

export function deliveryStandingOf(row: ReferralRow, of: Side): DeliveryStanding {
  const evidence = deliveryEvidenceOf(row, of);
  if (!evidence) return null;
  const { step, at, late } = evidence;
  return { step, at, late };
}

export function deliveryEvidenceOf(row: ReferralRow, of: Side): DeliveryEvidence {
  if (of === 'THIRD' || !row.delivery_kept) return null;
  const known = knownSteps(row);
  const steps = known.map(({ step, at, dueAt, missed }, index): StepView => {
    // who has reached a later step has been here; when, is known no better than that
    const shownAt = at ?? known.slice(index + 1).find((later) => later.at !== null)?.at ?? null;
    const late = shownAt !== null && dueAt !== null && shownAt > dueAt;
    return { step, at: isoOrNull(shownAt), dueAt: isoOrNull(dueAt), late, missed: missed && shownAt === null };
  });
  const last = steps.findLast(({ at }) => at !== null);
  const late = steps.some((each) => each.late || each.missed);
  return { step: last?.step ?? 'ACCEPTED', at: last?.at ?? row.submitted_at.toISOString(), late, steps };
}

interface Known {
  readonly step: Step;
  readonly at: Date | null;
  readonly dueAt: Date | null;
  readonly missed: boolean;
}

function knownSteps(row: ReferralRow): Known[] {
  const told = (step: Step, at: Date | null, dueAt: Date | null = null, missed = false): Known => ({
    ...{ step, at, dueAt, missed },
  });
  return [
    told('ACCEPTED', row.submitted_at),
    told('RELAYED', row.relayed_at, row.relayed_due, row.relayed_missed),
    told('AVAILABLE', row.readable_at, row.readable_due, row.readable_missed),
    // its own system said that it has it
    told('RETRIEVED', row.retrieved_at ?? row.received_at, row.retrieved_due, row.retrieved_missed),
    told('ACKNOWLEDGED', row.acknowledged_at ?? row.seen_at),
  ];
}

const isoOrNull = (date: Date | null): string | null => date?.toISOString() ?? null;
