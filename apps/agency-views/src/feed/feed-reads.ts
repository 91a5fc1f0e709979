import { isDeepStrictEqual } from 'node:util';
import { type CaseReader, isLimited, requireCaseAccess } from '#libs/access';
import { Members } from '#libs/membership';
import { inSnapshot } from '#libs/postgres';
import type { AskedPosition } from '#libs/platform';
import { Injectable } from '@nestjs/common';
import { admitted } from '../reading/admitted.js';
import { formatCursor, openCursor } from '../reading/cursor.js';
import { FeedAhead } from './feed-ahead.js';
import { itemOf } from './feed-item.js';
import { BEGINNING, type FeedPlace, formatPlace, parsePlace } from './feed-place.js';
import { type FeedRead, FeedSnapshot, type SnapshotOf } from './feed-rows.js';
import { FeedStores } from './feed-stores.js';
import { FeedWakes } from './feed-wakes.js';
import { carried, uncarried } from './kept-cursors.js';
import type { RowsAhead } from './page-ahead.js';
import { isSettled } from './settled-item.js';

/**
 * Steps of which nothing is told to this reader (exercises to who reads real work, what has lapsed), before it is told at least where
 * it is: who comes back goes on from there, and no request walks for as long as there is something to pass.
 */
const MOST_SILENT = 50;
/** An event that others follow is not in the log: it comes once the relay has sent it again. */
const STALLED = 'LANE_STALLED';

/** What is not in the feed although it happened. */
export type Missing =
  | { readonly reason: 'REFERRAL_PARKED'; readonly referral: string }
  | { readonly reason: 'LANE_STOPPED' | 'LANE_STALLED'; readonly lane: number };

/** Whose feed, and of what. */
export interface FeedOf {
  readonly reader: CaseReader;
  /** Exercises only, or real work only; never both. */
  readonly synthetic: boolean;
}

/** An item in JSON, and where its reader is after it; null: not to be said of this one. Only streams ask, which is why it is asked. */
export interface Told {
  readonly item: string;
  readonly place: () => FeedPlace | null;
}

export interface FeedStep {
  readonly told: readonly Told[];
  /** All of `told`, comma between, where it was ready when it was asked for. */
  readonly items: Buffer | null;
  readonly place: FeedPlace;
  readonly missing: readonly Missing[];
  /** It had as many rows as it may have: there is more, it seems. */
  readonly onward: Onward | null;
}

interface Onward {
  readonly version: number;
  /** It was read ahead itself. */
  readonly again: boolean;
}

export interface Following {
  readonly from: FeedPlace;
  /** Items in one step. */
  readonly limit: number;
  /** When nothing comes for as long, a step without items says so, in milliseconds. */
  readonly beatMs: number;
  readonly end: AbortSignal;
}

/** Reads of feeds. Each goes through the need-to-know of its moment, whatever was put into the feed once. */
@Injectable()
export class FeedReads {
  constructor(
    private readonly stores: FeedStores,
    private readonly wakes: FeedWakes,
    private readonly ahead: FeedAhead,
    private readonly members: Members,
  ) {}

  /** The place of a token; the beginning without one. @throws DomainError 403; ProblemError 400 CURSOR_INVALID */
  async placeOf({ reader, synthetic }: FeedOf, cursor: string | undefined): Promise<FeedPlace> {
    requireCaseAccess(reader);
    if (cursor === undefined) return BEGINNING;
    const text = openCursor(cursor, scopeOf(reader, synthetic));
    return parsePlace(await uncarried(this.stores.pool, reader.agency, text));
  }

  /** The token of a place. */
  async cursorOf({ reader, synthetic }: FeedOf, place: FeedPlace): Promise<string> {
    const text = await carried(this.stores.pool, reader.agency, formatPlace(place));
    return formatCursor(text, scopeOf(reader, synthetic));
  }

  /** The reader of an answer will go on from its end: what comes next is read meanwhile. */
  readAhead({ reader, synthetic }: FeedOf, { place, onward }: FeedStep, limit: number): void {
    if (!onward) return;
    const { version, again } = onward;
    this.ahead.begin({ reader: admitted(reader, this.members), synthetic, version, place, limit }, again);
  }

  /** Waits until the feed is as far as the caller has seen the bus. @throws TransientError 425 VIEW_BEHIND */
  async atLeast(minimum: AskedPosition | null): Promise<void> {
    if (minimum) await this.stores.gate.reached(minimum, { beforeWait: minimum.stepAside });
  }

  /**
   * What comes for one reader, step by step, from a place on; a step without items where something else is missing than before.
   * Waiting costs no question to the database.
   */
  async *follow(of: FeedOf, { from, limit, beatMs, end }: Following): AsyncGenerator<FeedStep> {
    const bell = this.wakes.bellOf(of.reader.agency);
    try {
      let last = nothing(from);
      let looked = false;
      let silent = 0;
      while (!end.aborted) {
        while (bell.rang()) {
          for await (const step of this.#steps(of, last.place, limit, end)) {
            const news = step.told.length > 0 || (looked && !isDeepStrictEqual(step.missing, last.missing));
            [last, looked] = [step, true];
            silent = news || silent === MOST_SILENT ? 0 : silent + 1;
            if (silent === 0) yield step;
          }
        }
        await bell.wait(beatMs, end);
        if (!bell.ringing) yield { ...nothing(last.place), missing: last.missing };
      }
    } finally {
      bell.putAway();
    }
  }

  /** Until nothing more is there. */
  async *#steps(of: FeedOf, from: FeedPlace, limit: number, end: AbortSignal): AsyncGenerator<FeedStep> {
    let place = from;
    for (let more = true; more && !end.aborted;) {
      const read = await this.#read(of, place, limit);
      yield read.step;
      ({ place } = read.step);
      more = read.more;
    }
  }

  async #read(
    of: FeedOf,
    from: FeedPlace,
    limit: number,
  ): Promise<{ readonly step: FeedStep; readonly more: boolean }> {
    const { synthetic } = of;
    const reader = admitted(of.reader, this.members); // at each step: a stream goes on for hours
    const own: SnapshotOf = { reader, synthetic };
    const ahead = await this.ahead.take({ ...own, place: from, limit });
    const read = (ahead && (await this.#settled(own, from, ahead))) ?? (await this.#judged(own, from, limit, ahead));
    const { version, rows, items, place, placeAfter, openings, parked, standingLanes } = read;
    const told = rows.flatMap((row, index): Told[] => {
      if (row.synthetic !== synthetic) return [];
      const item = isSettled(row) ? row : itemOf(row, reader, openings);
      return item ? [{ item: item.text, place: () => placeAfter(index) }] : [];
    });
    const missing = [
      ...parked.map((referral) => ({ reason: 'REFERRAL_PARKED' as const, referral })),
      ...standingLanes.map(({ lane, why }) => ({ reason: why === STALLED ? STALLED : 'LANE_STOPPED', lane }) as const),
    ];
    const onward = rows.length < limit ? null : { version, again: ahead !== null };
    return { step: { told, items, place, missing, onward }, more: rows.length > 0 };
  }

  /** One statement sees one state by itself. */
  async #settled(of: SnapshotOf, from: FeedPlace, ahead: RowsAhead): Promise<FeedRead | null> {
    return (await FeedSnapshot.open(this.stores.pool, of)).settled(from, ahead);
  }

  #judged(of: SnapshotOf, from: FeedPlace, limit: number, ahead: RowsAhead | null): Promise<FeedRead> {
    return inSnapshot(this.stores.pool, async (tx) => (await FeedSnapshot.open(tx, of)).read(from, limit, ahead));
  }
}

/** A step that tells nothing and stays where it is. */
export const nothing = (place: FeedPlace): FeedStep => ({ told: [], items: null, place, missing: [], onward: null });

/** A limited role goes past what it is not told: another role would not find that from there. */
const scopeOf = (reader: CaseReader, synthetic: boolean): string =>
  JSON.stringify([reader.agency, 'feed', synthetic, ...(isLimited(reader) ? ['limited'] : [])]);
