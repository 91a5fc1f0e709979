import type { CaseReader } from '#libs/access';
import type { EventName } from '#libs/contracts';
import { isOpen, REFERRAL_STATUSES } from '#libs/domain';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Condition } from '../lists/list-conditions.js';
import {
  type EscalationExtent,
  escalationRowsOf,
  type ReadableReferral,
  ReferralRows,
} from '../referral/referral-rows.js';
import { timelineEntity } from '../timeline/timeline.entity.js';
import { byPlace, firstOf, waitingSince, type WorkPlace } from '../worklists/work-place.js';
import type { EscalationFilter } from './escalation-query.js';
import { ladderIs } from './escalation.columns.js';

export type ReadableEscalation = ReadableReferral<EscalationExtent>;

/** How an agency comes to an escalation: each has an index of its own, and no leg is found in two of these ways. */
const ways = ['recipient', 'sender', 'called upon'] as const;

/**
 * Legs whose escalation a reader may know of: as their sender or recipient, or called upon, by a step of the ladder or since the case
 * was not let go on.
 */
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
      escalationRowsOf(this.referrals.asParty(reader, own)),
      escalationRowsOf(this.referrals.asCalledUpon(reader, own)),
    ]);
    return asParty[0] ?? asCalledUpon[0] ?? null;
  }

  /**
   * Those whose ladder was climbed, and those without one for which the reader was called upon: the most urgent first, of these the
   * longest climbing or waiting, from after `place` on.
   */
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
    const conditions = [...this.#wayTo(way, reader), ...this.#chosen(filter)];
    if (way === 'called upon')
      return escalationRowsOf(
        byPlace(this.referrals.asCalledUpon(reader, conditions), waitingSince(WAITS_SINCE), place).limit(limit),
      );
    const climbed = this.referrals.asParty(reader, conditions);
    return escalationRowsOf(byPlace(climbed, waitingSince('referral.ladder_from'), place).limit(limit));
  }

  #wayTo(way: (typeof ways)[number], { agency }: CaseReader): Condition[] {
    const params = { agency };
    if (way !== 'called upon') return [CLIMBED, { sql: `referral.${way}_agency = :agency`, params }];
    const beside = 'referral.recipient_agency <> :agency AND referral.sender_agency <> :agency';
    return [{ sql: `CASE WHEN ${CLIMBED.sql} THEN ${beside} ELSE ${refusedBy(this.#timeline)} END`, params }];
  }

  #chosen({ synthetic, priority, step, state, stuck }: EscalationFilter): Condition[] {
    return [
      { sql: 'referral.synthetic = :synthetic', params: { synthetic } },
      ...(priority === undefined ? [] : [{ sql: 'referral.urgency = :priority', params: { priority } }]),
      ...(step === undefined ? [] : [{ sql: 'referral.ladder_step = :step', params: { step } }]),
      ...(state === undefined ? [] : [CLIMBED, { sql: ladderIs[state](this.#timeline), params: {} }]),
      ...(stuck ? [{ sql: `${stuckBy(this.#timeline)} AND referral.status IN (${OPEN})`, params: {} }] : []),
    ];
  }

  get #timeline(): string {
    return this.database.getMetadata(timelineEntity).tablePath;
  }
}

const CLIMBED: Condition = { sql: 'referral.ladder_step IS NOT NULL', params: {} };
const REFUSED = 'OnwardRefused' satisfies EventName;
const ANSWERED = 'OnwardRefusalAnswered' satisfies EventName;
/** Whoever was told goes on to see it, answered or not. */
const refusedBy = (timeline: string, and = ''): string =>
  `EXISTS (SELECT FROM ${timeline} said WHERE said.referral = referral.id AND said.type = '${REFUSED}'${and})`;
const stuckBy = (timeline: string): string =>
  refusedBy(
    timeline,
    ` AND NOT EXISTS (SELECT FROM ${timeline} reply
      WHERE reply.referral = referral.id AND reply.type = '${ANSWERED}' AND reply.position > said.position)`,
  );
const OPEN = REFERRAL_STATUSES.filter(isOpen)
  .map((status) => `'${status}'`)
  .join(', ');
/** A leg without a ladder waits since its submission. */
const WAITS_SINCE = 'coalesce(referral.ladder_from, referral.submitted_at)';
