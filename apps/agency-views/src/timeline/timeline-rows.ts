import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { timelineEntity, type TimelineRow } from './timeline.entity.js';

/** Reads of the table `timeline_entry`, for referrals that the caller has been shown to be a party of. */
@Injectable()
export class TimelineRows {
  constructor(private readonly database: DataSource) {}

  /** In the order of the lane, from after `position` on. */
  async list(referral: string, position: number, limit: number): Promise<TimelineRow[]> {
    return this.database
      .getRepository(timelineEntity)
      .createQueryBuilder('entry')
      .where('entry.referral = :referral AND entry.position > :position', { referral, position })
      .orderBy('entry.position', 'ASC')
      .limit(limit)
      .getMany();
  }
}
