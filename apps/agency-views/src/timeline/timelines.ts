import type { CaseReader } from '#libs/access';
import type { BusPosition } from '#libs/kernel';
import { type AskedPosition, ProblemError } from '#libs/platform';
import { Injectable } from '@nestjs/common';
import { pageOf } from '../lists/page.js';
import { openCursor } from '../reading/cursor.js';
import { ReferralReads } from '../referral/referral-reads.js';
import { ReferralRows } from '../referral/referral-rows.js';
import { sideOf } from '../referral/side.js';
import { TimelineRows } from './timeline-rows.js';
import { entryViewOf, type TimelineView } from './timeline-view.js';
import { foreignIdsOf } from './told.js';

export interface TimelineRequest {
  readonly id: string;
  readonly limit: number;
  readonly cursor: string | undefined;
  readonly minimum: AskedPosition | null;
}

/** A referral's timeline for one reader, a page at a time. */
@Injectable()
export class Timelines {
  constructor(
    private readonly reads: ReferralReads,
    private readonly referrals: ReferralRows,
    private readonly rows: TimelineRows,
  ) {}

  /** @throws as ReferralReads.get; ProblemError 400 CURSOR_INVALID */
  async page(
    reader: CaseReader,
    { id, limit, cursor, minimum }: TimelineRequest,
  ): Promise<{ readonly timeline: TimelineView; readonly shown: BusPosition }> {
    const { row, extent, parkedAt, shown } = await this.reads.get(reader, id, minimum);
    const scope = JSON.stringify([reader.agency, 'timeline', id]);
    const after = cursor === undefined ? 0 : positionIn(openCursor(cursor, scope));
    const as = { agency: reader.agency, role: reader.role, side: sideOf(row, reader), extent };
    const found = await this.rows.list(as, id, after, limit + 1);
    const { items, next } = pageOf(found, limit, scope, ({ position }) => String(position));
    const named = [...new Set(items.flatMap(({ data }) => foreignIdsOf(data, id)))];
    // The first sender follows every leg of its case, whether this view has it yet or not (vocabulary 2.4 I1).
    const onward = as.side === 'SENDER' && row.hop === 0 ? legsIn(items) : [];
    const known = new Set([...(await this.referrals.known(reader, named)), ...onward]);
    const withheld = new Set(named.filter((each) => !known.has(each)));
    const timeline = { items: items.map((each) => entryViewOf(each, as, withheld)), next, parked: parkedAt !== null };
    return { timeline, shown };
  }
}

/** Ids of onward legs that entries name. */
function legsIn(rows: readonly { readonly data: unknown }[]): string[] {
  return rows.flatMap(({ data }) => {
    const { leg } = data as { readonly leg?: string | null };
    return leg ? [leg] : [];
  });
}

function positionIn(place: string): number {
  if (!/^\d{1,15}$/.test(place)) throw new ProblemError('CURSOR_INVALID');
  return Number(place);
}
