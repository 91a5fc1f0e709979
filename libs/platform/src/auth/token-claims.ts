import { z } from 'zod';

const ROLE = /^[A-Z][A-Z0-9_]{0,63}$/;
const REFERENCE = /^[A-Za-z0-9][A-Za-z0-9._:-]{0,63}$/;

const claimsSchema = z
  .object({
    sub: z.string().regex(/^[\x21-\x7e]{1,128}$/),
    agency: z.string().regex(REFERENCE),
    roles: z.tuple([z.string().regex(ROLE)], z.string().regex(ROLE)).refine((roles) => roles.length <= 20),
    person: z.string().regex(REFERENCE).optional(),
    country: z
      .string()
      .regex(/^[A-Z]{2}$/)
      .optional(),
    exp: z.number(),
  })
  .transform((claims, context) => {
    const country = claims.country ?? /^([A-Z]{2,3})-/.exec(claims.agency)?.[1];
    if (country !== undefined) return { ...claims, country };
    context.addIssue({ code: 'custom', message: 'no country' });
    return z.NEVER;
  });

/** The claims that the bus reads. The country is the claim `country`, or else the first part of the agency's code (`PH-WCPC`). */
export type TokenClaims = z.output<typeof claimsSchema>;

/** The claims of a verified token, or undefined if they are not of the form that the bus expects. */
export function findClaims(payload: unknown): TokenClaims | undefined {
  return claimsSchema.safeParse(payload).data;
}
