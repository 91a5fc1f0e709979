import { setTimeout as delay } from 'node:timers/promises';
import { groupOf } from '#libs/projections';
import { agencyViews } from '../../../apps/agency-views/src/agency-views.projection.js';
import { caughtUp } from '../flow.js';
import { inDatabase } from '../nemesis/databases.js';
import { metricOf } from '../nemesis/metrics.js';
import { EVERY_LANE, RawTopics } from '../nemesis/raw-topics.js';
import { NotInjected } from '../not-injected.js';
import type { Row } from '../row.js';
import type { Scene } from '../scene.js';

const GROUPS = [groupOf(agencyViews), 'audit_trail.v1'];

/** The cases of design 3 "After a loss". What a journal restored from an older copy does is shown by the restore's own rows. */
export const lossRows: readonly Row[] = [
  {
    id: 'L1.one-lane',
    title: 'one topic of one lane is emptied',
    recoverMs: 90_000,
    inject: async (scene) => {
      await scene.pass(3_000, 6_000);
      const raw = new RawTopics(scene.bus);
      const place = scene.prng.pick(await raw.filled());
      const rewinds = await rewindsOf(scene);
      await scene.reaching('a lane could not be emptied', () => raw.empty([place]));
      scene.note(`${place.topic} lane ${place.lane}: ${place.high - place.low} records removed`);
      await refilled(scene, raw, [place], rewinds);
    },
  },
  {
    id: 'L1.every-lane',
    title: 'every topic is emptied in every lane',
    recoverMs: 90_000,
    inject: async (scene) => {
      await scene.pass(3_000, 6_000);
      const raw = new RawTopics(scene.bus);
      const places = await raw.filled();
      const rewinds = await rewindsOf(scene);
      await raw.empty(EVERY_LANE);
      scene.note(`${places.length} lanes were emptied`);
      await refilled(scene, raw, places, rewinds);
    },
  },
  {
    id: 'L2',
    title: "the relay's cursors are rolled back",
    inject: async (scene) => {
      await scene.pass(2_000, 5_000);
      const back = scene.prng.between(1, 200);
      const rollBack = (): Promise<number | null> =>
        inDatabase(scene.bus, 'journal', async (client) => {
          const moved = await client.query(
            'UPDATE relay_cursor SET position = greatest(0, position - $1) WHERE position > 0',
            [back],
          );
          return moved.rowCount;
        });
      const moved = (await scene.reaching('no cursor could be moved', rollBack)) ?? 0;
      if (moved === 0) throw new NotInjected('every cursor stood at the beginning');
      scene.note(`${moved} cursors went back by up to ${back}`);
    },
  },
  {
    id: 'L3',
    title: 'two relays ship at the same time by mistake',
    setup: { instances: { relay: 2 } },
    inject: async (scene) => {
      await scene.pass(1_000, 2_000);
      scene.note('for 6 s the lease ends every 100 ms, so that both take it in turn');
      const owners = new Set<string>();
      for (let time = 0; time < 60; time++) {
        await inDatabase(scene.bus, 'journal', async (client) => {
          const ended = `UPDATE relay_owner SET expires_at = 'epoch' WHERE id = 1 RETURNING owner`;
          for (const { owner } of (await client.query<{ owner: string }>(ended)).rows) owners.add(owner);
        });
        await delay(100);
      }
      if (owners.size < 2) throw new NotInjected(`${owners.size} relays had the lease`);
    },
  },
  {
    id: 'L3.zombie',
    title: 'a relay that was frozen longer than its lease wakes beside its successor',
    setup: { instances: { relay: 2 } },
    inject: async (scene) => {
      for (let time = 0; time < 2; time++) {
        await scene.pass(300, 1_500);
        const before = await epochOf(scene);
        const owner = await ownerOf(scene);
        await scene.freeze(owner, 5_000);
        if ((await epochOf(scene)) === before) throw new NotInjected('no successor took the lease');
      }
    },
  },
  {
    id: 'L4',
    title: 'the consumers lose every offset, in Kafka and in their own tables',
    inject: async (scene) => {
      await scene.pass(2_000, 5_000);
      const consumers = [scene.app('agency-views'), scene.app('audit-trail')];
      for (const app of consumers) await app.end();
      await new RawTopics(scene.bus).forgetGroups(GROUPS);
      for (const database of ['views', 'audit'] as const) {
        const { rowCount } = await inDatabase(scene.bus, database, (client) =>
          client.query(`UPDATE bus.checkpoint SET offsets = '{}' WHERE offsets::text <> '{}'`),
        );
        if (rowCount === 0) throw new NotInjected(`${database} kept no offsets`);
      }
      scene.note('groups and offsets are gone');
      for (const app of consumers) await scene.restart(app);
    },
  },
  {
    id: 'L5',
    title: 'a refill takes minutes, and consumers ask for it again and again',
    setup: { load: { referrals: 1_000, rate: 40 } },
    recoverMs: 300_000,
    inject: async (scene) => {
      await scene.pass(8_000, 12_000);
      const consumers = [scene.app('agency-views'), scene.app('audit-trail')];
      for (const app of consumers) await app.end('SIGKILL');
      const raw = new RawTopics(scene.bus);
      const read = await raw.appended();
      await scene.pass(2_000, 4_000);
      const lost = (await raw.appended()) - read;
      if (lost === 0) throw new NotInjected('nothing was sent that the consumers had not read');
      await raw.empty(EVERY_LANE);
      scene.links.tcp('relay>kafka').fault({ bytesPerSecond: SLOW_BYTES }, 'toServer');
      scene.note(
        `everything removed, ${lost} records of it that no consumer had read; the relay sends ${SLOW_BYTES} bytes a second`,
      );
      for (const app of consumers) app.launch();
      const asked = async (): Promise<number> => metricOf(scene.app('audit-trail'), 'bus_consumer_refills_asked_total');
      await caughtUp(scene, CAUGHT_UP_MS);
      scene.note(`everybody has caught up, on the slow link; the trail asked ${await asked()} times`);
    },
    afterwards: async (scene) => {
      const ratio = await scene.sentRatio();
      scene.note(`sent ${ratio.toFixed(1)} times`);
      if (ratio > MOST_SENT) scene.fail(`the refill sent everything ${ratio.toFixed(1)} times`);
    },
  },
];

const OWNED_MS = 30_000;
const SLOW_BYTES = 40_000;
/** Once, again for the refill, and as much again for what was on its way when somebody asked. */
const MOST_SENT = 4;

/** Longer than everything takes at that pace. */
const CAUGHT_UP_MS = 600_000;

/** Null while the relay does not answer. */
const rewindsOf = (scene: Scene): Promise<number | null> =>
  metricOf(scene.app('relay'), 'bus_relay_rewinds_total').catch(() => null);

const epochOf = (scene: Scene): Promise<string | undefined> =>
  inDatabase(scene.bus, 'journal', async (client) => {
    const { rows } = await client.query<{ epoch: string }>('SELECT epoch FROM relay_owner WHERE id = 1');
    return rows[0]?.epoch;
  });

/** Resolves when the relay has seen the loss and every place holds records again. */
async function refilled(
  scene: Scene,
  raw: RawTopics,
  places: readonly { topic: string; lane: number }[],
  rewindsBefore: number | null,
): Promise<void> {
  const until = Date.now() + scene.bound(80_000);
  let before = rewindsBefore ?? 0;
  for (;;) {
    const filled = new Set((await raw.filled()).map(({ topic, lane }) => `${topic}/${lane}`));
    const rewinds = (await rewindsOf(scene)) ?? before;
    if (rewinds < before) before = 0; // what a relay counts begins anew with its process
    if (rewinds > before && places.every(({ topic, lane }) => filled.has(`${topic}/${lane}`)))
      return scene.note('they are filled again');
    if (Date.now() > until) return scene.fail('the relay did not fill the topics again');
    await delay(200);
  }
}

async function ownerOf(scene: Scene): Promise<ReturnType<Scene['app']>> {
  for (const until = Date.now() + scene.bound(OWNED_MS); Date.now() < until;) {
    for (const relay of scene.bus.instancesOf('relay')) {
      if ((await metricOf(relay, 'bus_relay_owner').catch(() => 0)) === 1) return relay;
    }
    await delay(50);
  }
  throw new NotInjected('no relay has the lease');
}
