import { z } from 'zod';
import { incomplete } from '../lists/page.js';
import { missedView } from '../escalation/escalation-view.js';
import { escalationExample } from '../escalation/escalation.example.js';
import { referralFields } from '../referral/referral-view.js';
import { referralExample } from '../referral/referral.example.js';

const overdueView = z.strictObject({
  ...referralFields,
  overdue: z
    .array(missedView)
    .meta({ description: 'Clocks that were missed, the longest overdue first: which, since when, whose.' }),
});

export type OverdueView = z.output<typeof overdueView>;

export const overduePage = z
  .strictObject({
    items: z.array(overdueView),
    next: z.string().nullable().meta({ description: 'Cursor of the next page, null on the last.' }),
    incomplete,
  })
  .meta({
    id: 'OverdueList',
    example: { items: [{ ...referralExample, overdue: escalationExample.overdue }], next: null, incomplete: false },
  });
