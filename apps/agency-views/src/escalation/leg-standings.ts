import { Injectable } from '@nestjs/common';
import { DataSource, In } from 'typeorm';
import type { ReferralRow } from '../referral/referral-row.js';
import { timelineEntity } from '../timeline/timeline.entity.js';
import { type LegStanding, standingOfLeg } from './leg-standing.js';

/** Clocks and ladders of legs that the reader was shown to have access to. */
@Injectable()
export class LegStandings {
  constructor(private readonly database: DataSource) {}

  /** In the order of the rows; one statement for all of them. */
  async of(rows: readonly ReferralRow[]): Promise<LegStanding[]> {
    if (rows.length === 0) return [];
    const entries = await this.database
      .getRepository(timelineEntity)
      .find({ where: { referral: In(rows.map(({ id }) => id)) }, order: { referral: 'ASC', position: 'ASC' } });
    const byLeg = Map.groupBy(entries, ({ referral }) => referral);
    return rows.map((row) => standingOfLeg(row, byLeg.get(row.id) ?? []));
  }
}
