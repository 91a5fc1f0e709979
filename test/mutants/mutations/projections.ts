import type { Mutation } from '../mutation.js';
import type { Patch } from '../patch.js';

const patch = (file: string, find: string, put: string): Patch => ({ file: `libs/projections/src/${file}`, find, put });

/** Consumers: order, effect, checkpoint, parking, rebuild. */
export const projectionMutations: readonly Mutation[] = [
  {
    name: 'checkpoint-apart',
    breaks: 'The checkpoint moves in the transaction of the effects.',
    patches: [
      patch('apply-batch.js', 'return globalThis.busPoint(', 'const later = [];\n    return globalThis.busPoint('),
      patch('apply-batch.js', 'await applier.apply(tx, fit);', 'later.push(...fit);'),
      patch('apply-batch.js', "await globalThis.busPoint('half-way');", ''),
      patch(
        'apply-batch.js',
        'parked: letters, contradicting };\n    }));',
        `parked: letters, contradicting };
    })).then(async (outcome) => {
        await globalThis.busPoint('half-way');
        if (later.length > 0)
            await inTransaction(pool, (tx) => applier.apply(tx, later));
        return outcome;
    });`,
      ),
    ],
    scenario: 'consumerCrash',
    caughtBy: ['K3', 'K5', 'K11', 'trail'],
  },
  {
    name: 'duplicates-applied',
    breaks: 'A record at or below the position is skipped.',
    patches: [
      patch(
        'lane-merge.js',
        'return this.#again(record, own);',
        "{\n            queue.push(record);\n            return 'waiting';\n        }",
      ),
      patch('lane-merge.js', "return this.#contradicts(record, 'HISTORY_CONTRADICTED');", 'return true;'),
      patch(
        'lane-merge.js',
        'this.#position = record.position;',
        'this.#position = Math.max(this.#position, record.position);',
      ),
      patch('apply-batch.js', 'position: last.position,', 'position: Math.max(before.position, last.position),'),
    ],
    scenario: 'duplicate',
    caughtBy: ['K3', 'K5'],
  },
  {
    name: 'gaps-ignored',
    breaks: 'An event is applied when the consumer stands where it follows.',
    patches: [
      patch('lane-merge.js', 'if (before > tail) {', 'if (false) {'),
      patch('lane-merge.js', 'if (follows > this.#position)\n            return false;', ''),
      patch(
        'lane-merge.js',
        'return record !== undefined && highest(record.after, this.#read) <= this.#position;',
        'return record !== undefined;',
      ),
    ],
    scenario: 'hole',
    caughtBy: ['K3', 'K5', 'K11'],
  },
  {
    name: 'order-of-one-topic',
    breaks: 'Order is that of the lane, over all topics.',
    patches: [
      patch(
        'lane-merge.js',
        'const follows = highest(record.after, this.#read);\n        if (follows > this.#position)\n            return false;',
        'const follows = vectorAt(record.after, ordinalOf(record.topic));',
      ),
      patch(
        'lane-merge.js',
        "if (follows < this.#position)\n            return this.#contradicts(record, 'HISTORY_CONTRADICTED');",
        '',
      ),
      patch(
        'lane-merge.js',
        'return record !== undefined && highest(record.after, this.#read) <= this.#position;',
        'return record !== undefined;',
      ),
      patch('lane-merge.js', 'record.position <= tail || record.position <= this.#position', 'record.position <= tail'),
      patch(
        'lane-merge.js',
        'this.#position = record.position;',
        'this.#position = Math.max(this.#position, record.position);',
      ),
      patch('apply-batch.js', 'position: last.position,', 'position: Math.max(before.position, last.position),'),
    ],
    scenario: 'lateTopic',
    caughtBy: ['K3', 'K5'],
  },
  {
    name: 'checkpoint-not-locked',
    breaks: 'Whoever applies holds the checkpoint.',
    patches: [patch('checkpoints.js', "'FOR UPDATE'", "''")],
    scenario: 'zombieAfterLock',
    caughtBy: ['K3', 'K5', 'K13', 'K11'],
  },
  {
    name: 'checkpoint-not-compared',
    breaks: 'A lane that does not stand where it is expected is left out.',
    patches: [
      patch(
        'apply-batch.js',
        'const standing = runs.filter(({ lane, from }) => locked.get(lane)?.position === from);',
        'const standing = runs;',
      ),
    ],
    scenario: 'zombieBeforeLock',
    caughtBy: ['K3', 'K5', 'K13', 'K11'],
  },
  {
    name: 'offset-of-what-was-read',
    breaks: 'The offset of a checkpoint stands before whatever waits.',
    patches: [
      patch(
        'topic-queue.js',
        'return Math.min(floor ?? Infinity, this.head?.offset ?? this.readTo);',
        'return this.readTo;',
      ),
    ],
    scenario: 'waitingRecord',
    caughtBy: ['K10', 'K13'],
  },
  {
    name: 'offset-committed-first',
    breaks: 'Offsets are committed for what was applied.',
    patches: [
      patch(
        'projection-runner.js',
        'else if (await this.#applied(runs))',
        `else if ((runs.forEach((run) => this.#hints.set(run.lane, new Map(this.consumer.topics.map((topic) => [topic, run.offsets[ordinalOf(topic)] ?? 0])))),
                await this.#applied(runs)))`,
      ),
    ],
    scenario: 'stoppedView',
    caughtBy: ['K10'],
  },
  {
    name: 'nobody-is-asked',
    breaks: 'What is missing on the topics is asked of the relay.',
    patches: [patch('stall-watch.js', 'if (missing.length > 0)', 'if (false)')],
    scenario: 'hole',
    caughtBy: ['K13'],
  },
  {
    name: 'parked-overtaken',
    breaks: 'Later events of a parked referral wait behind it.',
    patches: [patch('apply-batch.js', "parked.has(each.record.key) ? 'BEHIND' : each.fault", 'each.fault')],
    scenario: 'parked',
    caughtBy: ['K3', 'K11'],
  },
  {
    name: 'parked-and-forgotten',
    breaks: 'What is set aside is kept with its bytes.',
    patches: [patch('parking.js', 'if (letters.length === 0)', 'if (letters.length >= 0)')],
    scenario: 'parked',
    caughtBy: ['K11'],
  },
  {
    name: 'redriven-backwards',
    breaks: 'Parked events are applied in their order.',
    patches: [patch('parking.js', 'key = $3 ORDER BY lane, position`', 'key = $3 ORDER BY lane, position DESC`')],
    scenario: 'redriven',
    caughtBy: ['K3', 'K5'],
  },
  {
    name: 'later-change-lost',
    breaks: 'Changes of a batch to one row give what applying them one by one gives.',
    patches: [patch('fold.js', "return { kind: 'put', row: { ...before.row, ...patch } };", 'return before;')],
    scenario: 'day',
    caughtBy: ['K3'],
  },
  {
    name: 'rebuild-skips-a-row',
    breaks: 'A rebuild applies every event.',
    patches: [
      patch('lane-runs.js', 'ordered.push(record);', 'if (record.position !== 3)\n            ordered.push(record);'),
    ],
    scenario: 'day',
    caughtBy: ['K5'],
  },
  {
    name: 'rebuild-left-behind',
    breaks: 'A rebuild leaves nothing in the database.',
    patches: [patch('rebuild.js', 'await db.query(`DROP SCHEMA IF EXISTS ${quoted(schema)} CASCADE`);', '')],
    scenario: 'day',
    caughtBy: ['K14'],
  },
  {
    name: 'reads-do-not-wait',
    breaks: 'A read that asks for a position never shows an older state.',
    patches: [
      patch(
        'position-gate.js',
        'const { letters } = await this.#wait(target.lane, wanted, how);',
        'const letters = wanted * 0;',
      ),
    ],
    scenario: 'slowView',
    caughtBy: ['K9'],
  },
];
