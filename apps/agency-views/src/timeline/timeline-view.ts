import { classesOf, fieldsForLimited, withheldFromGranted } from '#libs/access';
import type { EventName } from '#libs/contracts';
import { REFERRAL_STATUSES } from '#libs/domain';
import { parseReferralId } from '#libs/kernel';
import { z } from 'zod';
import type { TimelineReader } from './timeline-audience.js';
import { codesIn } from './timeline.changes.js';
import type { TimelineRow } from './timeline.entity.js';
import { withoutIds } from './told.js';

const entryView = z
  .strictObject({
    id: z.uuid().meta({ description: 'Of the event.' }),
    lane: z.int().meta({ description: 'With `position` the event’s place in the log: `lane/position`.' }),
    position: z.int(),
    type: z.string().meta({ description: 'Name of the event (vocabulary 10).' }),
    at: z.iso.datetime().meta({ description: 'When the bus accepted it.' }),
    status: z
      .enum(REFERRAL_STATUSES)
      .nullable()
      .meta({ description: 'Where it brought the referral; null where the state stayed.' }),
    codes: z.array(z.string()).readonly().meta({ description: 'Every code that it says.' }),
    rule: z.string().nullable().meta({ description: 'Rules with their version that it was judged by.' }),
    actor: z.strictObject({
      agency: z.string(),
      role: z.string(),
      country: z.string(),
      person: z.string().nullable().meta({ description: "Opaque reference; null for other agencies' people." }),
    }),
    data: z.record(z.string(), z.unknown()).meta({ description: 'What else it says: codes, times, references.' }),
  })
  .meta({ id: 'TimelineEntry' });

export type EntryView = z.output<typeof entryView>;

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
          lane: 1,
          position: 42,
          type: 'ReferralAccepted',
          at: '2026-11-24T09:12:44.310Z',
          status: 'ACCEPTED',
          codes: ['PARTIAL', 'DATA_EXPIRED'],
          rule: null,
          actor: { agency: 'PH-WCPC', role: 'LE_UNIT', country: 'PH', person: null },
          data: { scope: 'PARTIAL', reason: 'DATA_EXPIRED' },
        },
      ],
      next: null,
      parked: false,
    },
  });

export type TimelineView = z.output<typeof timelineView>;

/** @param withheld ids that the reader may not know of, in words of others */
export function entryViewOf(row: TimelineRow, reader: TimelineReader, withheld: ReadonlySet<string>): EntryView {
  const own = row.agency === reader.agency;
  return {
    id: row.event_id,
    lane: parseReferralId(row.referral)?.lane ?? 0,
    position: row.position,
    type: row.type,
    at: row.at.toISOString(),
    status: row.status as EntryView['status'],
    rule: row.rule,
    actor: { agency: row.agency, role: row.role, country: row.country, person: own ? row.person : null },
    ...saidTo(reader, row, own, withheld),
  };
}

/** What the reader is shown of what was said. */
function saidTo(
  { extent, side }: TimelineReader,
  row: TimelineRow,
  own: boolean,
  withheld: ReadonlySet<string>,
): Pick<EntryView, 'codes' | 'data'> {
  if (extent === 'REQUESTS_AND_OUTCOME' && !own) {
    const data = limited(row, withheld);
    return { codes: codesIn(data), data };
  }
  if (extent === 'STATE_AND_OUTCOME' && row.third === null) {
    const outcomes = row.type === REPORT ? outcomesIn(row) : null;
    return { codes: (outcomes ?? []).map(({ outcome }) => outcome), data: { ...(outcomes && { outcomes }) } };
  }
  const fields = side === 'THIRD' ? withheldFromGranted(row.type) : [];
  return { codes: row.codes, data: dataOf(row, own, { ids: withheld, fields }) };
}

/** What a sender in a limited role is told of the words of others. */
function limited({ type, data }: TimelineRow, withheld: ReadonlySet<string>): Record<string, unknown> {
  const fields = fieldsForLimited(type) ?? [];
  const said = data as { readonly [name: string]: unknown; readonly outcomes?: Outcomes | null };
  const told = Object.fromEntries(Object.entries(said).filter(([name]) => fields.includes(name)));
  return { ...withoutIds(told, withheld), ...(said.outcomes && { outcomes: classesOf(said.outcomes) }) };
}

const REPORT = 'OutcomeReported' satisfies EventName;

/** What a report says to a reader of state and outcome. */
const outcomesIn = ({ data }: TimelineRow): Outcomes => (data as { readonly outcomes: Outcomes }).outcomes;

type Outcomes = readonly { readonly outcome: string }[];

/** A note stays with the agency that keeps it; which referral was named, who said so knows anyway. */
function dataOf({ data }: TimelineRow, own: boolean, { ids, fields }: Withheld): Record<string, unknown> {
  const said = data as Readonly<Record<string, unknown>>;
  if (own) return { ...said };
  const told = Object.fromEntries(Object.entries(said).filter(([name]) => !fields.includes(name)));
  return { ...withoutIds(told, ids), ...('note' in said && { note: null }) };
}

/** Of words of others. */
interface Withheld {
  /** Referrals that the reader may not know of. */
  readonly ids: ReadonlySet<string>;
  readonly fields: readonly string[];
}
