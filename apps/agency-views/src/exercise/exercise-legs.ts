import type { Priority } from '#libs/contracts';
import type { ExerciseLeg, SubmittedStatus } from '#libs/domain';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { referralEntity } from '../referral/referral.entity.js';
import { accessGrantEntity } from '../requests/access-grant.entity.js';
import { timelineEntity } from '../timeline/timeline.entity.js';
import { exerciseLegEntity } from './exercise-leg.entity.js';

/** Far more than people can play in a drill; a report of more would be of its beginning. */
export const MOST_LEGS = 20_000;

interface Row {
  readonly id: string;
  readonly from: string;
  readonly origin: string;
  readonly shownTo: readonly string[];
  readonly reference: string | null;
  readonly hop: number;
  readonly priority: Priority | null;
  readonly graded: Priority | null;
  readonly arrivals: readonly { readonly status: SubmittedStatus; readonly at: string }[] | null;
}

/** The referrals of an exercise with the states that they came into, oldest first. */
@Injectable()
export class ExerciseLegs {
  constructor(private readonly database: DataSource) {}

  async of(exercise: string): Promise<ExerciseLeg[]> {
    const [drilled, leg, entry, grant] = [exerciseLegEntity, referralEntity, timelineEntity, accessGrantEntity].map(
      (entity) => this.database.getMetadata(entity).tablePath,
    );
    const rows = await this.database.query<Row[]>(
      `SELECT leg.id, leg.sender_agency AS "from", leg.origin_agency AS origin, leg.reference, leg.hop,
         leg.sender_priority AS priority,
         (SELECT entry.data->>'level' FROM ${entry} entry
          WHERE entry.referral = leg.id AND entry.type = 'PrioritySet' AND entry.data->>'side' = 'SENDER'
          ORDER BY entry.position LIMIT 1) AS graded,
         leg.recipient_agency || ARRAY(SELECT held.agency FROM ${grant} held WHERE held.referral = leg.id) AS "shownTo",
         (SELECT jsonb_agg(jsonb_build_object('status', entry.status, 'at', entry.at) ORDER BY entry.position)
          FROM ${entry} entry WHERE entry.referral = leg.id AND entry.status IS NOT NULL) AS arrivals
       FROM ${drilled} drilled JOIN ${leg} leg ON leg.id = drilled.referral
       WHERE drilled.exercise = $1 ORDER BY leg.submitted_at, leg.id LIMIT ${MOST_LEGS}`,
      [exercise],
    );
    return rows.map(({ arrivals, ...told }) => ({
      ...told,
      arrivals: (arrivals ?? []).map(({ status, at }) => ({ status, at: Date.parse(at) })),
    }));
  }
}
