import { type CaseReader, followableBy } from '#libs/access';
import type { Outcome } from '#libs/contracts';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { partEntity, type PartRow } from '../parts/part.entity.js';
import type { ReferralRow } from '../referral/referral-row.js';
import { referralEntity } from '../referral/referral.entity.js';
import { timelineEntity } from '../timeline/timeline.entity.js';
import { openRequestEntity, type OpenRequestRow } from '../requests/open-request.entity.js';
import type { Judged } from './waivers.js';

/** A leg of a case as those see it who may follow it: no content. */
export interface FollowedLeg {
  readonly row: ReferralRow;
  /** Classes of the outcomes that stand. */
  readonly outcomes: readonly Outcome[];
}

/** Far beyond what a case may have of legs and of requests, under their limits. */
const MOST = 200;

/** What stands beside a leg's own row, for a leg that the reader was shown to have access to. */
@Injectable()
export class CaseRows {
  constructor(private readonly database: DataSource) {}

  /** The newest, in the order of the lane: reports of outcomes have no limit. */
  async parts(referral: string): Promise<PartRow[]> {
    const newest = await this.database
      .getRepository(partEntity)
      .find({ where: { referral }, order: { position: 'DESC' }, take: MOST });
    return newest.reverse();
  }

  /** How each statement that says anything of crossing borders was judged, in the order of the lane. */
  judged(referral: string): Promise<Judged[]> {
    const entries = this.database.getMetadata(timelineEntity).tablePath;
    return this.database.query<Judged[]>(
      `SELECT CASE type WHEN 'ReferralSubmitted' THEN NULL WHEN 'Corrected' THEN data ->> 'part' ELSE event_id::text END AS part,
         data -> 'waiverJudgedBy' AS "judgedBy"
       FROM ${entries} WHERE referral = $1 AND (type IN ('ReferralSubmitted', 'InformationProvided', 'Supplemented')
         OR (type = 'Corrected' AND jsonb_typeof(data -> 'crossBorder') = 'object')) ORDER BY position`,
      [referral],
    );
  }

  /** Oldest first. */
  requests(referral: string): Promise<OpenRequestRow[]> {
    return this.database
      .getRepository(openRequestEntity)
      .find({ where: { referral }, order: { asked_at: 'ASC', agency: 'ASC' }, take: MOST });
  }

  /** The case's other legs that the reader may follow, in the order in which they began. */
  async otherLegs(reader: CaseReader, { id, origin }: ReferralRow): Promise<FollowedLeg[]> {
    const { sql, params } = followableBy(reader, 'leg');
    const parts = this.database.getMetadata(partEntity).tablePath;
    const { entities, raw } = await this.database
      .getRepository(referralEntity)
      .createQueryBuilder('leg')
      .addSelect(
        `ARRAY(SELECT DISTINCT outcome ->> 'outcome' FROM ${parts} part, jsonb_array_elements(part.outcomes) outcome
          WHERE part.referral = leg.id AND part.in_error_at IS NULL ORDER BY 1)`,
        'outcomes',
      )
      .where('leg.origin = :origin AND leg.id <> :id', { origin, id })
      .andWhere(sql, params)
      .orderBy('leg.submitted_at', 'ASC')
      .addOrderBy('leg.id', 'ASC')
      .limit(MOST)
      .getRawAndEntities<{ outcomes: Outcome[] }>();
    return entities.map((row, index) => ({ row, outcomes: raw[index]?.outcomes ?? [] }));
  }
}
