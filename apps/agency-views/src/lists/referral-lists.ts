import { type CaseReader, requireCaseAccess } from '#libs/access';
import type { BusPosition } from '#libs/kernel';
import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { openCursor } from '../reading/cursor.js';
import { ViewAge } from '../reading/view-age.js';
import { ReferralRows } from '../referral/referral-rows.js';
import { referralView, type ReferralView, referralViewOf } from '../referral/referral-view.js';
import { referralExample } from '../referral/referral.example.js';
import { formatListPlace, parseListPlace } from './list-place.js';
import { type ListFilter, scopeOf } from './list-query.js';
import { type Page, pageOf } from './page.js';

export const referralPage = z
  .strictObject({
    items: z.array(referralView),
    next: z.string().nullable().meta({ description: 'Cursor of the next page, null on the last.' }),
  })
  .meta({ id: 'ReferralList', example: { items: [referralExample], next: null } });

export interface ListRequest {
  readonly filter: ListFilter;
  readonly limit: number;
  readonly cursor: string | undefined;
  readonly minimum: BusPosition | null;
}

export interface ListAnswer {
  readonly page: Page<ReferralView>;
  /** How far the view was in the lane that was asked for, if one was. */
  readonly shown: BusPosition | null;
}

/** Lists of an agency's referrals, newest first. What a page showed stays where it was, however many arrive meanwhile. */
@Injectable()
export class ReferralLists {
  constructor(
    private readonly rows: ReferralRows,
    private readonly age: ViewAge,
  ) {}

  /**
   * @throws DomainError 403 ROLE_HAS_NO_CASE_ACCESS; ProblemError 400 CURSOR_INVALID
   * @throws TransientError 425 VIEW_BEHIND, 503 VIEW_PARKED
   */
  async page(reader: CaseReader, { filter, limit, cursor, minimum }: ListRequest): Promise<ListAnswer> {
    requireCaseAccess(reader);
    const scope = scopeOf(reader.agency, filter);
    const place = cursor === undefined ? null : parseListPlace(openCursor(cursor, scope));
    await this.age.atLeast(minimum);
    await this.age.notParkedAt(minimum);
    // Asked before the rows are, so that they are at least as new as the answer says.
    const shown = await this.age.shown(minimum);
    const found = await this.rows.list(reader, filter, limit + 1, place);
    const { items, next } = pageOf(found, limit, scope, ({ row }) =>
      formatListPlace({ submittedAt: row.submitted_at.getTime(), id: row.id }),
    );
    return { page: { items: items.map((each) => referralViewOf(each, reader)), next }, shown };
  }
}
