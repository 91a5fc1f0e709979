import type { EventName } from '#libs/contracts';
import { rootOfLeaves } from '#libs/transparency';
import type { ConsumerLane } from '../consumers.js';
import { uuidBytes } from '../ids.js';
import { placeOf } from '../journal-row.js';
import type { Chronicle } from '../lanes/chronicle.js';
import type { Report } from '../report.js';

/** An entry of the audit trail. */
export interface TrailEntry {
  readonly lane: number;
  readonly position: number;
  readonly leaf: Buffer;
  readonly key: string;
  /** Null where the trail could not read the event. */
  readonly type: string | null;
  readonly eventId: string | null;
}

/** The tree of a lane. */
export interface TrailTree {
  readonly size: number;
  readonly root: Buffer;
  readonly head: Buffer;
}

/** A power of two: the root over the blocks' roots is then the root over the leaves. */
const BLOCK = 1_024;

/** One lane of the trail against the journal: an entry an event, and the tree that its leaves make. */
export class TrailEntries {
  /** Entries of the lane. */
  count = 0;
  #next = 1;

  constructor(
    private readonly chronicle: Chronicle,
    private readonly standing: ConsumerLane,
    private readonly report: Report,
  ) {}

  /** In the order of positions. */
  add(entry: TrailEntry): void {
    this.report.looked('trail');
    this.count += 1;
    const at = `audit_trail ${placeOf(entry)}`;
    this.#missing(entry.position);
    this.#next = entry.position + 1;
    const row = this.chronicle.rowAt(entry.position);
    if (row < 0) return this.report.found('K4', 'G1a', at, 'an entry without an event');
    if (!this.chronicle.leafOf(row).equals(entry.leaf))
      this.report.found('trail', 'inconsistent-offsets', at, 'its leaf is not that of the event');
    else if (!this.#saysTheSame(entry, row)) this.report.found('trail', 'other-state', at, 'it says another event');
  }

  /** After the last entry; a lane without a tree has none. */
  end(tree: TrailTree | null): void {
    this.#missing(this.standing.position + 1);
    const { lane } = this.chronicle;
    const at = `audit_trail lane ${lane}`;
    const found = (kind: 'lost-write' | 'other-state', what: string): void =>
      this.report.found('trail', kind, at, what);
    if ((tree?.size ?? 0) !== this.standing.position)
      found('lost-write', `its tree has ${tree?.size ?? 0} leaves, its checkpoint is ${this.standing.position}`);
    if (!tree || tree.size > this.chronicle.size) return;
    if (!tree.root.equals(rootOf(this.chronicle, tree.size)))
      found('other-state', 'its root is not that of its leaves');
    if (tree.size > 0 && !tree.head.equals(this.chronicle.leafOf(tree.size - 1)))
      found('other-state', 'its head is not the last leaf');
  }

  #missing(upTo: number): void {
    for (; this.#next < upTo && this.#next <= this.standing.position; this.#next++)
      this.report.found(
        'trail',
        'poll-skip',
        `audit_trail lane ${this.chronicle.lane} position ${this.#next}`,
        'no entry',
      );
  }

  #saysTheSame({ key, type, eventId }: TrailEntry, row: number): boolean {
    const known: EventName | null = this.chronicle.typeOf(row);
    if (key !== this.chronicle.keyOf(row)) return false;
    // What the trail could not read it does not name; whether it should have is the version's matter, not the log's.
    if (type === null || eventId === null || known === null) return true;
    return type === known && uuidBytes(eventId)?.equals(this.chronicle.eventIdOf(row)) === true;
  }
}

/** By the definition of RFC 6962 and not by the frontier that the trail grows, so that a fault of the one shows in the other. */
function rootOf(chronicle: Chronicle, size: number): Buffer {
  const roots: Buffer[] = [];
  for (let from = 0; from < size; from += BLOCK) {
    const block = Array.from({ length: Math.min(BLOCK, size - from) }, (_, at) => chronicle.leafOf(from + at));
    roots.push(rootOfLeaves(block));
  }
  return rootOfLeaves(roots);
}
