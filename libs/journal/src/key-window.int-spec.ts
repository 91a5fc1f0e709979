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

  it('has a partition for each of its days and one to spare at both ends, and none that is older', async () => {
    await journal.owner.query(
      `CREATE TABLE command_key_20200101 PARTITION OF command_key FOR VALUES FROM ('2020-01-01') TO ('2020-01-02')`,
    );
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
});
