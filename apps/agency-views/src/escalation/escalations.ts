import { type CaseReader, requireCaseAccess } from '#libs/access';
import { type BusPosition, DomainError, parseReferralId } from '#libs/kernel';
import { Members } from '#libs/membership';
import type { AskedPosition } from '#libs/platform';
import { Injectable } from '@nestjs/common';
import { pageOf, type ReferralPage } from '../lists/page.js';
import { openCursor } from '../reading/cursor.js';
import { BusClock } from '../reading/bus-clock.js';
import { ViewAge } from '../reading/view-age.js';
import { CallReports } from '../receipts/call-reports.js';
import { formatWorkPlace, parseWorkPlace, workPlaceOf } from '../worklists/work-place.js';
import { type EscalationFilter, scopeOf } from './escalation-query.js';
import { EscalationRows, type ReadableEscalation } from './escalation-rows.js';
import { escalationViewOf } from './escalation-shown.js';
import type { EscalationView } from './escalation-view.js';
import { LegStandings } from './leg-standings.js';

export interface EscalationRequest {
  readonly filter: EscalationFilter;
  readonly limit: number;
  readonly cursor: string | undefined;
  readonly minimum: AskedPosition | null;
}

/** What was tried for a referral, whom it reached, and what comes next. */
@Injectable()
export class Escalations {
  constructor(
    private readonly rows: EscalationRows,
    private readonly standings: LegStandings,
    private readonly calls: CallReports,
    private readonly members: Members,
    private readonly age: ViewAge,
    private readonly clock: BusClock,
  ) {}

  /**
   * An id that is unknown, malformed or somebody else's meets one and the same refusal, after the same waits.
   * @throws DomainError 403 ROLE_HAS_NO_CASE_ACCESS, 404 REFERRAL_NOT_FOUND
   * @throws TransientError 425 VIEW_BEHIND, 503 VIEW_PARKED, RULES_UNKNOWN; Unavailable MEMBERSHIP_UNKNOWN
   */
  async get(
    reader: CaseReader,
    id: string,
    minimum: AskedPosition | null,
  ): Promise<{ readonly view: EscalationView; readonly shown: BusPosition }> {
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
    const [view] = await this.#shown(reader, [found]);
    if (!view) throw new RangeError('a row without its view');
    return { view, shown: found.shown };
  }

  /** @throws as `get`, but 404; ProblemError 400 CURSOR_INVALID */
  async page(
    reader: CaseReader,
    { filter, limit, cursor, minimum }: EscalationRequest,
  ): Promise<{ readonly page: ReferralPage<EscalationView>; readonly shown: BusPosition | null }> {
    requireCaseAccess(reader);
    const scope = scopeOf(reader.agency, filter);
    const place = cursor === undefined ? null : parseWorkPlace(openCursor(cursor, scope));
    await this.age.atLeast(minimum);
    await this.age.notParkedAt(minimum);
    // Asked before the rows are, so that they are at least as new as the answer says.
    const shown = await this.age.shown(minimum);
    const incomplete = await this.age.incomplete(reader, ['recipient', 'sender'], filter.synthetic);
    const found = await this.rows.list(reader, filter, limit + 1, place);
    const { items, next } = pageOf(found, limit, scope, (row) => formatWorkPlace(workPlaceOf(row)));
    return { page: { items: await this.#shown(reader, items), next, incomplete }, shown };
  }

  async #shown(reader: CaseReader, found: readonly ReadableEscalation[]): Promise<EscalationView[]> {
    const { rulebook, membership: members } = this.members;
    const [now, standings, calls] = await Promise.all([
      this.clock.now(),
      this.standings.of(found.map(({ row }) => row)),
      this.calls.of(found.map(({ row }) => row.id)),
    ]);
    const sight = { reader, rulebook, members, now };
    return found.flatMap((each, at) => {
      const standing = standings[at];
      return standing ? [escalationViewOf(each, { ...standing, calls: calls.get(each.row.id) ?? [] }, sight)] : [];
    });
  }
}
