import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ViewDatabase } from '#libs/testing';
import { carried, CURSORS, cursorTable, MOST_KEPT, uncarried } from './kept-cursors.js';

const AGENCY = 'PH-WCPC';
const OTHER = 'GB-NCP';

describe('the place of a token', () => {
  let db: ViewDatabase;
  beforeAll(async () => {
    db = await ViewDatabase.create(cursorTable({}));
  });
  afterAll(() => db.close());

  const long = Array.from({ length: 500 }, (_, index) => `!1:${(index + 1).toString(36)}`).join('');

  it('is carried in it while it is short', async () => {
    expect(await carried(db.pool, AGENCY, '1:2')).toBe('1:2');
    expect(await uncarried(db.pool, AGENCY, '1:2')).toBe('1:2');
  });

  it('is kept once when it is long, and found again', async () => {
    const [token, again] = [await carried(db.pool, AGENCY, long), await carried(db.pool, AGENCY, long)];
    expect(token.length).toBeLessThan(100);
    expect(again).toBe(token);
    expect(await uncarried(db.pool, AGENCY, token)).toBe(long);
  });

  it('is kept for more than a year since it was used last', async () => {
    const token = await carried(db.pool, AGENCY, `${long}!2:1`);
    const age = (days: number) => db.pool.query(`UPDATE ${CURSORS}.kept_cursor SET used_on = current_date - ${days}`);
    await age(390);
    expect(await uncarried(db.pool, AGENCY, token)).toBe(`${long}!2:1`);
    await age(401);
    await carried(db.pool, AGENCY, `${long}!2:2`);
    await expect(uncarried(db.pool, AGENCY, token)).rejects.toThrow('CURSOR_INVALID');
  });

  describe('that is long', () => {
    const keptOf = async (agency: string): Promise<number> => {
      const { rows } = await db.pool.query<{ kept: number }>(
        `SELECT count(*)::int AS kept FROM ${CURSORS}.kept_cursor WHERE agency = $1`,
        [agency],
      );
      return rows[0]?.kept ?? 0;
    };
    const isKept = (token: string, agency = AGENCY): Promise<boolean> =>
      uncarried(db.pool, agency, token).then(
        () => true,
        () => false,
      );

    it('is kept for each agency apart, and good for no other', async () => {
      const [own, others] = [await carried(db.pool, AGENCY, long), await carried(db.pool, OTHER, long)];
      expect(others).not.toBe(own);
      expect([await isKept(own), await isKept(others, OTHER)]).toEqual([true, true]);
      expect([await isKept(own, OTHER), await isKept(others)]).toEqual([false, false]);
    });

    it('is still found where a build before kept it, which did not say for whom', async () => {
      const before = `kept:${'ab'.repeat(32)}`;
      await db.pool.query(`INSERT INTO ${CURSORS}.kept_cursor (id, place) VALUES ($1, $2)`, [before, long]);
      await carried(db.pool, AGENCY, `${long}!2:3`);
      expect(await uncarried(db.pool, AGENCY, before)).toBe(long);
    });

    it(`is one of ${MOST_KEPT} of its agency at most: the longest unused goes first, at the cost of no other agency`, async () => {
      await db.pool.query(`DELETE FROM ${CURSORS}.kept_cursor`);
      const theirs = await carried(db.pool, OTHER, long);
      const [used, unused] = [await carried(db.pool, AGENCY, long), await carried(db.pool, AGENCY, `${long}!2:1`)];
      await db.pool.query(
        `INSERT INTO ${CURSORS}.kept_cursor (id, agency, place, used_at)
         SELECT 'kept:' || n, $1, 'made up', now() FROM generate_series(3, $2::int - 1) n`,
        [AGENCY, MOST_KEPT],
      );
      await carried(db.pool, AGENCY, `${long}!2:2`);
      expect(await keptOf(AGENCY)).toBe(MOST_KEPT);
      expect(await isKept(used)).toBe(true);
      await carried(db.pool, AGENCY, `${long}!2:3`);
      expect(await keptOf(AGENCY)).toBe(MOST_KEPT);
      expect([await isKept(unused), await isKept(used), await isKept(theirs, OTHER)]).toEqual([false, true, true]);
    });
  });
});
