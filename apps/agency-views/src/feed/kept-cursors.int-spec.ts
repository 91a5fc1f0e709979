import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ViewDatabase } from '#libs/testing';
import { carried, CURSORS, cursorTable, uncarried } from './kept-cursors.js';

describe('the place of a token', () => {
  let db: ViewDatabase;
  beforeAll(async () => {
    db = await ViewDatabase.create(cursorTable({}));
  });
  afterAll(() => db.close());

  const long = Array.from({ length: 500 }, (_, index) => `!1:${(index + 1).toString(36)}`).join('');

  it('is carried in it while it is short', async () => {
    expect(await carried(db.pool, '1:2')).toBe('1:2');
    expect(await uncarried(db.pool, '1:2')).toBe('1:2');
  });

  it('is kept once when it is long, and found again', async () => {
    const [token, again] = [await carried(db.pool, long), await carried(db.pool, long)];
    expect(token.length).toBeLessThan(100);
    expect(again).toBe(token);
    expect(await uncarried(db.pool, token)).toBe(long);
  });

  it('is kept for more than a year since it was used last', async () => {
    const token = await carried(db.pool, `${long}!2:1`);
    const age = (days: number) => db.pool.query(`UPDATE ${CURSORS}.kept_cursor SET used_on = current_date - ${days}`);
    await age(390);
    expect(await uncarried(db.pool, token)).toBe(`${long}!2:1`);
    await age(401);
    await carried(db.pool, `${long}!2:2`);
    await expect(uncarried(db.pool, token)).rejects.toThrow('CURSOR_INVALID');
  });
});
