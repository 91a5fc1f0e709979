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
  synthetic,
});

/** Which escalations are listed. */
export interface EscalationFilter {
  readonly synthetic: boolean;
  readonly priority: string | undefined;
  readonly step: number | undefined;
  readonly state: LadderState | undefined;
}

export function filterOf({ priority, step, state, ...rest }: z.output<typeof escalationQuery>): EscalationFilter {
  return { synthetic: rest.synthetic === 'true', priority, step, state };
}

/** What a cursor belongs to. */
export const scopeOf = (agency: string, { synthetic: exercises, priority, step, state }: EscalationFilter): string =>
  JSON.stringify([agency, 'escalations', exercises, priority ?? null, step ?? null, state ?? null]);
