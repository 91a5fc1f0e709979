import { randomInt } from 'node:crypto';
import { afterAll, describe, expect, it } from '@jest/globals';
import { rowsOf } from './matrix.js';
import { runRow } from './run-row.js';
import { Stages } from './stage.js';

const SEED = Number(process.env['BUS_FAULTS_SEED'] ?? randomInt(1_000_000));
/** Ends what hangs: a row has bounds of its own, which a slow machine stretches. */
const BOUND_MS = 400_000;

/** One bite of the matrix, under another seed each time; the rest is `npm run faults`. */
describe(`a bus under fire, seed ${SEED}`, () => {
  const stages = new Stages();
  afterAll(() => stages.close(), 60_000);

  it.each(rowsOf(['X2', 'taste']).map((row) => [row.id, row.title, row] as const))(
    'holds in row %s: %s',
    async (id, _title, row) => {
      const { failures, notes } = await runRow(row, SEED, await stages.for(row));
      const again = `npm run faults -- --only ${id} --seed ${SEED} --runs 1`;
      expect({ again, notes, failures }).toEqual({ again, notes, failures: [] });
    },
    BOUND_MS,
  );
});
