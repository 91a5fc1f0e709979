import { Table } from './store.js';

export interface CheckpointRow {
  readonly consumer: string;
  readonly version: number;
  readonly lane: number;
  readonly position: number;
  readonly vector: readonly number[];
  readonly leaf: Buffer;
  readonly offsets: readonly number[];
  readonly letters: number;
  readonly stopped: string | null;
}

export interface ParkedRow {
  readonly consumer: string;
  readonly version: number;
  readonly lane: number;
  readonly position: number;
  readonly topic: number;
  readonly key: string;
  readonly after: readonly number[];
  readonly previous: Buffer;
  readonly fingerprint: Buffer;
  readonly bytes: Buffer;
  readonly reason: string;
}

export interface RedriveRow {
  readonly id: string;
  readonly consumer: string;
  readonly version: number;
  readonly key: string;
  readonly done: boolean;
}

/** One event that a consumer says it has applied: the simulation's own table, written in the transaction of the effects. */
export interface EffectRow {
  readonly consumer: string;
  readonly lane: number;
  readonly position: number;
  readonly leaf: Buffer;
}

export type ViewRow = Readonly<Record<string, unknown>>;

/** The tables of the consumers' database. */
export class ViewTables {
  readonly checkpoint = new Table<CheckpointRow>('checkpoint');
  readonly parked = new Table<ParkedRow>('parked');
  readonly redrive = new Table<RedriveRow>('redrive');
  readonly live = new Table<{ readonly version: number }>('live');
  /** Keyed by a running number, since nothing here may keep a double out. */
  readonly effect = new Table<EffectRow>('effect');
  readonly #views = new Map<string, Table<ViewRow>>();
  #effects = 0;

  nextEffect(): string {
    this.#effects += 1;
    return String(this.#effects);
  }

  /** A read model's table, by its name with its schema. */
  view(name: string): Table<ViewRow> {
    const known = this.#views.get(name) ?? new Table<ViewRow>(name);
    this.#views.set(name, known);
    return known;
  }
}

export const checkpointKey = (consumer: string, version: number, lane: number): string =>
  `${consumer}.v${version}/${lane}`;
