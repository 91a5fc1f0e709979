import { type CaseReader, readableBy } from '#libs/access';
import type { BusPosition } from '#libs/kernel';
import { Injectable } from '@nestjs/common';
import { DataSource, type SelectQueryBuilder } from 'typeorm';
import { listConditions } from '../lists/list-conditions.js';
import type { ListPlace } from '../lists/list-place.js';
import type { ListFilter } from '../lists/list-query.js';
import { firstParked, shownPosition } from '../reading/view-state.sql.js';
import { referralEntity } from './referral.entity.js';
import type { ReferralRow } from './referral-row.js';

/** A row that the reader may see, with what its view of it depends on. One statement, so one snapshot. */
export interface ReadableReferral {
  readonly row: ReferralRow;
  /** Position of its first event that waits for repair; the row is as it was before that event. */
  readonly parkedAt: number | null;
  /** The reader may know of the referral that this one was said to repeat. */
  readonly duplicateKnown: boolean;
  /** How far the view of its lane was. */
  readonly shown: BusPosition;
}

interface Computed {
  readonly parked_at: string | null;
  readonly duplicate_known: boolean;
  readonly shown: BusPosition;
}

/** Reads of the table `referral`. Every one of them goes through the need-to-know filter. */
@Injectable()
export class ReferralRows {
  constructor(private readonly database: DataSource) {}

  async find(reader: CaseReader, id: string): Promise<ReadableReferral | null> {
    const [found = null] = await rowsOf(this.#readable(reader).andWhere('referral.id = :id', { id }));
    return found;
  }

  /** Newest first, from after `place` on. */
  async list(
    reader: CaseReader,
    filter: ListFilter,
    limit: number,
    place: ListPlace | null,
  ): Promise<ReadableReferral[]> {
    const query = this.#readable(reader)
      .orderBy('referral.submitted_at', 'DESC')
      .addOrderBy('referral.id', 'DESC')
      .limit(limit);
    for (const { sql, params } of listConditions(reader.agency, filter, place)) query.andWhere(sql, params);
    return rowsOf(query);
  }

  #readable(reader: CaseReader): SelectQueryBuilder<ReferralRow> {
    const readable = readableBy(reader, 'referral');
    const duplicate = readableBy(reader, 'duplicate');
    const table = this.database.getMetadata(referralEntity).tablePath;
    return this.database
      .getRepository(referralEntity)
      .createQueryBuilder('referral')
      .addSelect(firstParked('referral.id'), 'parked_at')
      .addSelect(shownPosition('referral.lane'), 'shown')
      .addSelect(
        `EXISTS (SELECT FROM ${table} duplicate WHERE duplicate.id = referral.duplicate_of AND ${duplicate.sql})`,
        'duplicate_known',
      )
      .where(readable.sql, readable.params);
  }
}

async function rowsOf(query: SelectQueryBuilder<ReferralRow>): Promise<ReadableReferral[]> {
  const { entities, raw } = await query.getRawAndEntities<Computed>();
  return entities.map((row, index) => {
    const computed = raw[index];
    if (!computed) throw new RangeError('a row without its computed columns');
    const { parked_at: parkedAt, duplicate_known: duplicateKnown, shown } = computed;
    return { row, parkedAt: parkedAt === null ? null : Number(parkedAt), duplicateKnown, shown };
  });
}
