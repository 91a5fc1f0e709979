import { PRIORITIES } from '#libs/contracts';
import { REFERRAL_STATUSES } from '#libs/domain';
import { z } from 'zod';

const agency = z.string().regex(/^[A-Z0-9][A-Z0-9-]{1,31}$/);

const time = z.iso
  .datetime({ offset: true })
  .transform((text) => new Date(text))
  .pipe(z.date().min(new Date(0)))
  .optional();

/** What every list takes. */
export const pageQuery = {
  limit: z.coerce.number().int().min(1).max(200).default(50).meta({ description: 'Items on a page.', example: 50 }),
  cursor: z.string().max(300).optional().meta({ description: '`next` of the page before, with the same filters.' }),
};

export const synthetic = z
  .enum(['true', 'false'])
  .default('false')
  .meta({ description: '`true` lists exercises only, `false` real referrals only; never both.' });

const filters = {
  status: z.enum(REFERRAL_STATUSES).optional().meta({ description: 'Only referrals in this state (vocabulary 2.2).' }),
  reason: z
    .string()
    .regex(/^[A-Z][A-Z0-9_]{1,63}$/)
    .optional()
    .meta({ description: 'Only referrals that came into their state with this code.', example: 'CAPACITY' }),
  priority: z.enum(PRIORITIES).optional().meta({ description: 'Only referrals that this priority drives.' }),
  jurisdiction: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .optional()
    .meta({ description: 'Only where the agency on the other side is of this country.', example: 'US' }),
  since: time.meta({ description: 'Submitted at or after this time.' }),
  until: time.meta({ description: 'Submitted before this time.' }),
  synthetic,
};

/** Of lists over both sides or over one that is given. */
export const worklistQuery = z.strictObject({ ...pageQuery, ...filters });

export const inboxQuery = z.strictObject({
  ...pageQuery,
  ...filters,
  from: agency.optional().meta({ description: 'Only from this sender.', example: 'US-CLEAR' }),
});

export const sentQuery = z.strictObject({
  ...pageQuery,
  ...filters,
  to: agency.optional().meta({ description: 'Only to this recipient.', example: 'PH-WCPC' }),
});

/** On which side of its referrals the agency stands: as their sender, or as their recipient. */
export type ListSide = 'recipient' | 'sender';

/** Which referrals of an agency are listed, whatever its side. */
export interface ListFilter {
  readonly synthetic: boolean;
  /** The agency on the other side. */
  readonly other: string | undefined;
  readonly status: string | undefined;
  readonly reason: string | undefined;
  readonly priority: string | undefined;
  readonly jurisdiction: string | undefined;
  readonly since: Date | undefined;
  readonly until: Date | undefined;
}

type Query = z.output<typeof inboxQuery> & z.output<typeof sentQuery>;

export function filterOf(query: Partial<Query>): ListFilter {
  const { from, to, status, reason, priority, jurisdiction, since, until } = query;
  const shared = { status, reason, priority, jurisdiction, since, until };
  return { ...shared, synthetic: query.synthetic === 'true', other: from ?? to };
}

/** One text for one list of one agency: what a cursor belongs to. @param list which of the lists */
export function scopeOf(agency: string, list: string, filter: ListFilter): string {
  const { synthetic, other, status, reason, priority, jurisdiction, since, until } = filter;
  const parts = [agency, list, synthetic, other, status, reason, priority, jurisdiction, since, until];
  return JSON.stringify(parts.map((part) => part ?? null));
}
