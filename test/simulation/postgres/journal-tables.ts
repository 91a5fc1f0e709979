import { Table } from './store.js';

export interface LaneRow {
  readonly lane: number;
  readonly position: number;
  readonly vector: readonly number[];
  readonly head: Buffer;
  readonly acceptedAt: number;
  readonly sealed: boolean;
  /** Why nothing is accepted for now. */
  readonly closed: string | null;
}

export interface JournalTableRow {
  readonly lane: number;
  readonly position: number;
  readonly topic: number;
  readonly key: string;
  readonly fingerprint: Buffer;
  readonly bytes: Buffer;
}

export interface StateRow {
  readonly key: string;
  readonly lane: number;
  readonly position: number;
  readonly state: string;
}

/** When a leg is next due; levels are numbers. */
export interface ClockRow {
  readonly key: string;
  readonly lane: number;
  readonly at: number;
  readonly level: number;
}

export interface KeyRow {
  readonly day: string | null;
  readonly digest: Buffer;
  readonly request: Buffer;
  readonly lane: number;
  readonly base: number;
  readonly standing: string | null;
}

export interface CursorRow {
  readonly lane: number;
  readonly position: number;
}

export interface OwnerRow {
  readonly epoch: number;
  readonly owner: string;
  readonly expiresAt: number;
}

export interface ConfirmationRow {
  readonly by: string;
  readonly reason: string;
}

export const OWNER = '1';

/** The journal's tables, as its migrations make them. */
export class JournalTables {
  readonly lane = new Table<LaneRow>('lane');
  readonly journal = new Table<JournalTableRow>('journal');
  readonly state = new Table<StateRow>('state');
  readonly clock = new Table<ClockRow>('clock');
  /** Both tables of keys: those with a day are partitioned by it. */
  readonly keys = new Table<KeyRow>('command_key');
  readonly cursor = new Table<CursorRow>('relay_cursor');
  readonly owner = new Table<OwnerRow>('relay_owner', true);
  /** By incarnation. */
  readonly confirmation = new Table<ConfirmationRow>('journal_confirmation');

  constructor(lanes: number) {
    for (let lane = 0; lane < lanes; lane++) {
      const start = {
        lane,
        position: 0,
        vector: [],
        head: Buffer.alloc(32),
        acceptedAt: 0,
        sealed: false,
        closed: null,
      };
      this.lane.rows.set(String(lane), start);
      this.cursor.rows.set(String(lane), { lane, position: 0 });
    }
    this.owner.rows.set(OWNER, { epoch: 0, owner: 'nobody', expiresAt: 0 });
  }

  /** The lane's committed rows after a position, in order. */
  *after(lane: number, position: number): Generator<JournalTableRow, void, void> {
    for (let next = position + 1; ; next++) {
      const row = this.journal.rows.get(placeKey(lane, next));
      if (!row) return;
      yield row;
    }
  }
}

export const placeKey = (lane: number, position: number): string => `${lane}/${position}`;

export const keyKey = (day: string | null, digest: Buffer): string => `${day ?? 'other'}/${digest.toString('hex')}`;
