import { type CaseReader, requireCaseAccess } from '#libs/access';
import { DomainError, parseReferralId } from '#libs/kernel';
import type { AskedPosition } from '#libs/platform';
import { Injectable } from '@nestjs/common';
import { ViewAge } from '../reading/view-age.js';
import { type ReadableReferral, ReferralRows } from './referral-rows.js';

/** One referral for one reader. */
@Injectable()
export class ReferralReads {
  constructor(
    private readonly rows: ReferralRows,
    private readonly age: ViewAge,
  ) {}

  /**
   * An id that is unknown, malformed or somebody else's meets one and the same refusal, after the same waits; one of the reader's
   * own that cannot be shown yet is not unknown.
   * @throws DomainError 403 ROLE_HAS_NO_CASE_ACCESS, 404 REFERRAL_NOT_FOUND
   * @throws TransientError 425 VIEW_BEHIND, 503 VIEW_PARKED
   */
  async get(reader: CaseReader, id: string, minimum: AskedPosition | null): Promise<ReadableReferral> {
    requireCaseAccess(reader);
    await this.age.atLeast(minimum);
    const found = parseReferralId(id) ? await this.rows.find(reader, id) : null;
    if (!found) {
      await this.age.notRebuilding();
      await this.age.notParkedAt(minimum);
      await this.age.notParkedFor(reader, id);
      throw new DomainError('REFERRAL_NOT_FOUND', {}, 404);
    }
    this.age.notParkedBefore(minimum, found.row.lane === minimum?.lane ? found.parkedAt : null);
    return found;
  }
}
