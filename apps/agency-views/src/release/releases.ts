import { type CaseReader, requireCaseAccess } from '#libs/access';
import type { BusPosition } from '#libs/kernel';
import type { AskedPosition } from '#libs/platform';
import { Injectable } from '@nestjs/common';
import { DataSource, type SelectQueryBuilder } from 'typeorm';
import { formatListPlace, parseListPlace } from '../lists/list-place.js';
import { pageOf, type ReferralPage } from '../lists/page.js';
import { type BoundedCount, boundedCount, countUpToMost } from '../reading/bounded-count.js';
import { openCursor } from '../reading/cursor.js';
import { ViewAge } from '../reading/view-age.js';
import { releaseEntity, type ReleaseRow } from './release.entity.js';
import { type ReleaseView, releaseViewOf } from './release-view.js';

export const AWAITING_RELEASE = 'awaiting-release';

export interface ReleaseRequest {
  readonly synthetic: boolean;
  readonly limit: number;
  readonly cursor: string | undefined;
  readonly minimum: AskedPosition | null;
}

/** Referrals that wait for a second person of their sender's agency. To all others there is nothing (features B12). */
@Injectable()
export class Releases {
  constructor(
    private readonly database: DataSource,
    private readonly age: ViewAge,
  ) {}

  /**
   * The longest waiting first.
   * @throws DomainError 403 ROLE_HAS_NO_CASE_ACCESS; ProblemError 400 CURSOR_INVALID
   * @throws TransientError 425 VIEW_BEHIND, 503 VIEW_PARKED
   */
  async page(
    reader: CaseReader,
    { synthetic, limit, cursor, minimum }: ReleaseRequest,
  ): Promise<{ readonly page: ReferralPage<ReleaseView>; readonly shown: BusPosition | null }> {
    requireCaseAccess(reader);
    const scope = JSON.stringify([reader.agency, AWAITING_RELEASE, synthetic]);
    const place = cursor === undefined ? null : parseListPlace(openCursor(cursor, scope));
    await this.age.atLeast(minimum);
    await this.age.notParkedAt(minimum);
    const shown = await this.age.shown(minimum);
    const incomplete = await this.age.incomplete(reader, ['release'], synthetic);
    const query = this.#pending(reader, synthetic)
      .orderBy('release.asked_at', 'ASC')
      .addOrderBy('release.id', 'ASC')
      .limit(limit + 1);
    if (place)
      query.andWhere('(release.asked_at, release.id) > (:lastAt, :lastId)', {
        lastAt: new Date(place.submittedAt),
        lastId: place.id,
      });
    const { items, next } = pageOf(await query.getMany(), limit, scope, ({ id, asked_at }) =>
      formatListPlace({ submittedAt: asked_at.getTime(), id }),
    );
    return { page: { items: items.map(releaseViewOf), next, incomplete }, shown };
  }

  async count(reader: CaseReader, synthetic: boolean): Promise<BoundedCount & { id: string; says: string }> {
    const says = 'Drafts of this agency that a second person is to release.';
    return { id: AWAITING_RELEASE, says, ...boundedCount(await countUpToMost(this.#pending(reader, synthetic))) };
  }

  #pending(reader: CaseReader, synthetic: boolean): SelectQueryBuilder<ReleaseRow> {
    return this.database
      .getRepository(releaseEntity)
      .createQueryBuilder('release')
      .where('release.sender_agency = :agency', { agency: reader.agency })
      .andWhere('release.synthetic = :synthetic', { synthetic })
      .andWhere(`release.status = 'PENDING'`);
  }
}
