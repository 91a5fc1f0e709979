import type { CaseReader } from '#libs/access';
import type { BusPosition } from '#libs/kernel';
import type { AskedPosition } from '#libs/platform';
import { Injectable } from '@nestjs/common';
import { FirstReads } from '../receipts/first-reads.js';
import { ReferralReads } from '../referral/referral-reads.js';
import { ReferralRows } from '../referral/referral-rows.js';
import { foreignIdsIn } from '../referral/referral-view.js';
import { sideOf } from '../referral/side.js';
import { CaseRows } from './case-rows.js';
import { type CaseView, caseViewOf } from './case-view.js';
import { standingWaivers, waiversOf } from './waivers.js';

/** One referral with all that hangs on it, for one reader. */
@Injectable()
export class Cases {
  constructor(
    private readonly reads: ReferralReads,
    private readonly referrals: ReferralRows,
    private readonly rows: CaseRows,
    private readonly firstReads: FirstReads,
  ) {}

  /** @throws as ReferralReads.get */
  async get(
    reader: CaseReader,
    id: string,
    minimum: AskedPosition | null,
  ): Promise<{ readonly view: CaseView; readonly shown: BusPosition }> {
    const referral = await this.reads.get(reader, id, minimum);
    const { row, extent } = referral;
    await this.firstReads.read(reader, row);
    const [parts, legs, requests, known] = await Promise.all([
      this.rows.parts(id),
      this.rows.otherLegs(reader, row),
      extent === 'PARTY' && sideOf(row, reader) === 'RECEIVER' ? this.rows.requests(id) : [],
      this.referrals.known(reader, foreignIdsIn([row])),
    ]);
    const seesCase = extent === 'PARTY' || extent === 'CASE';
    // Where only state and outcome are open, what else was said is not; but what the reader said itself, it knows.
    const open = parts.filter(
      ({ kind, by_agency: by }) =>
        seesCase || kind === 'OUTCOME' || (extent === 'REQUESTS_AND_OUTCOME' && by === reader.agency),
    );
    const standing = seesCase ? standingWaivers(row, parts) : [];
    const waivers = standing.length === 0 ? [] : waiversOf(standing, await this.rows.judged(id));
    const view = caseViewOf(referral, { parts: open, waivers, legs, requests }, reader, known);
    return { view, shown: referral.shown };
  }
}
