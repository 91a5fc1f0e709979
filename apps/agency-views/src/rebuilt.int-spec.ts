import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { leafOfEvent } from '#libs/contracts';
import type { LogRecord } from '#libs/event-log';
import { digestsOfRebuilt, dropRebuilt, dumpView, rebuildInto, schemaOf } from '#libs/projections';
import { Pool } from 'pg';
import { clock } from '../../../libs/domain/src/escalation/said.fixtures.js';
import { HOUR, NOW } from '../../../libs/domain/src/leg/leg.fixtures.js';
import { happened, inStatus } from '../../../libs/domain/src/referral/histories.fixtures.js';
import { told } from '../../../libs/domain/src/referral/words.fixtures.js';
import { LaneScript, recipient, referralId, sender } from './agency-views.fixtures.js';
import { agencyViews } from './agency-views.projection.js';
import { taking, ToldLeg } from './escalation/told-leg.fixtures.js';
import { SpecBus } from './spec-bus.fixtures.js';
import { minimum, pageOf } from './spec-reads.fixtures.js';

/** As a reader of the log finds them, twice in a row: a relay repeats after a crash. */
async function* recordsOf(scripts: readonly LaneScript[]): AsyncGenerator<LogRecord[]> {
  for (const { rows, events } of scripts) {
    const records = rows.map((row, index) => {
      const { after = [], previous = Buffer.alloc(0) } = events[index]?.meta ?? {};
      return { ...row, offset: index, after, previous, leaf: leafOfEvent(row) };
    });
    const again = records.map((record) => ({ ...record, offset: record.offset + rows.length }));
    yield await Promise.resolve([...records, ...again]);
  }
}

describe('the view, built anew from the log', () => {
  let bus: SpecBus;
  let pool: Pool;
  const scripts = [1, 2].map((lane) => new LaneScript(lane));

  beforeAll(async () => {
    bus = await SpecBus.start();
    pool = new Pool({ connectionString: bus.databaseUrl, max: 3 });
    const histories = Object.values(inStatus);
    scripts.forEach((script, at) => {
      histories.forEach((history, n) => script.append(referralId(n, script.lane), history, { synthetic: at > 0 }));
      const content = Buffer.alloc(32, 1);
      const asked = { from: sender, to: recipient, reference: null, priority: 'P3', content } as const;
      script.append(referralId(98, script.lane), [told('ReleaseRequested', asked)], { actor: sender });
      // Whatever may follow, on one leg: a view takes every event that was accepted, in whatever state.
      new ToldLeg(script, referralId(97, script.lane), 'P1', { members: taking, synthetic: at > 0 }).say(
        clock(NOW + HOUR),
      );
      script.append(referralId(99, script.lane), [...inStatus.SUBMITTED, ...Object.values(happened)]);
    });
    await bus.publish(scripts.flatMap(({ rows }) => rows));
    for (const script of scripts) await pageOf(bus, '/v1/inbox', recipient, minimum(script));
  }, 60_000);
  afterAll(async () => {
    await pool.end();
    await bus.stop();
  });

  it('has the same rows in every table, however often', async () => {
    const live = await dumpView(pool, agencyViews, schemaOf(agencyViews));
    const filled = live.digests.filter(({ rows }) => rows > 0).map(({ table }) => table);
    expect(filled.sort()).toEqual(['access_grant', 'called_upon', 'part', 'referral', 'release', 'timeline_entry']);
    for (const schema of ['rebuilt_once', 'rebuilt_again']) {
      const target = { pool, projection: agencyViews, schema };
      const rebuilt = await rebuildInto(target, recordsOf(scripts), live.positions);
      expect(rebuilt.parked).toEqual([]);
      expect(await digestsOfRebuilt(target)).toEqual(live.digests);
      await dropRebuilt(pool, schema);
    }
  });
});
