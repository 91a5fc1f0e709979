import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { NO_LEAF } from '#libs/contracts';
import { ViewDatabase } from '#libs/testing';
import { Checkpoints } from './checkpoints.js';
import { findLiveVersion, switchLive } from './live-version.js';
import { bookkeepingSchema } from './migrations/bookkeeping.js';

const [old, next] = [new Checkpoints({ name: 'inbox', version: 1 }), new Checkpoints({ name: 'inbox', version: 2 })];
const at = (position: number) => ({
  lane: 3,
  position,
  vector: [position],
  leaf: NO_LEAF,
  offsets: [position],
  letters: 0,
});
let db: ViewDatabase;

beforeAll(async () => {
  db = await ViewDatabase.create(bookkeepingSchema());
  await old.ensure(db.pool);
  await next.ensure(db.pool);
  await old.move(db.pool, [at(7)]);
});
afterAll(() => db.close());

describe('the live version', () => {
  it('is the first one that ran', async () => {
    expect(await findLiveVersion(db.pool, 'inbox')).toBe(1);
    expect(await findLiveVersion(db.pool, 'outbox')).toBeNull();
  });

  it('stays while the next one is behind it', async () => {
    await next.move(db.pool, [at(6)]);
    await expect(switchLive(db.pool, { name: 'inbox', from: 1, to: 2 }, 50)).rejects.toThrow('VERSION_BEHIND');
    expect(await findLiveVersion(db.pool, 'inbox')).toBe(1);
  });

  it('is switched as soon as the next one has reached it', async () => {
    const switched = switchLive(db.pool, { name: 'inbox', from: 1, to: 2 });
    await next.move(db.pool, [at(7)]);
    await switched;
    expect(await findLiveVersion(db.pool, 'inbox')).toBe(2);
  });

  it('is switched once only', async () => {
    await expect(switchLive(db.pool, { name: 'inbox', from: 1, to: 2 })).rejects.toThrow('not the live one');
  });
});

describe('the rights of the roles', () => {
  it('let an operator look and ask, and nothing else', async () => {
    const role = `operator_${Date.now()}`;
    await db.pool.query(`CREATE ROLE ${role}`);
    for (const statement of bookkeepingSchema({ operator: role })) await db.pool.query(statement);
    const client = await db.pool.connect();
    await client.query(`SET ROLE ${role}`);
    await expect(client.query('SELECT FROM bus.checkpoint')).resolves.toBeDefined();
    await expect(client.query('UPDATE bus.checkpoint SET position = 0')).rejects.toMatchObject({ code: '42501' });
    await expect(client.query('DELETE FROM bus.parked')).rejects.toMatchObject({ code: '42501' });
    await client.query('RESET ROLE');
    client.release();
    await db.pool.query(`DROP OWNED BY ${role}`);
    await db.pool.query(`DROP ROLE ${role}`);
  });
});
