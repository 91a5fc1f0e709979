import { calledUpon, type CaseReader, type Extent, extentFor, followableBy, openTo, readableBy } from '#libs/access';
import type { BusPosition } from '#libs/kernel';
import { Members } from '#libs/membership';
import { BUS_NOW } from '#libs/projections';
import { Injectable } from '@nestjs/common';
import { DataSource, type SelectQueryBuilder } from 'typeorm';
import { calledUponEntity } from '../escalation/called-upon.entity.js';
import { type Condition, listConditions } from '../lists/list-conditions.js';
import type { ListPlace } from '../lists/list-place.js';
import type { ListFilter, ListSide } from '../lists/list-query.js';
import { admitted } from '../reading/admitted.js';
import { firstParked, shownPosition } from '../reading/view-state.sql.js';
import { accessGrantEntity } from '../requests/access-grant.entity.js';
import { timelineEntity } from '../timeline/timeline.entity.js';
import { referralEntity } from './referral.entity.js';
import type { ReferralRow } from './referral-row.js';
import { sideOf } from './side.js';

/** A row that the reader may see, with what its view of it depends on. One statement, so one snapshot. */
export interface ReadableReferral<Of extends string = Extent> {
  readonly row: ReferralRow;
  /** Position of its first event that waits for repair; the row is as it was before that event. */
  readonly parkedAt: number | null;
  readonly extent: Of;
  /** How far the view of its lane was. */
  readonly shown: BusPosition;
  /** In a list that is in the order of waiting. */
  readonly waitsSince: Date | null;
  /** There, after all others as urgent. */
  readonly comesLast: boolean;
}

/** How a row is read that is listed for its escalation alone: not for its content. */
export type EscalationExtent = 'PARTY' | 'CALLED_UPON';

interface Computed<Of> {
  readonly parked_at: string | null;
  readonly extent: Of;
  readonly shown: BusPosition;
  readonly waits_since?: Date;
  readonly comes_last?: boolean;
}

type Query = SelectQueryBuilder<ReferralRow>;

/** Reads of the table `referral`. Every one of them goes through the need-to-know filter. */
@Injectable()
export class ReferralRows {
  constructor(
    private readonly database: DataSource,
    private readonly members: Members,
  ) {}

  /** As a party, or as an agency that the case was opened to. */
  async find(reader: CaseReader, id: string): Promise<ReadableReferral | null> {
    const grants = this.database.getMetadata(accessGrantEntity).tablePath;
    const { sql, params } = openTo(admitted(reader, this.members), 'referral', { table: grants, now: BUS_NOW });
    const granted = `(SELECT extent FROM ${grants} own WHERE own.referral = referral.id AND own.agency = :reading_agency)`;
    const party = readableBy(reader, 'referral').sql;
    const [found = null] = await rowsOf(
      reader,
      this.#selected(`CASE WHEN ${party} THEN 'PARTY' ELSE ${granted} END`)
        .where(sql, params)
        .andWhere('referral.id = :id', { id }),
    );
    return found;
  }

  /** Newest first, from after `place` on. */
  async list(
    reader: CaseReader,
    side: ListSide,
    filter: ListFilter,
    limit: number,
    place: ListPlace | null,
  ): Promise<ReadableReferral[]> {
    const query = this.asParty(reader, listConditions(reader, side, filter))
      .orderBy('referral.submitted_at', 'DESC')
      .addOrderBy('referral.id', 'DESC')
      .limit(limit);
    if (place)
      query.andWhere('(referral.submitted_at, referral.id) < (:lastAt, :lastId)', {
        lastAt: new Date(place.submittedAt),
        lastId: place.id,
      });
    return rowsOf(reader, query);
  }

  /** Rows of the reader's own legs under these conditions, to be ordered; for `rowsOf`. */
  asParty(reader: CaseReader, conditions: readonly Condition[]): Query {
    return this.#under('PARTY', [readableBy(reader, 'referral'), ...conditions]);
  }

  /** As `asParty`, of the legs whose ladder called upon the reader: for `escalationRowsOf`. */
  asCalledUpon(reader: CaseReader, conditions: readonly Condition[]): Query {
    const tables = {
      calls: this.database.getMetadata(calledUponEntity).tablePath,
      timeline: this.database.getMetadata(timelineEntity).tablePath,
    };
    const called = calledUpon(admitted(reader, this.members), 'referral', tables);
    return this.#under('CALLED_UPON', [called, ...conditions]);
  }

  /** Which of these legs the reader may know of: all other ids are withheld from it. */
  async known(reader: CaseReader, ids: readonly string[]): Promise<ReadonlySet<string>> {
    if (ids.length === 0) return new Set();
    const { sql, params } = followableBy(reader, 'referral');
    const rows = await this.database
      .getRepository(referralEntity)
      .createQueryBuilder('referral')
      .select('referral.id', 'id')
      .where('referral.id = ANY(:ids)', { ids })
      .andWhere(sql, params)
      .getRawMany<{ id: string }>();
    return new Set(rows.map(({ id }) => id));
  }

  #under(extent: EscalationExtent, conditions: readonly Condition[]): Query {
    return conditions.reduce((query, { sql, params }) => query.andWhere(sql, params), this.#selected(`'${extent}'`));
  }

  #selected(extent: string): Query {
    return this.database
      .getRepository(referralEntity)
      .createQueryBuilder('referral')
      .addSelect(firstParked('referral.id'), 'parked_at')
      .addSelect(shownPosition('referral.lane'), 'shown')
      .addSelect(extent, 'extent');
  }
}

/** Each as far as its reader may see it in the role acted in. */
export async function rowsOf(reader: CaseReader, query: Query): Promise<ReadableReferral[]> {
  const found = await selectedBy<Extent>(query);
  return found.map((each) => {
    const isSender = sideOf(each.row, reader) === 'SENDER';
    return { ...each, extent: extentFor(reader, each.extent, { isSender }) };
  });
}

export const escalationRowsOf = (query: Query): Promise<ReadableReferral<EscalationExtent>[]> => selectedBy(query);

/** @typeParam Of what the query selects as the extent */
async function selectedBy<Of extends string>(query: Query): Promise<ReadableReferral<Of>[]> {
  const { entities, raw } = await query.getRawAndEntities<Computed<Of>>();
  return entities.map((row, index) => {
    const computed = raw[index];
    if (!computed) throw new RangeError('a row without its computed columns');
    const {
      parked_at: parkedAt,
      extent,
      shown,
      waits_since: waitsSince = null,
      comes_last: comesLast = false,
    } = computed;
    return { row, parkedAt: parkedAt === null ? null : Number(parkedAt), extent, shown, waitsSince, comesLast };
  });
}
