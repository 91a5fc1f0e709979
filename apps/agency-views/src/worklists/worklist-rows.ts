import type { CaseReader } from '#libs/access';
import { Members } from '#libs/membership';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type BoundedCount, boundedCount, countUpToMost } from '../reading/bounded-count.js';
import { listConditions } from '../lists/list-conditions.js';
import type { ListFilter, ListSide } from '../lists/list-query.js';
import { type ReadableReferral, ReferralRows, rowsOf } from '../referral/referral-rows.js';
import type { WorklistColumn } from '../referral/referral.columns.js';
import { openRequestEntity } from '../requests/open-request.entity.js';
import { timelineEntity } from '../timeline/timeline.entity.js';
import { byPlace, firstOf, type WorkPlace } from './work-place.js';
import { type Beside, stands, waitsSince, type Worklist } from './worklists.js';

/** Reads of worklists: a query a side, since no leg has one agency on both, and each side has an index of its own. */
@Injectable()
export class WorklistRows {
  constructor(
    private readonly referrals: ReferralRows,
    private readonly database: DataSource,
    private readonly members: Members,
  ) {}

  /** The most urgent first, of these the longest waiting, from after `place` on. */
  async list(
    reader: CaseReader,
    { sides }: Worklist,
    filter: ListFilter,
    limit: number,
    place: WorkPlace | null,
  ): Promise<ReadableReferral[]> {
    const pages = sidesOf(sides).map(([side, column]) => {
      const since = waitsSince(column, this.#beside);
      return rowsOf(reader, byPlace(this.#standing(reader, side, column, filter), since, place).limit(limit));
    });
    return firstOf((await Promise.all(pages)).flat(), limit);
  }

  async count(reader: CaseReader, { sides }: Worklist, filter: ListFilter): Promise<BoundedCount> {
    const counts = sidesOf(sides).map(([side, column]) => countUpToMost(this.#standing(reader, side, column, filter)));
    return boundedCount((await Promise.all(counts)).reduce((total, each) => total + each, 0));
  }

  #standing(reader: CaseReader, side: ListSide, column: WorklistColumn, filter: ListFilter) {
    return this.referrals.asParty(reader, [
      ...listConditions(reader, side, filter),
      { sql: stands(column, this.#beside), params: {} },
      // the same once more, of the column that the list is in the order of
      ...(filter.priority === undefined ? [] : [{ sql: 'referral.urgency = :priority', params: {} }]),
    ]);
  }

  get #beside(): Beside {
    const pathOf = (entity: typeof openRequestEntity | typeof timelineEntity) =>
      this.database.getMetadata(entity).tablePath;
    return { requests: pathOf(openRequestEntity), timeline: pathOf(timelineEntity), members: this.members };
  }
}

function sidesOf(sides: Worklist['sides']): [ListSide, WorklistColumn][] {
  return (['recipient', 'sender'] as const).flatMap((side) => {
    const column = sides[side];
    return column === undefined ? [] : [[side, column] as [ListSide, WorklistColumn]];
  });
}
