import { type AdmittedReader, leftIn } from '#libs/access';
import { TransientError } from '#libs/kernel';
import { prepared, type Tx } from '#libs/postgres';
import { isFollowableBy, type ParkedBeginning } from '../reading/parked-beginning.js';
import { type FeedPlace, type LanePlace, type Owed, placeOf } from './feed-place.js';
import { agencyFeed } from './feed.projection.js';
import { type FeedQueries, feedQueries, OWED_AT_ONCE, STANDING } from './feed.queries.js';
import { type ItemRow, itemTypes } from './item-row.js';
import { movedBy, nextRows, openingsOf } from './next-rows.js';
import type { Openings } from './opening.js';
import type { RowsAhead } from './page-ahead.js';
import { isOpen, isSettled, type NextItem } from './settled-item.js';

export interface FeedRead {
  readonly version: number;
  /** What of them is settled is to be told as it is; the others are judged by the openings. */
  readonly rows: readonly NextItem[];
  /** What is told of them, where that was put together before. */
  readonly items: Buffer | null;
  /** Where the reader is after them. */
  readonly place: FeedPlace;
  /** Where it is after the row of this index; null inside of what was owed, which is told again from its beginning. */
  readonly placeAfter: (index: number) => FeedPlace | null;
  /** Of the legs of the rows that are not settled, and of those that they mention. */
  readonly openings: Openings;
  /** Legs that the reader may know of and of which something waits for repair. */
  readonly parked: readonly string[];
  readonly standingLanes: readonly StandingLane[];
}

/** Nothing of this lane is told at present. */
interface StandingLane {
  readonly lane: number;
  /** Code of the alarm. */
  readonly why: string;
}

interface Standing {
  readonly version: number;
  readonly parked: boolean;
  readonly standing_lanes: readonly StandingLane[];
}

type OwedRow = (ItemRow | { readonly [Name in keyof ItemRow]: null }) & {
  readonly owed_lane: number;
  readonly owed_position: number;
  readonly still: number | null;
};

const NOWHERE: LanePlace = { position: 0, source: 0 };

/** Whose feed, and of what. */
export interface SnapshotOf {
  readonly reader: AdmittedReader;
  /** Exercises only, or real work only. What waits for repair is named of the one that is read; rows come of both. */
  readonly synthetic: boolean;
}

/** One read of an agency's feed over one snapshot: the live version's, whichever that is there. */
export class FeedSnapshot {
  private constructor(
    private readonly tx: Tx,
    private readonly of: SnapshotOf,
    private readonly standing: Standing,
    private readonly queries: FeedQueries,
  ) {}

  /**
   * @param tx a transaction with one snapshot; for `settled` alone, any connection
   * @throws TransientError before the first version has started
   */
  static async open(tx: Tx, of: SnapshotOf): Promise<FeedSnapshot> {
    const { rows } = await tx.query<Standing>(prepared(STANDING, [agencyFeed.name]));
    const [standing] = rows;
    if (!standing) throw new TransientError('UNAVAILABLE', 503, 1);
    return new FeedSnapshot(tx, of, standing, feedQueries({ ...agencyFeed, version: standing.version }));
  }

  /** What was read ahead, where the standing is all that has to be looked at to tell it; null where more has. */
  settled(place: FeedPlace, { version, rows, items, place: after }: RowsAhead): FeedRead | null {
    const { standing_lanes: standingLanes, parked } = this.standing;
    const known = place.owed.length === 0 && version === this.standing.version && rows.every(isSettled);
    if (parked || !known) return null;
    const placeAfter = (index: number): FeedPlace => placeOf(movedBy(place, rows.slice(0, index + 1)), []);
    return { version, rows, items, place: after, placeAfter, openings: new Map(), parked: [], standingLanes };
  }

  /**
   * The next rows of a reader, at most `limit`; what it is owed comes first.
   * @param ahead what was read for this place and this limit before
   */
  async read(place: FeedPlace, limit: number, ahead: RowsAhead | null = null): Promise<FeedRead> {
    const owed = await this.#owed(place, limit);
    const known = place.owed.length === 0 && ahead?.version === this.standing.version ? ahead.rows : null;
    const fresh = owed.all ? (known ?? (await this.#fresh(place, limit - owed.rows.length))) : [];
    const passed = await this.#passed(place, movedBy(place, fresh), owed.left);
    const rows = [...owed.rows, ...fresh];
    const placeAfter = (index: number): FeedPlace | null => {
      const told = index + 1 - owed.rows.length;
      if (told < 0) return null;
      const lanes = movedBy(place, fresh.slice(0, told));
      const behind = passed.filter(({ lane, position }) => position <= (lanes.get(lane)?.position ?? 0));
      return placeOf(lanes, [...owed.left, ...behind]);
    };
    return {
      version: this.standing.version,
      rows,
      items: null,
      place: placeAfter(rows.length - 1) ?? place,
      placeAfter,
      openings: await openingsOf(this.tx, this.standing.version, this.of.reader, rows.filter(isOpen)),
      parked: this.standing.parked ? await this.#parked() : [],
      standingLanes: this.standing.standing_lanes,
    };
  }

  get #own(): { readonly version: number; readonly agency: string } {
    return { version: this.standing.version, agency: this.of.reader.agency };
  }

  async #fresh(place: FeedPlace, limit: number): Promise<ItemRow[]> {
    return limit <= 0 ? [] : nextRows(this.tx, 'next', { ...this.#own, place, limit });
  }

  /** `all`: nothing that could be told was left over, so that what came later may follow. */
  async #owed({ lanes, owed }: FeedPlace, limit: number): Promise<{ rows: ItemRow[]; left: Owed[]; all: boolean }> {
    if (owed.length === 0) return { rows: [], left: [], all: true };
    const at = owed.map(({ lane }) => lanes.get(lane) ?? NOWHERE);
    const { rows: found } = await this.tx.query<OwedRow>({
      text: this.queries.owed,
      values: [
        this.of.reader.agency,
        owed.map(({ lane }) => lane),
        owed.map(({ position }) => position),
        at.map(({ position }) => position),
        at.map(({ source }) => source),
      ],
      types: itemTypes(),
    });
    const applied = Map.groupBy(found, ({ owed_lane, owed_position }) => `${owed_lane}/${owed_position}`);
    const rows: ItemRow[] = [];
    const left: Owed[] = [];
    let all = applied.size < OWED_AT_ONCE;
    for (const each of owed) {
      const group = applied.get(`${each.lane}/${each.position}`);
      const items = (group ?? []).flatMap((row) => (row.position === null ? [] : [row]));
      const first = items.findIndex((_, index) => mustWait(items, index, limit - rows.length));
      rows.push(...(first < 0 ? items : items.slice(0, first)));
      const still = group?.[0]?.still ?? null;
      const next = items[first];
      if (next) all = false;
      if (!group) left.push(each);
      else if (next) left.push({ lane: each.lane, position: next.position });
      else if (still !== null) left.push({ lane: each.lane, position: still });
    }
    return { rows, left, all };
  }

  /** What the reader went past although it could not be told. */
  async #passed(before: FeedPlace, now: ReadonlyMap<number, LanePlace>, owed: readonly Owed[]): Promise<Owed[]> {
    if (!this.standing.parked) return [];
    const lanes = [...now.keys()];
    const { rows } = await this.tx.query<{ lane: number; position: string }>(this.queries.passed, [
      lanes,
      lanes.map((lane) => before.lanes.get(lane)?.position ?? 0),
      lanes.map((lane) => now.get(lane)?.position ?? 0),
      owed.map(({ lane }) => lane),
      owed.map(({ position }) => position),
    ]);
    return rows.map(({ lane, position }) => ({ lane, position: Number(position) }));
  }

  async #parked(): Promise<string[]> {
    const { reader, synthetic } = this.of;
    const { rows: opened } = await this.tx.query<{ referral: string }>(this.queries.parked, [
      reader.agency,
      leftIn(reader),
      synthetic,
    ]);
    const { rows: unopened } = await this.tx.query<ParkedBeginning & { referral: string }>(this.queries.unopened);
    const begun = unopened.filter((letter) => isFollowableBy(reader, letter, synthetic));
    return [...new Set([...opened, ...begun].map(({ referral }) => referral))].sort();
  }
}

/** A row begins what does not fit any more. Rows of one address stay together: the rest is found again by its address. */
function mustWait(rows: readonly ItemRow[], index: number, room: number): boolean {
  return index >= room && rows[index]?.position !== rows[index - 1]?.position;
}
