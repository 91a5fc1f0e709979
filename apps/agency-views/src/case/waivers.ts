import { DUAL_CRIMINALITY_WAIVERS, type RuleRef } from '#libs/contracts';
import { z } from 'zod';
import type { PartRow } from '../parts/part.entity.js';
import { code } from '../reading/view-fields.js';
import type { ReferralRow } from '../referral/referral-row.js';

/** Each waiver of dual criminality that stands, and whether it was judged on this leg: on an onward leg it may be a claim. */
export const waiver = z
  .strictObject({
    part: z.uuid().nullable().meta({ description: 'The part that claims it; null: the submission.' }),
    waiver: code(DUAL_CRIMINALITY_WAIVERS),
    judgedBy: z.strictObject({ set: z.string(), version: z.int() }).nullable().meta({
      description:
        'Status of the treaty by which it was judged between the parties of this referral; null: a claim that was not, as one that was made on an earlier referral of the case.',
    }),
  })
  .meta({ id: 'Waiver' });

export type Waiver = z.output<typeof waiver>;

/** What a statement says of crossing borders, as it was judged. */
export interface Judged {
  /** That it makes or corrects; null: the submission. */
  readonly part: string | null;
  readonly judgedBy: RuleRef | null;
}

type Facts = ReferralRow['cross_border'];

/** A waiver that stands, by the part that claims it. */
type Standing = Pick<Waiver, 'part' | 'waiver'>;

export function standingWaivers(
  { cross_border }: Pick<ReferralRow, 'cross_border'>,
  parts: readonly PartRow[],
): Standing[] {
  const said = [
    { part: null, facts: cross_border },
    ...parts
      .filter(({ in_error_at }) => in_error_at === null)
      .map((row) => ({ part: row.event_id, facts: row.cross_border as Facts })),
  ];
  return said.flatMap(({ part, facts }) =>
    facts?.dualCriminalityWaiver ? [{ part, waiver: facts.dualCriminalityWaiver }] : [],
  );
}

/** @param judged in the order of the lane: of each part the last counts */
export function waiversOf(standing: readonly Standing[], judged: readonly Judged[]): Waiver[] {
  const judgedBy = new Map(judged.map((each) => [each.part, each.judgedBy]));
  return standing.map((each) => ({ ...each, judgedBy: judgedBy.get(each.part) ?? null }));
}
