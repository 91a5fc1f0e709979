import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { decodeEvent } from '#libs/contracts';
import type { Leg } from '#libs/domain';
import { until } from '#libs/testing';
import { v7 } from 'uuid';
import type { Journal } from './journal.js';
import { ACCESS_LANE, idOf, sayWrongly, submit } from './journal.fixtures.js';
import { SpecJournal } from './spec-journal.fixtures.js';

/** Of one loop: lane modulo three. */
const [HELD, FREE, ALSO_FREE] = [3, 6, 9];
const OTHER_LOOP = 4;
const URGENT = 36;

describe('writers in each other’s way', () => {
  let journal: SpecJournal;
  let one: Journal<Leg>;
  let other: Journal<Leg>;

  beforeAll(async () => {
    journal = await SpecJournal.create();
    one = await journal.open();
    other = await journal.open();
  });

  afterAll(() => journal.close());

  /** While somebody else holds the lane. */
  const holding = async <T>(lane: number, work: () => Promise<T>): Promise<T> => {
    const holder = await journal.owner.connect();
    try {
      await holder.query('BEGIN');
      await holder.query('SELECT FROM lane WHERE lane = $1 FOR UPDATE', [lane]);
      return await work();
    } finally {
      await holder.query('ROLLBACK');
      holder.release();
    }
  };

  const batchesOf = (loop: string): number => one.stats().loops.find(({ name }) => name === loop)?.batches ?? 0;

  const waitsForALock = (): Promise<true> =>
    until(async () => {
      const { rowCount } = await journal.owner.query(
        `SELECT FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'bus-writer-routine-0' AND wait_event_type = 'Lock'`,
      );
      return rowCount === 0 ? undefined : true;
    });

  it('pass over a lane that is held, and after three times wait for it instead of asking again and again', async () => {
    const before = batchesOf('routine-0');
    const { held, free } = await holding(HELD, async () => {
      const waiting = one.handle(submit({ lane: HELD }));
      const answered = await Promise.all([FREE, ALSO_FREE].map((lane) => one.handle(submit({ lane }))));
      await waitsForALock();
      return { held: waiting, free: answered };
    });
    expect(free.map(({ kind }) => kind)).toEqual(['recorded', 'recorded']);
    expect(await held).toMatchObject({ kind: 'recorded', position: { lane: HELD } });
    expect(batchesOf('routine-0') - before).toBe(4);
  });

  it('answer urgent lanes and those of other loops while a loop waits', async () => {
    const held = await holding(HELD, async () => {
      const waiting = one.handle(submit({ lane: HELD }));
      await waitsForALock();
      expect((await one.handle(submit({ lane: URGENT }))).kind).toBe('recorded');
      expect((await one.handle(submit({ lane: OTHER_LOOP }))).kind).toBe('recorded');
      return { waiting };
    });
    expect((await held.waiting).kind).toBe('recorded');
  });

  it('answer 503 for a lane that stays held, and what came with it as ever', async () => {
    const connectionString = journal.url('bus_writer');
    const impatient = await journal.open({ connectionString, lock_timeout: 300 });
    await holding(HELD, async () => {
      const late = Array.from({ length: 2 }, () =>
        impatient.handle(submit({ lane: HELD })).catch((error: unknown) => error),
      );
      // One after the other, so that some come into a batch that waits, and some while it does.
      for (let free = 0; free < 12; free++)
        expect(await impatient.handle(submit({ lane: FREE }))).toMatchObject({ kind: 'recorded' });
      const unavailable = { code: 'JOURNAL_UNAVAILABLE', status: 503 };
      expect(await Promise.all(late)).toMatchObject([unavailable, unavailable]);
    });
  });

  it('record a refusal once, when both refuse the same command at once', async () => {
    const id = idOf(await one.handle(submit({ lane: FREE })));
    for (let round = 0; round < 20; round++) {
      const key = v7();
      const refusals = await Promise.all(
        [one, other].map((writer) =>
          writer.handle(sayWrongly(id, 'ReceiveReferral', { lane: FREE, key })).catch((error: unknown) => error),
        ),
      );
      expect(refusals[0]).toMatchObject({ code: 'REFERRAL_ADDRESSED_ELSEWHERE', status: 409 });
      expect(refusals[1]).toEqual(refusals[0]);
    }
    const { rows } = await journal.owner.query<{ fingerprint: Buffer; bytes: Buffer }>(
      'SELECT fingerprint, bytes FROM journal WHERE lane = $1',
      [ACCESS_LANE],
    );
    expect(rows.map((row) => decodeEvent(row).type)).toEqual(Array(20).fill('CommandRefused'));
  });

  it('give the answer of whoever took the key before the refusal could be recorded', async () => {
    const id = idOf(await one.handle(submit({ lane: FREE })));
    const key = v7();
    const before = batchesOf('access');
    const { first, second } = await holding(ACCESS_LANE, async () => {
      const refused = one.handle(sayWrongly(id, 'ReceiveReferral', { lane: FREE, key }));
      await until(async () => (batchesOf('access') > before ? true : undefined));
      return { first: refused, second: await other.handle(submit({ lane: ALSO_FREE, key })) };
    });
    expect(await first).toEqual({ ...second, repeated: true });
  });

  it('answer 503 where a lane and the journal contradict each other, and others as ever', async () => {
    await one.handle(submit({ lane: HELD }));
    const setBack = (by: number): Promise<unknown> =>
      journal.owner.query('UPDATE lane SET position = position - $2 WHERE lane = $1', [HELD, by]);
    const command = submit({ lane: HELD, key: v7() });
    await setBack(1);
    const [broken, ...whole] = await Promise.allSettled(
      [command, submit({ lane: FREE }), submit({ lane: ALSO_FREE }), submit({ lane: FREE })].map((each) =>
        one.handle(each),
      ),
    );
    expect(broken).toMatchObject({ reason: { code: 'LANE_INCONSISTENT', status: 503 } });
    expect(whole.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'fulfilled']);
    await setBack(-1);
    expect(await one.handle(command)).toMatchObject({ kind: 'recorded', repeated: false });
  });
});
