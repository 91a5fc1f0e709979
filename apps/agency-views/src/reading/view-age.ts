import type { CaseReader } from '#libs/access';
import { ordinalOf, topics } from '#libs/contracts';
import { type BusPosition, formatBusPosition, highest, parseReferralId, TransientError } from '#libs/kernel';
import { PositionGate } from '#libs/projections';
import type { AskedPosition } from '#libs/platform';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { agencyViews } from '../agency-views.projection.js';
import { referralEntity } from '../referral/referral.entity.js';
import { isListedFor, isReadableBy, type Listing, type ParkedBeginning } from './parked-beginning.js';
import {
  MOST_UNLISTED,
  parkedBeginning,
  REBUILDING,
  shownPosition,
  unlisted,
  waitsForRepair,
} from './view-state.sql.js';

const REPAIR_SECONDS = 30;
const REBUILD_SECONDS = 10;
const ordinals = agencyViews.topics.map(ordinalOf);

/** How old a view an answer may show (design 3 "Reading your own write"). */
@Injectable()
export class ViewAge {
  constructor(
    private readonly gate: PositionGate,
    private readonly database: DataSource,
  ) {}

  /** Waits until the view is as far as the caller has seen the bus, and then for its turn. @throws TransientError 425 VIEW_BEHIND; whatever `stepAside` throws */
  async atLeast(minimum: AskedPosition | null): Promise<void> {
    if (!minimum) return;
    await this.gate.reached(minimum, { beforeWait: minimum.stepAside, afterWait: minimum.goOn });
  }

  /** Refuses a referral that stopped before the asked position, as its first parked event shows. @throws TransientError 503 */
  notParkedBefore(minimum: BusPosition | null, parkedAt: number | null): void {
    if (minimum && parkedAt !== null && parkedAt <= highest(minimum.vector, ordinals)) throw viewParked();
  }

  /**
   * Refuses where the event at the asked position is itself parked: its referral may have no row yet.
   * Depends on the position alone, so it says nothing about the existence of any referral that is named.
   * @throws TransientError 503
   */
  async notParkedAt(minimum: BusPosition | null): Promise<void> {
    if (!minimum) return;
    const place = [minimum.lane, highest(minimum.vector, ordinals)];
    const [row] = await this.database.query<{ waits: boolean }[]>(
      `SELECT ${waitsForRepair('$1', '$2')} AS waits`,
      place,
    );
    if (row?.waits) throw viewParked();
  }

  /**
   * Refuses a referral without a row whose beginning waits for repair, to who could read it: to others it does not exist.
   * @throws TransientError 503
   */
  async notParkedFor(reader: CaseReader, id: string): Promise<void> {
    if (!parseReferralId(id)) return;
    const letters = await this.database.query<ParkedBeginning[]>(parkedBeginning('$1', '$2'), [
      id,
      ordinalOf(topics.referral),
    ]);
    if (letters.some((letter) => isReadableBy(reader, letter))) throw viewParked();
  }

  /** A referral of which there is no row may be one that an earlier version has shown. @throws TransientError 425 VIEW_BEHIND */
  async notRebuilding(): Promise<void> {
    if (await this.rebuilding()) throw new TransientError('VIEW_BEHIND', 425, REBUILD_SECONDS);
  }

  /** How far the view is in the lane of `minimum`; null where none was asked for. */
  async shown(minimum: BusPosition | null): Promise<BusPosition | null> {
    if (!minimum) return null;
    const sql = `SELECT ${shownPosition('$1')} AS shown`;
    const [row] = await this.database.query<{ shown: BusPosition | null }[]>(sql, [minimum.lane]);
    return row?.shown ?? null;
  }

  /**
   * Whether these lists of the reader leave a referral out, since its very first event waits for repair. What no longer waits when
   * the rows are read was left out all the same: ask before. To others it does not exist, and changes nothing. While the view is
   * built anew, any may be.
   */
  async incomplete(reader: CaseReader, lists: readonly Listing[], synthetic: boolean): Promise<boolean> {
    const { tablePath } = this.database.getMetadata(referralEntity);
    const letters = await this.database.query<ParkedBeginning[]>(unlisted(tablePath, '$1'), [
      ordinalOf(topics.referral),
    ]);
    return (
      (await this.rebuilding()) ||
      letters.length === MOST_UNLISTED ||
      letters.some((letter) => isListedFor(reader, letter, { lists, synthetic }))
    );
  }

  /** Whether the view is being built anew, beside or after an earlier version of it that has shown more. */
  async rebuilding(): Promise<boolean> {
    const [row] = await this.database.query<{ rebuilding: boolean }[]>(`SELECT ${REBUILDING} AS rebuilding`);
    return row?.rebuilding ?? false;
  }
}

export function positionHeader(shown: BusPosition | null): Record<string, string> {
  return shown ? { 'Bus-Position': formatBusPosition(shown) } : {};
}

const viewParked = (): TransientError => new TransientError('VIEW_PARKED', 503, REPAIR_SECONDS);
