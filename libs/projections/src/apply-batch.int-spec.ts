import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type BusEvent, decodeMeta, leafOfEvent } from '#libs/contracts';
import type { JournalRow, LogRecord } from '#libs/event-log';
import { LaneHistory, ViewDatabase } from '#libs/testing';
import { applyBatch } from './apply-batch.js';
import { Checkpoints } from './checkpoints.js';
import { acknowledged, probe, received } from './consumer.fixtures.js';
import { defineProjection } from './define-projection.js';
import type { LaneRun } from './lane-run.js';
import { bookkeepingSchema } from './migrations/bookkeeping.js';
import { Parking } from './parking.js';
import { projectionApplier } from './projection-applier.js';
import { viewSchema } from './view-schema.js';

/** The batch, what precedes the culprit in its lane, and the culprit alone; halving would take two dozen. */
const MOST_ATTEMPTS = 3;
const LANES = 50;
const receivedBy = (by: string): BusEvent => ({ type: 'ReferralReceived', data: { by, rules: null } });

/** One that no row can be made of, whose handler throws. */
const strict = defineProjection({
  ...probe,
  name: 'strict',
  on: {
    ...probe.on,
    ReferralReceived: (event) => {
      if (event.data.by === 'UNKNOWN') throw new TypeError('no such agency');
      return probe.on.ReferralReceived?.(event) ?? [];
    },
  },
});

let db: ViewDatabase;
beforeAll(async () => {
  db = await ViewDatabase.create([...bookkeepingSchema(), ...viewSchema(probe), ...viewSchema(strict)]);
  await db.pool.query(`ALTER TABLE probe_v1.step ADD CHECK (by IS DISTINCT FROM 'UNKNOWN')`);
  for (const each of [probe, strict]) await new Checkpoints(each).ensure(db.pool);
});
afterAll(() => db.close());

/** Ten events in each of fifty lanes, one of which nobody can store. */
function batchOf500(): LaneRun[] {
  const histories = Array.from({ length: LANES }, (_, lane) => {
    const history = new LaneHistory(lane);
    for (let leg = 1; leg <= 5; leg++) {
      const isBad = lane === 23 && leg === 3;
      history.append([isBad ? receivedBy('UNKNOWN') : received, acknowledged], leg);
    }
    return history;
  });
  return histories.map(({ lane, rows }) => ({ lane, from: 0, records: rows.map(recordOf), offsets: [10], again: [] }));
}

describe.each([
  ['the database refuses', probe, 'SQLSTATE_23514'],
  ['its handler throws at', strict, 'EVENT_IMPOSSIBLE'],
])('an event in a batch of 500 that %s', (_how, projection, reason) => {
  it('is parked after a few attempts, not after those that halving takes, and all others are applied', async () => {
    const applier = projectionApplier(projection);
    let attempts = 0;
    let untilParked = Infinity;
    const outcome = await applyBatch(
      {
        pool: db.pool,
        checkpoints: new Checkpoints(projection),
        parking: new Parking(projection),
        applier: { ...applier, apply: (tx, records) => (attempts++, applier.apply(tx, records)) },
        onCommitted: ({ parked }) => {
          if (parked.length > 0) untilParked = Math.min(untilParked, attempts);
        },
      },
      batchOf500(),
    );
    expect(outcome.parked.map(({ record, reason: why }) => [record.lane, record.position, why])).toEqual([
      [23, 5, reason],
      [23, 6, 'BEHIND'],
    ]);
    expect(untilParked).toBeLessThanOrEqual(MOST_ATTEMPTS);
    const { rows } = await db.pool.query(
      `SELECT count(*)::int FROM ${projection.name}_v1.step WHERE status = 'Acknowledged'`,
    );
    expect(rows).toEqual([{ count: LANES * 5 - 1 }]);
    const standing = await new Checkpoints(projection).load(db.pool, [0, 23, 49]);
    expect([...standing.values()].map(({ position, letters, offsets }) => [position, letters, offsets])).toEqual([
      [10, 0, [10]],
      [10, 2, [10]],
      [10, 0, [10]],
    ]);
  });
});

function recordOf({ topic, key, lane, position, fingerprint, bytes }: JournalRow): LogRecord {
  const { after, previous } = decodeMeta({ fingerprint, bytes });
  const leaf = leafOfEvent({ fingerprint, bytes });
  return { topic, key, lane, position, fingerprint, bytes, after, previous, leaf, offset: position - 1 };
}
