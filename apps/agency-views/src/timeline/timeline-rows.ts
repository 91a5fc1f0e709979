import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { entriesFor, type TimelineReader } from './timeline-audience.js';
import { timelineEntity, type TimelineRow } from './timeline.entity.js';

/** Reads of the table `timeline_entry`, for referrals that the reader was shown to have access to. */
@Injectable()
export class TimelineRows {
  constructor(private readonly database: DataSource) {}

  /** What the reader may see, in the order of the lane, from after `position` on. */
  async list(reader: TimelineReader, referral: string, position: number, limit: number): Promise<TimelineRow[]> {
    const { sql, params } = entriesFor(reader);
    return this.database
      .getRepository(timelineEntity)
      .createQueryBuilder('entry')
      .where('entry.referral = :referral AND entry.position > :position', { referral, position })
      .andWhere(sql, params)
      .orderBy('entry.position', 'ASC')
      .limit(limit)
      .getMany();
  }
}
