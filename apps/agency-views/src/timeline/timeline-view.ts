import type { CaseReader } from '#libs/access';
import { z } from 'zod';
import type { ReadableReferral } from '../referral/referral-rows.js';
import type { TimelineRow } from './timeline.entity.js';

const entryView = z
  .strictObject({
    id: z.uuid().meta({ description: 'Of the event.' }),
    type: z.string().meta({ description: 'Name of the event (vocabulary 10).' }),
    at: z.iso.datetime().meta({ description: 'When the bus accepted it.' }),
    actor: z.strictObject({
      agency: z.string(),
      role: z.string(),
      country: z.string(),
      person: z.string().nullable().meta({ description: "Opaque reference; null for other agencies' people." }),
    }),
    data: z.record(z.string(), z.unknown()).meta({ description: 'Codes of the event.' }),
  })
  .meta({ id: 'TimelineEntry' });

export const timelineView = z
  .strictObject({
    items: z.array(entryView),
    next: z.string().nullable().meta({ description: 'Cursor of the next page, null on the last.' }),
    parked: z
      .boolean()
      .meta({ description: 'An event of this referral waits for repair: what is shown may be behind.' }),
  })
  .meta({
    id: 'Timeline',
    example: {
      items: [
        {
          id: '0198c1f0-6f2a-7b6e-9a51-3c1d2e4f5a6c',
          type: 'ReferralAccepted',
          at: '2026-11-24T09:12:44.310Z',
          actor: { agency: 'PH-WCPC', role: 'LE_UNIT', country: 'PH', person: null },
          data: { scope: 'FULL', reason: null },
        },
      ],
      next: null,
      parked: false,
    },
  });

type EntryView = z.output<typeof entryView>;

/** People are shown to their own agency; which referral was repeated, to who said so or may read that one. */
export function entryViewOf(row: TimelineRow, { duplicateKnown }: ReadableReferral, reader: CaseReader): EntryView {
  const own = row.agency === reader.agency;
  return {
    id: row.event_id,
    type: row.type,
    at: row.at.toISOString(),
    actor: { agency: row.agency, role: row.role, country: row.country, person: own ? row.person : null },
    data: withoutForeign(row.data as Readonly<Record<string, unknown>>, own || duplicateKnown),
  };
}

function withoutForeign(data: Readonly<Record<string, unknown>>, known: boolean): Record<string, unknown> {
  return 'duplicateOf' in data && !known ? { ...data, duplicateOf: null } : data;
}
