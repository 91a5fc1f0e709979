import type { CaseReader } from '#libs/access';
import { Members } from '#libs/membership';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type BoundedCount, boundedCount, countUpToMost } from '../reading/bounded-count.js';
import { listConditions } from '../lists/list-conditions.js';
import type { ListFilter, ListSide } from '../lists/list-query.js';
import { type ReadableReferral, ReferralRows, rowsOf } from '../referral/referral-rows.js';
import { referralEntity } from '../referral/referral.entity.js';
import { openRequestEntity } from '../requests/open-request.entity.js';
import { timelineEntity } from '../timeline/timeline.entity.js';
import { byPlace, firstOf, type WorkPlace } from './work-place.js';
import { type Beside, stands, waitingIn, type Worklist, type WorklistPart } from './worklists.js';

/** Reads of worklists: a query a part, since no leg stands in two, and each has an index of its own. */
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
    const pages = partsOf(sides).map(([side, part]) => {
      const waiting = waitingIn(part, this.#beside);
      return rowsOf(reader, byPlace(this.#standing(reader, side, part, filter), waiting, place).limit(limit));
    });
    return firstOf((await Promise.all(pages)).flat(), limit);
  }

  async count(reader: CaseReader, { sides }: Worklist, filter: ListFilter): Promise<BoundedCount> {
    const counts = partsOf(sides).map(([side, part]) => countUpToMost(this.#standing(reader, side, part, filter)));
    return boundedCount((await Promise.all(counts)).reduce((total, each) => total + each, 0));
  }

  #standing(reader: CaseReader, side: ListSide, part: WorklistPart, filter: ListFilter) {
    return this.referrals.asParty(reader, [
      ...listConditions(reader, side, filter),
      { sql: stands(part, this.#beside), params: {} },
      // the same once more, of the column that the list is in the order of
      ...(filter.priority === undefined ? [] : [{ sql: 'referral.urgency = :priority', params: {} }]),
    ]);
  }

  get #beside(): Beside {
    const pathOf = (entity: typeof referralEntity | typeof openRequestEntity | typeof timelineEntity) =>
      this.database.getMetadata(entity).tablePath;
    return {
      referrals: pathOf(referralEntity),
      requests: pathOf(openRequestEntity),
      timeline: pathOf(timelineEntity),
      members: this.members,
    };
  }
}

const partsOf = (sides: Worklist['sides']): [ListSide, WorklistPart][] =>
  (['recipient', 'sender'] as const).flatMap((side) =>
    (sides[side] ?? []).map((part): [ListSide, WorklistPart] => [side, part]),
  );
