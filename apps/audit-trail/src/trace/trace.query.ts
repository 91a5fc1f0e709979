import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { entryEntity } from '../database/entities.js';
import type { Entry } from '../log/entry.js';
import type { TracePlace } from './trace-place.js';

@Injectable()
export class TraceQuery {
  constructor(private readonly database: DataSource) {}

  /** Every entry of a leg after `place`, over all topics, in the order of the lane. Refusals stand in the lanes of those refused. */
  async list(leg: string, place: TracePlace, limit: number): Promise<Entry[]> {
    return this.database
      .getRepository(entryEntity)
      .createQueryBuilder('entry')
      .where('entry.leg = :leg AND (entry.lane, entry.position) > (:lane, :position)', { leg, ...place })
      .orderBy({ 'entry.lane': 'ASC', 'entry.position': 'ASC' })
      .limit(limit)
      .getMany();
  }
}
