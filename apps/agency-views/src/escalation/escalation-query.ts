import { PRIORITIES } from '#libs/contracts';
import { z } from 'zod';
import { pageQuery, synthetic } from '../lists/list-query.js';
import { LADDER_STATES, type LadderState } from './escalation.columns.js';

export const escalationQuery = z.strictObject({
  ...pageQuery,
  priority: z.enum(PRIORITIES).optional().meta({ description: 'Only referrals that this priority drives.' }),
  step: z.coerce
    .number()
    .int()
    .min(1)
    .max(9)
    .optional()
    .meta({ description: 'Only where this was the last step of the ladder.', example: 2 }),
  state: z.enum(LADDER_STATES).optional().meta({
    description:
      '`OPEN`: nobody has answered, and what it was raised for is still owed. `ANSWERED`: by a person. `DONE`: nobody answered, and nothing is owed any more.',
  }),
  stuck: z.enum(['true']).optional().meta({
    description:
      'Only cases that were not let go on (`refusedOnward`), that no national contact has answered for since, and for which somebody has still to do something, whether a step was taken or not.',
  }),
  synthetic,
});

/** Which escalations are listed. */
export interface EscalationFilter {
  readonly synthetic: boolean;
  readonly priority: string | undefined;
  readonly step: number | undefined;
  readonly state: LadderState | undefined;
  readonly stuck: boolean;
}

export function filterOf({
  priority,
  step,
  state,
  stuck,
  ...rest
}: z.output<typeof escalationQuery>): EscalationFilter {
  return { synthetic: rest.synthetic === 'true', priority, step, state, stuck: stuck === 'true' };
}

/** What a cursor belongs to. */
export const scopeOf = (
  agency: string,
  { synthetic: exercises, priority, step, state, stuck }: EscalationFilter,
): string => {
  const asked = [agency, 'escalations', exercises, priority ?? null, step ?? null, state ?? null];
  // without it as before, so that cursors from before go on
  return JSON.stringify(stuck ? [...asked, 'stuck'] : asked);
};
