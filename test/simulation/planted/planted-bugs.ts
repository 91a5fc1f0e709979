/** A mistake that somebody could make, as changes of compiled text. */
export interface PlantedBug {
  readonly name: string;
  /** File below `dist/`. */
  readonly file: string;
  /** Text that stands there once, and what is put in its place. */
  readonly changes: readonly (readonly [from: string, to: string])[];
  /** The simulation finds it among so many seeds, counted from 1. */
  readonly within: number;
}

/** Each of these must be found: else the simulation proves little of what it says. */
export const plantedBugs: readonly PlantedBug[] = [
  {
    name: 'the merge goes by the own topic alone, whatever came before on the others',
    file: 'libs/projections/src/lane-merge.js',
    changes: [
      ['if (follows > this.#position)', 'if (false)'],
      ['if (follows < this.#position)', 'if (false)'],
      ['record !== undefined && highest(record.after, this.#read) <= this.#position', 'record !== undefined'],
    ],
    within: 60,
  },
  {
    name: 'a batch is applied wherever the lane stands: what another owner applied is applied twice',
    file: 'libs/projections/src/apply-batch.js',
    changes: [['locked.get(lane)?.position === from', 'locked.has(lane) && from >= 0']],
    within: 60,
  },
  {
    name: 'the checkpoint is moved in another transaction than the effects',
    file: 'libs/projections/src/apply-batch.js',
    changes: [
      ['const locked = await checkpoints.lock(tx, ', 'const locked = await checkpoints.load(tx, '],
      ['await checkpoints.move(tx, moved);', 'await checkpoints.move(pool, moved);'],
    ],
    within: 60,
  },
  {
    name: 'later events of a parked referral are applied',
    file: 'libs/projections/src/apply-batch.js',
    changes: [["parked.has(each.record.key) ? 'BEHIND' : each.fault", 'each.fault']],
    within: 60,
  },
  {
    name: 'a lane whose batch failed is not read again',
    file: 'libs/projections/src/projection-runner.js',
    changes: [['this.#reload(runs.map(({ lane }) => lane));', '']],
    within: 1_500,
  },
  {
    name: 'nobody asks for what is missing on the topics',
    file: 'libs/projections/src/stall-watch.js',
    changes: [['await this.#parts.refills.ask(', 'await Promise.resolve(']],
    within: 1_500,
  },
  {
    name: 'the cursor is moved before the records are confirmed',
    file: 'apps/relay/src/shipping/shipping-loop.js',
    changes: [
      [
        'const appended = await this.#send(parcels);',
        'await this.#parts.cursors.advance(parcels, permit.epoch); const appended = await this.#send(parcels);',
      ],
    ],
    within: 60,
  },
  {
    name: 'a partition that is missing from the answer counts as confirmed',
    file: 'libs/event-log/src/lane-producer.js',
    changes: [["throw new SendError('NOT_CONFIRMED', `${topic}/${lane}`);", 'return [];']],
    within: 300,
  },
  {
    name: 'the cursor passes over records that were lost',
    file: 'apps/relay/src/shipping/log-ends.js',
    changes: [['if (known && from < known.high)', 'if (false)']],
    within: 1_500,
  },
  {
    name: 'a command is answered before its events are on disk',
    file: 'libs/journal/src/accepting-loop.js',
    changes: [['const { clocks } = decided;', 'const { clocks } = decided; decided.settle.forEach((tell) => tell());']],
    within: 60,
  },
  {
    name: 'a key that is taken is decided on once more',
    file: 'libs/journal/src/batch.js',
    changes: [['else if (held)', 'else if (false)']],
    within: 60,
  },
  {
    name: 'the second command of a batch is decided on the state before the first',
    file: 'libs/journal/src/batch.js',
    changes: [['decided.states.get(command.key)?.text ?? loaded', 'loaded']],
    within: 300,
  },
  {
    name: 'the key of a refused command is not forgotten',
    file: 'libs/journal/src/batch.js',
    changes: [['decided.forget.push(key);', '']],
    within: 60,
  },
  {
    name: 'time goes back with the clock of the database',
    file: 'libs/journal/src/lane-cursor.js',
    changes: [['return Math.max(databaseNow, this.acceptedAt);', 'return databaseNow;']],
    within: 300,
  },
  {
    name: 'lanes are read before they are locked',
    file: 'test/simulation/postgres/journal-statements.js',
    changes: [
      [
        'const held = yield* lockLanes(tables, transaction, load);',
        'const rowsBefore = new Map(tables.lane.rows); const held = yield* lockLanes(tables, transaction, load);',
      ],
      [
        'rows.push(laneRow(tables, transaction, lane));',
        'rows.push(laneRow({ lane: { rows: rowsBefore } }, { get: (table, key) => table.rows.get(key) }, lane));',
      ],
    ],
    within: 300,
  },
  {
    name: 'lanes are not locked',
    file: 'test/simulation/postgres/journal-statements.js',
    changes: [['if (transaction.tryLock(tables.lane, String(lane)))', '']],
    within: 60,
  },
];
