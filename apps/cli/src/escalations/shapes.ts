import { z } from 'zod';

const desk = { agency: z.string().nullable(), role: z.string() };

/** What this command reads of an escalation; there is more. */
export const escalationShape = z.looseObject({
  id: z.string(),
  status: z.string(),
  to: z.looseObject({ agency: z.string() }),
  ladder: z.string().nullable(),
  priority: z.looseObject({ driving: z.string().nullable(), disputed: z.boolean() }),
  voiceContact: z.looseObject({ recorded: z.boolean() }),
  tried: z.array(
    z.looseObject({
      step: z.number(),
      called: z.array(z.looseObject(desk)),
      closed: z.array(z.looseObject({ ...desk, opensAt: z.string().nullable(), passedOver: z.boolean() })),
    }),
  ),
  calls: z.array(
    z.looseObject({
      ...{ step: z.number().nullable(), agency: z.string().nullable(), role: z.string(), channel: z.string() },
      ...{
        takenAt: z.string().nullable(),
        nextAt: z.string().nullable(),
        failures: z.number(),
        outcome: z.string().nullable(),
      },
    }),
  ),
  refusedOnward: z.array(z.looseObject({ cause: z.string(), answer: z.object({}).nullish() })),
  overdue: z.array(z.looseObject({ duty: z.string(), dueAt: z.string() })),
  next: z.looseObject({
    step: z
      .looseObject({ step: z.number(), at: z.string(), who: z.string(), opensAt: z.string().nullable() })
      .nullable(),
    opening: z.looseObject({ ...desk, at: z.string() }).nullable(),
    clock: z.looseObject({ kind: z.string(), duty: z.string().nullable(), at: z.string() }).nullable(),
  }),
});
export type Escalation = z.output<typeof escalationShape>;

export const pageShape = z.looseObject({ items: z.array(escalationShape), next: z.string().nullable() });
export type EscalationPage = z.output<typeof pageShape>;

export const coverageShape = z.looseObject({
  items: z.array(z.looseObject({ id: z.string(), risk: z.string().nullable(), holders: z.array(z.string()) })),
});
export type Coverage = z.output<typeof coverageShape>['items'];
