import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { NO_LEAF } from '#libs/contracts';
import { createLogger } from '#libs/platform';
import { bookkeepingSchema, Checkpoints, findLiveVersion } from '#libs/projections';
import { until, ViewDatabase } from '#libs/testing';
import { agencyViews } from '../agency-views.projection.js';
import { LiveSwitch } from './live-switch.js';

const logger = createLogger({ app: 'spec', level: 'silent' });
const { name, version } = agencyViews;
const earlier = new Checkpoints({ name, version: version - 1 });
const own = new Checkpoints(agencyViews);
const at = (position: number) => ({
  lane: 3,
  position,
  vector: [position],
  leaf: NO_LEAF,
  offsets: [position],
  letters: 0,
});

describe('a version that is built beside an earlier one', () => {
  let db: ViewDatabase;
  beforeAll(async () => {
    db = await ViewDatabase.create(bookkeepingSchema());
    await earlier.ensure(db.pool);
    await earlier.move(db.pool, [at(7)]);
    await own.ensure(db.pool);
  });
  afterAll(() => db.close());

  it('is live once it has reached what was shown before, and not earlier', async () => {
    const behind = new LiveSwitch(db.pool, logger);
    await own.move(db.pool, [at(6)]);
    behind.start();
    await behind.stop();
    expect(await findLiveVersion(db.pool, name)).toBe(version - 1);
    const reaching = new LiveSwitch(db.pool, logger);
    reaching.start();
    await own.move(db.pool, [at(7)]);
    await until(async () => (await findLiveVersion(db.pool, name)) === version || undefined);
    await reaching.stop();
  });

  it('keeps its place when a build of the earlier version, or of itself, starts again', async () => {
    await earlier.ensure(db.pool);
    await own.ensure(db.pool);
    const again = new LiveSwitch(db.pool, logger);
    again.start();
    await again.stop();
    expect(await findLiveVersion(db.pool, name)).toBe(version);
  });
});
