import { randomInt } from 'node:crypto';
import { afterAll, describe, expect, it } from '@jest/globals';
import { rowsOf } from './matrix.js';
import { outcomeOf } from './outcome.js';
import type { Row } from './row.js';
import { type Run, runRow } from './run-row.js';
import { Stages } from './stage.js';

const SEED = Number(process.env['BUS_FAULTS_SEED'] ?? randomInt(1_000_000));
/** Seeds that follow each other, where the fault of one does not come. */
const TRIES = 3;
/** Ends what hangs: a row has bounds of its own, which a slow machine stretches. */
const BOUND_MS = TRIES * 400_000;

/** One bite of the matrix, under another seed each time; the rest is `npm run faults`. */
describe(`a bus under fire, seed ${SEED}`, () => {
  const stages = new Stages();
  afterAll(() => stages.close(), 60_000);

  it.each(rowsOf(['X2', 'taste']).map((row) => [row.id, row.title, row] as const))(
    'holds in row %s: %s',
    async (id, _title, row) => {
      const { seed, failures, missed, notes } = await injected(row);
      const again = `npm run faults -- --only ${id} --seed ${seed} --runs 1`;
      expect({ again, notes, failures, missed }).toEqual({ again, notes, failures: [], missed: [] });
    },
    BOUND_MS,
  );

  async function injected(row: Row): Promise<Run> {
    for (let seed = SEED; ; seed++) {
      const run = await runRow(row, seed, await stages.for(row));
      if (outcomeOf(run) !== 'not injected' || seed === SEED + TRIES - 1) return run;
    }
  }
});
