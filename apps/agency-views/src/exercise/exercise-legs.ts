import type { Priority } from '#libs/contracts';
import type { ExerciseLeg, SubmittedStatus } from '#libs/domain';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { referralEntity } from '../referral/referral.entity.js';
import { timelineEntity } from '../timeline/timeline.entity.js';
import { exerciseLegEntity } from './exercise-leg.entity.js';

/** Far more than people can play in a drill; a report of more would be of its beginning. */
export const MOST_LEGS = 20_000;

interface Row {
  readonly id: string;
  readonly from: string;
  readonly reference: string | null;
  readonly priority: Priority | null;
  readonly arrivals: readonly { readonly status: SubmittedStatus; readonly at: string }[] | null;
}

/** The referrals of an exercise with the states that they came into, oldest first. */
@Injectable()
export class ExerciseLegs {
  constructor(private readonly database: DataSource) {}

  async of(exercise: string): Promise<ExerciseLeg[]> {
    const timeline = this.database.getMetadata(timelineEntity).tablePath;
    const rows = await this.database
      .getRepository(exerciseLegEntity)
      .createQueryBuilder('drilled')
      .innerJoin(referralEntity.options.name, 'leg', 'leg.id = drilled.referral')
      .select('leg.id', 'id')
      .addSelect('leg.sender_agency', 'from')
      .addSelect('leg.reference', 'reference')
      .addSelect('leg.sender_priority', 'priority')
      .addSelect(
        `(SELECT jsonb_agg(jsonb_build_object('status', status, 'at', at) ORDER BY position) FROM ${timeline} entry
          WHERE entry.referral = leg.id AND entry.status IS NOT NULL)`,
        'arrivals',
      )
      .where('drilled.exercise = :exercise', { exercise })
      .orderBy('leg.submitted_at', 'ASC')
      .addOrderBy('leg.id', 'ASC')
      .limit(MOST_LEGS)
      .getRawMany<Row>();
    return rows.map(({ arrivals, ...leg }) => ({
      ...leg,
      arrivals: (arrivals ?? []).map(({ status, at }) => ({ status, at: Date.parse(at) })),
    }));
  }
}
