import { type CaseReader, requireCaseAccess } from '#libs/access';
import type { BusPosition } from '#libs/kernel';
import type { AskedPosition } from '#libs/platform';
import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { filterOf, type ListFilter, type worklistQuery } from '../lists/list-query.js';
import { type ListAnswer, type ListKind, ReferralLists } from '../lists/referral-lists.js';
import { ViewAge } from '../reading/view-age.js';
import { Releases } from '../release/releases.js';
import { formatWorkPlace, parseWorkPlace, workPlaceOf } from './work-place.js';
import type { WorklistCounts } from './worklist-counts.view.js';
import { WorklistRows } from './worklist-rows.js';
import { overdue, type Worklist, worklists } from './worklists.js';

type Query = z.output<typeof worklistQuery>;

/** What an agency has to do, waits for, or works on. */
@Injectable()
export class WorkLists {
  constructor(
    private readonly lists: ReferralLists,
    private readonly rows: WorklistRows,
    private readonly releases: Releases,
    private readonly age: ViewAge,
  ) {}

  /** @throws as ReferralLists.list */
  page(
    reader: CaseReader,
    name: string,
    worklist: Worklist,
    query: Query,
    minimum: AskedPosition | null,
  ): Promise<ListAnswer> {
    const filter = filterOf(query);
    const { limit, cursor } = query;
    const kind = this.kindOf(reader, name, worklist, filter);
    return this.lists.list(reader, { filter, limit, cursor, minimum }, kind);
  }

  /** How ReferralLists finds a worklist of the reader. */
  kindOf(reader: CaseReader, name: string, worklist: Worklist, filter: ListFilter): ListKind {
    return {
      name,
      sides: ['recipient', 'sender'],
      rows: (place, most) =>
        this.rows.list(reader, worklist, filter, most, place === null ? null : parseWorkPlace(place)),
      placeOf: (row) => formatWorkPlace(workPlaceOf(row)),
    };
  }

  /** @throws DomainError 403 ROLE_HAS_NO_CASE_ACCESS; TransientError 425 VIEW_BEHIND, 503 VIEW_PARKED */
  async counts(
    reader: CaseReader,
    synthetic: boolean,
    minimum: AskedPosition | null,
  ): Promise<{ readonly counts: WorklistCounts; readonly shown: BusPosition | null }> {
    requireCaseAccess(reader);
    await this.age.atLeast(minimum);
    await this.age.notParkedAt(minimum);
    const shown = await this.age.shown(minimum);
    // Asked before the counts are: a rebuild that ends meanwhile leaves the mark rather than taking it too early.
    const rebuilding = await this.age.rebuilding();
    const incomplete = await this.age.incomplete(reader, ['recipient', 'sender', 'release'], synthetic);
    const filter = filterOf({ synthetic: synthetic ? 'true' : 'false' });
    const counted = Object.entries({ ...worklists, overdue }).map(async ([id, worklist]) => ({
      id,
      says: worklist.says,
      ...(await this.rows.count(reader, worklist, filter)),
    }));
    const items = await Promise.all([...counted, this.releases.count(reader, synthetic)]);
    return { counts: { items, next: null, rebuilding, incomplete }, shown };
  }
}
