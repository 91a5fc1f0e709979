import type { CaseReader } from '#libs/access';
import { Members } from '#libs/membership';
import type { AskedPosition } from '#libs/platform';
import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { missedOf } from '../escalation/escalation-shown.js';
import { LegStandings } from '../escalation/leg-standings.js';
import { filterOf, type worklistQuery } from '../lists/list-query.js';
import { type ListAnswer, ReferralLists } from '../lists/referral-lists.js';
import type { OverdueView } from './overdue-view.js';
import { WorkLists } from './work-lists.js';
import { overdue } from './worklists.js';

/** The worklist of what is overdue, with the clocks that were missed. */
@Injectable()
export class OverdueList {
  constructor(
    private readonly lists: ReferralLists,
    private readonly work: WorkLists,
    private readonly standings: LegStandings,
    private readonly members: Members,
  ) {}

  /** @throws as ReferralLists.find; TransientError RULES_UNKNOWN, Unavailable MEMBERSHIP_UNKNOWN */
  async page(
    reader: CaseReader,
    query: z.output<typeof worklistQuery>,
    minimum: AskedPosition | null,
  ): Promise<ListAnswer<OverdueView>> {
    const filter = filterOf(query);
    const { limit, cursor } = query;
    const kind = this.work.kindOf(reader, 'overdue', overdue, filter);
    const { page, shown } = await this.lists.find(reader, { filter, limit, cursor, minimum }, kind);
    const { rulebook } = this.members;
    const [views, standings] = await Promise.all([
      this.lists.viewsOf(reader, page.items),
      this.standings.of(page.items.map(({ row }) => row)),
    ]);
    const items = views.map((view, at) => {
      const standing = standings[at];
      return { ...view, overdue: standing ? missedOf(standing, rulebook) : [] };
    });
    return { page: { ...page, items }, shown };
  }
}
