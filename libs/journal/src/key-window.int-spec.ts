import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { v7 } from 'uuid';
import { submit } from './journal.fixtures.js';
import { SpecJournal } from './spec-journal.fixtures.js';

const DAY_MS = 86_400_000;

describe('the window of idempotency keys', () => {
  let journal: SpecJournal;

  beforeAll(async () => {
    journal = await SpecJournal.create();
  });

  afterAll(async () => {
    jest.restoreAllMocks();
    await journal.close();
  });

  const partitions = async (): Promise<string[]> => {
    const { rows } = await journal.owner.query<{ day: string }>(
      `SELECT inhrelid::regclass::text AS day FROM pg_inherits WHERE inhparent = 'command_key'::regclass ORDER BY 1`,
    );
    return rows.map(({ day }) => day);
  };

  const OLD = 'command_key_20200101';
  const makeOldPartition = (): Promise<unknown> =>
    journal.owner.query(
      `CREATE TABLE ${OLD} PARTITION OF command_key FOR VALUES FROM ('2020-01-01') TO ('2020-01-02')`,
    );

  it('has a partition for each of its days and one to spare at both ends, and none that is older', async () => {
    await makeOldPartition();
    await journal.open();
    const today = Date.now();
    const nameOf = (day: number): string =>
      `command_key_${new Date(today + day * DAY_MS).toISOString().slice(0, 10).replaceAll('-', '')}`;
    expect(await partitions()).toEqual([...Array(11)].map((_, index) => nameOf(index - 8)));
  });

  it('is one by the clock of the database, whatever a writer’s own says', async () => {
    const before = await partitions();
    const now = Date.now();
    for (const wrongBy of [-30 * DAY_MS, 30 * DAY_MS]) {
      jest.spyOn(Date, 'now').mockReturnValue(now + wrongBy);
      const writer = await journal.open();
      expect(await partitions()).toEqual(before);
      expect(await writer.handle(submit({ key: v7({ msecs: now }) }))).toMatchObject({ kind: 'recorded' });
      expect(await writer.handle(submit({ key: v7({ msecs: now - 6 * DAY_MS }) }))).toMatchObject({ kind: 'recorded' });
      for (const outside of [now - 8 * DAY_MS, now + DAY_MS, now + wrongBy])
        await expect(writer.handle(submit({ key: v7({ msecs: outside }) }))).rejects.toMatchObject({
          code: 'IDEMPOTENCY_KEY_EXPIRED',
        });
    }
  });

  it('forgets nothing by a clock of the database that is ahead of everybody else', async () => {
    jest.restoreAllMocks();
    await makeOldPartition();
    const { rows } = await journal.owner.query<{ lane: number; accepted_at: string }>(
      'SELECT lane, accepted_at FROM lane WHERE accepted_at > 0',
    );
    expect(rows).not.toEqual([]);
    jest.spyOn(Date, 'now').mockReturnValue(Date.now() - 30 * DAY_MS);
    await journal.open();
    expect(await partitions()).toContain(OLD);
    jest.restoreAllMocks();
    // As after a start with a wrong clock: nothing was accepted by it yet.
    await journal.owner.query(
      `UPDATE lane SET accepted_at = extract(epoch FROM date '2020-01-05') * 1000 WHERE accepted_at > 0`,
    );
    await journal.open();
    expect(await partitions()).toContain(OLD);
    for (const { lane, accepted_at } of rows)
      await journal.owner.query('UPDATE lane SET accepted_at = $2 WHERE lane = $1', [lane, accepted_at]);
    await journal.open();
    expect(await partitions()).not.toContain(OLD);
  });
});
