import { type CaseReader, requireCaseAccess } from '#libs/access';
import type { BusPosition } from '#libs/kernel';
import type { AskedPosition } from '#libs/platform';
import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { openCursor } from '../reading/cursor.js';
import { ViewAge } from '../reading/view-age.js';
import { type ReadableReferral, ReferralRows } from '../referral/referral-rows.js';
import { foreignIdsIn, referralView, type ReferralView, referralViewOf } from '../referral/referral-view.js';
import { referralExample } from '../referral/referral.example.js';
import { formatListPlace, parseListPlace } from './list-place.js';
import { type ListFilter, type ListSide, scopeOf } from './list-query.js';
import { incomplete, pageOf, type ReferralPage } from './page.js';

export const referralPage = z
  .strictObject({
    items: z.array(referralView),
    next: z.string().nullable().meta({ description: 'Cursor of the next page, null on the last.' }),
    incomplete,
  })
  .meta({ id: 'ReferralList', example: { items: [referralExample], next: null, incomplete: false } });

export interface ListRequest {
  readonly filter: ListFilter;
  readonly limit: number;
  readonly cursor: string | undefined;
  readonly minimum: AskedPosition | null;
}

export interface ListAnswer<Item = ReferralView> {
  readonly page: ReferralPage<Item>;
  /** How far the view was in the lane that was asked for, if one was. */
  readonly shown: BusPosition | null;
}

/** How one list finds its rows and tells where a page ended. */
export interface ListKind {
  readonly name: string;
  /** On which sides of its referrals the agency stands. */
  readonly sides: readonly ListSide[];
  /** From after the place on that `placeOf` gave; null: from the start. */
  rows(place: string | null, limit: number): Promise<readonly ReadableReferral[]>;
  placeOf(row: ReadableReferral): string;
}

/** Lists of an agency's referrals. */
@Injectable()
export class ReferralLists {
  constructor(
    private readonly rows: ReferralRows,
    private readonly age: ViewAge,
  ) {}

  /**
   * What an agency sent or was sent, newest first. What a page showed stays where it was, however many arrive meanwhile.
   * @throws as `list`
   */
  bySide(reader: CaseReader, side: ListSide, request: ListRequest): Promise<ListAnswer> {
    return this.list(reader, request, {
      name: side,
      sides: [side],
      rows: (place, limit) =>
        this.rows.list(reader, side, request.filter, limit, place === null ? null : parseListPlace(place)),
      placeOf: ({ row }) => formatListPlace({ submittedAt: row.submitted_at.getTime(), id: row.id }),
    });
  }

  /** @throws as `find` */
  async list(reader: CaseReader, request: ListRequest, kind: ListKind): Promise<ListAnswer> {
    const { page, shown } = await this.find(reader, request, kind);
    return { page: { ...page, items: await this.viewsOf(reader, page.items) }, shown };
  }

  /**
   * The rows of a page.
   * @throws DomainError 403 ROLE_HAS_NO_CASE_ACCESS; ProblemError 400 CURSOR_INVALID
   * @throws TransientError 425 VIEW_BEHIND, 503 VIEW_PARKED
   */
  async find(reader: CaseReader, request: ListRequest, kind: ListKind): Promise<ListAnswer<ReadableReferral>> {
    requireCaseAccess(reader);
    const { filter, limit, cursor, minimum } = request;
    const scope = scopeOf(reader.agency, kind.name, filter);
    const place = cursor === undefined ? null : openCursor(cursor, scope);
    await this.age.atLeast(minimum);
    await this.age.notParkedAt(minimum);
    // Asked before the rows are, so that they are at least as new as the answer says.
    const shown = await this.age.shown(minimum);
    const left = await this.age.incomplete(reader, kind.sides, filter.synthetic);
    const found = await kind.rows(place, limit + 1);
    return { page: { ...pageOf(found, limit, scope, (row) => kind.placeOf(row)), incomplete: left }, shown };
  }

  /** As the reader may see them. */
  async viewsOf(reader: CaseReader, rows: readonly ReadableReferral[]): Promise<ReferralView[]> {
    const known = await this.rows.known(reader, foreignIdsIn(rows.map(({ row }) => row)));
    return rows.map((each) => referralViewOf(each, reader, known));
  }
}
