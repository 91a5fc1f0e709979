import { describe, it } from '@jest/globals';
import fc from 'fast-check';
import { leafOf, NO_LEAF, ordinalOf, type Topic, TOPICS } from '#libs/contracts';
import type { LogRecord } from '#libs/event-log';
import type { LaneCheckpoint } from './lane-checkpoint.js';
import { historyOf, START } from './lane-merge.fixtures.js';
import { LaneMerge } from './lane-merge.js';

/** The topics of one lane, as a broker keeps them. */
class Log {
  readonly #topics = new Map<Topic, LogRecord[]>();

  append(record: LogRecord): void {
    const topic = this.of(record.topic);
    topic.push({ ...record, offset: topic.length });
  }

  of(topic: Topic): LogRecord[] {
    const records = this.#topics.get(topic) ?? [];
    this.#topics.set(topic, records);
    return records;
  }
}

/** The consumer's database: the checkpoint, and the effects that were committed with it. */
class Store {
  checkpoint: LaneCheckpoint = START;
  readonly effects: LogRecord[] = [];

  /** What the locked row decides: false when it does not stand at `from`. */
  commit(from: number, records: readonly LogRecord[], next: LaneCheckpoint): boolean {
    if (this.checkpoint.position !== from) return false;
    this.effects.push(...records);
    this.checkpoint = next;
    return true;
  }
}

/** One member of the consumer group that believes the lane is its own. */
class Owner {
  readonly #topics: readonly Topic[];
  readonly #log: Log;
  readonly #store: Store;
  merge!: LaneMerge;
  #offsets = new Map<Topic, number>();

  constructor(topics: readonly Topic[], log: Log, store: Store) {
    this.#topics = topics;
    this.#log = log;
    this.#store = store;
    this.reload();
  }

  reload(): void {
    this.merge = new LaneMerge(this.#topics, this.#store.checkpoint);
    this.#offsets = new Map(
      this.#topics.map((topic) => [topic, this.#store.checkpoint.offsets[ordinalOf(topic)] ?? 0]),
    );
  }

  read(index: number, count: number): void {
    const topic = this.#topics[index % this.#topics.length];
    if (!topic) return;
    const offset = this.#offsets.get(topic) ?? 0;
    const records = this.#log.of(topic).slice(offset, offset + count);
    for (const record of records) this.merge.file(record);
    this.#offsets.set(topic, offset + records.length);
  }

  readAll(): void {
    this.#topics.forEach((_, index) => this.read(index, Infinity));
  }

  apply(limit: number, fails: boolean): void {
    const from = this.merge.position;
    const records = this.merge.take(limit);
    if (records.length === 0) return;
    if (fails || !this.#store.commit(from, records, this.merge.checkpoint())) this.reload();
  }
}

type Step =
  | { do: 'ship'; from: number; count: number; lost: number }
  | { do: 'read'; owner: 0 | 1; topic: number; count: number }
  | { do: 'apply'; owner: 0 | 1; limit: number; fails: boolean }
  | { do: 'reload'; owner: 0 | 1 };

const owner = fc.constantFrom<0 | 1>(0, 1);
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    do: fc.constant('ship' as const),
    from: fc.nat(40),
    count: fc.integer({ min: 1, max: 12 }),
    lost: fc.nat(0xfff),
  }),
  fc.record({ do: fc.constant('read' as const), owner, topic: fc.nat(5), count: fc.integer({ min: 1, max: 9 }) }),
  fc.record({ do: fc.constant('apply' as const), owner, limit: fc.integer({ min: 1, max: 7 }), fails: fc.boolean() }),
  fc.record({ do: fc.constant('reload' as const), owner }),
);

const READ = TOPICS.slice(0, 4);

const scenario = fc.record({
  history: fc.array(fc.constantFrom(...READ), { minLength: 1, maxLength: 40 }),
  topics: fc.subarray(READ, { minLength: 1 }),
  steps: fc.array(step, { maxLength: 80 }),
});

/** The relay's rewind, with records lost or said again on the way. */
function ship(log: Log, history: readonly LogRecord[], { from, count, lost }: Extract<Step, { do: 'ship' }>): void {
  history.slice(from, from + count).forEach((record, index) => {
    if ((lost >> index) % 2 === 0) log.append(record);
  });
}

function run(owners: readonly [Owner, Owner], log: Log, history: readonly LogRecord[], steps: readonly Step[]): void {
  for (const each of steps) {
    if (each.do === 'ship') ship(log, history, each);
    else if (each.do === 'read') owners[each.owner].read(each.topic, each.count);
    else if (each.do === 'apply') owners[each.owner].apply(each.limit, each.fails);
    else owners[each.owner].reload();
  }
}

/** What happens once nothing fails any more: the relay sees topics that end too early, owners read, and ask for what they miss. */
function settle(owners: readonly [Owner, Owner], log: Log, history: readonly LogRecord[]): void {
  for (const topic of TOPICS) {
    const last = history.findLast((record) => record.topic === topic);
    if (last) log.append(last);
  }
  for (let round = 0; round <= history.length; round++) {
    for (const each of owners) {
      each.readAll();
      each.apply(Infinity, false);
      if (each.merge.awaited().length > 0) for (const record of history.slice(each.merge.position)) log.append(record);
    }
  }
}

describe('whatever is lost, repeated, rewound or owned twice', () => {
  it('every event of the topics read is applied once, in order', () =>
    fc.assert(
      fc.property(scenario, ({ history: kinds, topics, steps }) => {
        const history = historyOf(kinds);
        const [log, store] = [new Log(), new Store()];
        const owners = [new Owner(topics, log, store), new Owner(topics, log, store)] as const;
        run(owners, log, history, steps);
        const wanted = history.filter(({ topic }) => topics.includes(topic)).map(({ position }) => position);
        const stopped = owners.some(({ merge }) => merge.stopped !== null);
        const inOrder = store.effects.every(({ position }, index) => position === wanted[index]);
        settle(owners, log, history);
        return (
          inOrder &&
          !stopped &&
          JSON.stringify(store.effects.map(({ position }) => position)) === JSON.stringify(wanted)
        );
      }),
      { numRuns: 1_000 },
    ));

  it('what was applied is one chain, also when positions were rolled back and used again', () =>
    fc.assert(
      fc.property(scenario, fc.nat(39), ({ history: kinds, steps }, cut) => {
        const history = historyOf(kinds);
        const [log, store] = [new Log(), new Store()];
        const owners = [new Owner(READ, log, store), new Owner(READ, log, store)] as const;
        run(owners, log, history, steps);
        for (const record of forgedAfter(history, cut)) log.append(record);
        for (let round = 0; round < 3; round++) {
          for (const each of owners) {
            each.readAll();
            each.apply(Infinity, false);
          }
        }
        return store.effects.every(({ previous }, index) => previous.equals(store.effects[index - 1]?.leaf ?? NO_LEAF));
      }),
      { numRuns: 500 },
    ));
});

/** The same positions after `cut`, taken by other events that chain on what was before. */
function forgedAfter(history: readonly LogRecord[], cut: number): LogRecord[] {
  let previous = history[cut - 1]?.leaf ?? NO_LEAF;
  return history.slice(cut).map((record) => {
    const leaf = leafOf(record.fingerprint, record.leaf);
    const forged = { ...record, bytes: record.leaf, previous, leaf };
    previous = leaf;
    return forged;
  });
}
