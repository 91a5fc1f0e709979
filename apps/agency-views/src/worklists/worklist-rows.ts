import type { CaseReader } from '#libs/access';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type BoundedCount, boundedCount, countUpToMost } from '../reading/bounded-count.js';
import { listConditions } from '../lists/list-conditions.js';
import type { ListFilter, ListSide } from '../lists/list-query.js';
import { type ReadableReferral, ReferralRows, rowsOf } from '../referral/referral-rows.js';
import type { WorklistColumn } from '../referral/referral.columns.js';
import { openRequestEntity } from '../requests/open-request.entity.js';
import { compareWorkPlaces, type WorkPlace, workPlaceOf } from './work-place.js';
import { stands, type Worklist } from './worklists.js';

/** Reads of worklists: a query a side, since no leg has one agency on both, and each side has an index of its own. */
@Injectable()
export class WorklistRows {
  constructor(
    private readonly referrals: ReferralRows,
    private readonly database: DataSource,
  ) {}

  /** The most urgent first, of these the longest waiting, from after `place` on. */
  async list(
    reader: CaseReader,
    { sides }: Worklist,
    filter: ListFilter,
    limit: number,
    place: WorkPlace | null,
  ): Promise<ReadableReferral[]> {
    const found = await Promise.all(
      sidesOf(sides).map(([side, column]) => rowsOf(this.#page(reader, side, column, filter, limit, place))),
    );
    const ordered = found.flat().map((each) => ({ each, place: workPlaceOf(each.row) }));
    return ordered
      .sort((a, b) => compareWorkPlaces(a.place, b.place))
      .slice(0, limit)
      .map(({ each }) => each);
  }

  async count(reader: CaseReader, { sides }: Worklist, filter: ListFilter): Promise<BoundedCount> {
    const counts = sidesOf(sides).map(([side, column]) => countUpToMost(this.#standing(reader, side, column, filter)));
    return boundedCount((await Promise.all(counts)).reduce((total, each) => total + each, 0));
  }

  #page(
    reader: CaseReader,
    side: ListSide,
    column: WorklistColumn,
    filter: ListFilter,
    limit: number,
    place: WorkPlace | null,
  ) {
    const query = this.#standing(reader, side, column, filter)
      .orderBy('referral.urgency', 'ASC')
      .addOrderBy('referral.submitted_at', 'ASC')
      .addOrderBy('referral.id', 'ASC')
      .limit(limit);
    if (place)
      query.andWhere('(referral.urgency, referral.submitted_at, referral.id) > (:urgency, :lastAt, :lastId)', {
        urgency: place.urgency,
        lastAt: new Date(place.submittedAt),
        lastId: place.id,
      });
    return query;
  }

  #standing(reader: CaseReader, side: ListSide, column: WorklistColumn, filter: ListFilter) {
    const requests = this.database.getMetadata(openRequestEntity).tablePath;
    return this.referrals.asParty(reader, [
      ...listConditions(reader.agency, side, filter),
      { sql: stands(column, requests), params: {} },
      // the same once more, of the column that the list is in the order of
      ...(filter.priority === undefined ? [] : [{ sql: 'referral.urgency = :priority', params: {} }]),
    ]);
  }
}

function sidesOf(sides: Worklist['sides']): [ListSide, WorklistColumn][] {
  return (['recipient', 'sender'] as const).flatMap((side) => {
    const column = sides[side];
    return column === undefined ? [] : [[side, column] as [ListSide, WorklistColumn]];
  });
}
