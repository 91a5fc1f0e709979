import { PRIORITIES } from '#libs/contracts';
import { z } from 'zod';
import { referralStatuses } from '../referral/referral-statuses.js';

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

const shared = {
  ...pageQuery,
  status: z.enum(referralStatuses).optional().meta({ description: 'Only referrals in this state (vocabulary 2.2).' }),
  priority: z.enum(PRIORITIES).optional().meta({ description: 'Only referrals that this priority drives.' }),
  since: time.meta({ description: 'Submitted at or after this time.' }),
  until: time.meta({ description: 'Submitted before this time.' }),
  synthetic: z
    .enum(['true', 'false'])
    .default('false')
    .meta({ description: '`true` lists exercises only, `false` real referrals only; never both.' }),
};

export const inboxQuery = z.strictObject({
  ...shared,
  from: agency.optional().meta({ description: 'Only from this sender.', example: 'US-CLEAR' }),
});

export const sentQuery = z.strictObject({
  ...shared,
  to: agency.optional().meta({ description: 'Only to this recipient.', example: 'PH-WCPC' }),
});

/** Which referrals of an agency are listed: those sent to it, or those that it sent. */
export interface ListFilter {
  readonly side: 'recipient' | 'sender';
  readonly synthetic: boolean;
  readonly other: string | undefined;
  readonly status: string | undefined;
  readonly priority: string | undefined;
  readonly since: Date | undefined;
  readonly until: Date | undefined;
}

type Query = z.output<typeof inboxQuery> & z.output<typeof sentQuery>;

export function filterOf(side: ListFilter['side'], query: Partial<Query>): ListFilter {
  const { from, to, status, priority, since, until, synthetic } = query;
  const other = side === 'recipient' ? from : to;
  return { side, synthetic: synthetic === 'true', other, status, priority, since, until };
}

/** One text for one list of one agency: what a cursor belongs to. */
export function scopeOf(agency: string, filter: ListFilter): string {
  const { side, synthetic, other, status, priority, since, until } = filter;
  return JSON.stringify([agency, side, synthetic, other, status, priority, since, until].map((part) => part ?? null));
}
