import type { CaseReader } from '#libs/access';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Condition } from '../lists/list-conditions.js';
import { type EscalationExtent, type ReadableReferral, ReferralRows, rowsOf } from '../referral/referral-rows.js';
import { timelineEntity } from '../timeline/timeline.entity.js';
import { byPlace, firstOf, type WorkPlace } from '../worklists/work-place.js';
import type { EscalationFilter } from './escalation-query.js';
import { ladderIs } from './escalation.columns.js';

export type ReadableEscalation = ReadableReferral<EscalationExtent>;

/** How an agency comes to an escalation: each has an index of its own, and no leg is found in two of these ways. */
const ways = ['recipient', 'sender', 'called upon'] as const;

/** Legs whose escalation a reader may know of: as their sender or recipient, or called upon by a step of the ladder. */
@Injectable()
export class EscalationRows {
  constructor(
    private readonly referrals: ReferralRows,
    private readonly database: DataSource,
  ) {}

  /** Whether its ladder was climbed or not. */
  async find(reader: CaseReader, id: string): Promise<ReadableEscalation | null> {
    const own = [{ sql: 'referral.id = :id', params: { id } }];
    const [asParty, asCalledUpon] = await Promise.all([
      rowsOf<EscalationExtent>(this.referrals.asParty(reader, own)),
      rowsOf<EscalationExtent>(this.referrals.asCalledUpon(reader, own)),
    ]);
    return asParty[0] ?? asCalledUpon[0] ?? null;
  }

  /** Those whose ladder was climbed: the most urgent first, of these the longest climbing, from after `place` on. */
  async list(
    reader: CaseReader,
    filter: EscalationFilter,
    limit: number,
    place: WorkPlace | null,
  ): Promise<ReadableEscalation[]> {
    const found = await Promise.all(ways.map((way) => this.#page(reader, way, filter, limit, place)));
    return firstOf(found.flat(), limit);
  }

  #page(
    reader: CaseReader,
    way: (typeof ways)[number],
    filter: EscalationFilter,
    limit: number,
    place: WorkPlace | null,
  ): Promise<ReadableEscalation[]> {
    const conditions = [...wayTo(way, reader), ...this.#climbed(filter)];
    const query =
      way === 'called upon'
        ? this.referrals.asCalledUpon(reader, conditions)
        : this.referrals.asParty(reader, conditions);
    return rowsOf<EscalationExtent>(byPlace(query, 'referral.ladder_from', place).limit(limit));
  }

  #climbed({ synthetic, priority, step, state }: EscalationFilter): Condition[] {
    const timeline = this.database.getMetadata(timelineEntity).tablePath;
    return [
      { sql: 'referral.synthetic = :synthetic AND referral.ladder_step IS NOT NULL', params: { synthetic } },
      ...(priority === undefined ? [] : [{ sql: 'referral.urgency = :priority', params: { priority } }]),
      ...(step === undefined ? [] : [{ sql: 'referral.ladder_step = :step', params: { step } }]),
      ...(state === undefined ? [] : [{ sql: ladderIs[state](timeline), params: {} }]),
    ];
  }
}

function wayTo(way: (typeof ways)[number], { agency }: CaseReader): Condition[] {
  if (way !== 'called upon') return [{ sql: `referral.${way}_agency = :agency`, params: { agency } }];
  return [{ sql: 'referral.recipient_agency <> :agency AND referral.sender_agency <> :agency', params: { agency } }];
}
