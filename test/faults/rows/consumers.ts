import { setTimeout as delay } from 'node:timers/promises';
import { groupOf } from '#libs/projections';
import { agencyViews } from '../../../apps/agency-views/src/agency-views.projection.js';
import { metricOf } from '../nemesis/metrics.js';
import { restartService } from '../nemesis/services.js';
import { EVERY_LANE, RawTopics } from '../nemesis/raw-topics.js';
import { NotInjected } from '../not-injected.js';
import { API, groupFailed, type RequestHead } from '../proxy/kafka-frames.js';
import type { Row } from '../row.js';
import type { Scene } from '../scene.js';
import { lagOf } from '../shown.js';
import { storm } from './storm.js';

/** While the views are stuck or slow, the trail must go on. */
async function othersFlow(scene: Scene): Promise<void> {
  const applied = (): Promise<number> => metricOf(scene.app('audit-trail'), 'bus_consumer_events_applied_total');
  const before = await applied();
  await scene.signalled('the lag of the views', async () => (await lagOf(scene, 'agency_views')) > 20);
  await scene.signalled('the trail goes on', async () => (await applied()) > before);
}

/** Whoever stands still must lose its lanes meanwhile, or it is no zombie when it wakes. @throws NotInjected */
async function isTakenOver(scene: Scene, frozen: Promise<boolean>): Promise<void> {
  const raw = new RawTopics(scene.bus);
  const awake = frozen.then(() => true);
  let alone = false;
  do {
    const { members, stable } = await raw.group(groupOf(agencyViews));
    alone ||= stable && members === 1;
  } while (!(await Promise.race([awake, delay(200, false)])));
  if (!alone) throw new NotInjected('nobody took its lanes meanwhile');
}

const UNKNOWN_MEMBER_ID = 25;
const COORDINATOR_LOAD_IN_PROGRESS = 14;

/** As a broker answers that has just taken the group over: it knows no member, and takes none while it reads who there is. */
function forgotten({ api }: RequestHead, answer: Buffer): Buffer {
  if (api === API.heartbeat) return groupFailed(answer, UNKNOWN_MEMBER_ID);
  return api === API.joinGroup ? groupFailed(answer, COORDINATOR_LOAD_IN_PROGRESS) : answer;
}

export const consumerRows: readonly Row[] = [
  {
    id: 'X21.steady',
    title: 'the registry dies while all is well: nobody notices',
    inject: async (scene) => {
      await scene.pass(500, 2_000);
      await scene.stop('registry', 'SIGKILL');
      scene.note('the registry is dead');
      await scene.pass(4_000, 6_000);
      for (const app of scene.bus.all)
        if (!(await app.isReady())) scene.fail(`${app.name} is not ready without the registry`);
      await restartService(scene.services, 'registry');
    },
  },
  {
    id: 'X21.start',
    title: 'every app starts while the registry is away: agencies are served, the relay waits for its ids',
    inject: async (scene) => {
      await scene.services.kill('registry', 'SIGKILL');
      for (const app of scene.bus.all) await app.end('SIGKILL');
      scene.note('registry and apps are dead');
      for (const app of scene.bus.all) app.launch();
      for (const app of scene.bus.all) if (app.app !== 'relay') await app.ready();
      scene.note('every other app is ready');
      if (await scene.app('relay').isReady()) scene.fail('the relay says that it is ready without ids');
      await restartService(scene.services, 'registry');
      await scene.app('relay').ready();
      scene.note('the registry is back and the relay ships');
    },
  },
  {
    id: 'X23.storm',
    title: 'two of three projectors join and leave in turn every two seconds for five minutes, in order and killed',
    setup: { instances: { 'agency-views': 3 }, load: { referrals: 2_600, rate: 8 } },
    inject: storm,
  },
  {
    id: 'X23.zombie',
    title: 'a projector stands still longer than its session, and wakes when its lanes are another one’s',
    setup: { instances: { 'agency-views': 2 } },
    inject: async (scene) => {
      for (let time = 0; time < 2; time++) {
        await scene.pass(500, 1_500);
        const frozen = scene.freeze(scene.prng.pick(scene.bus.instancesOf('agency-views')), 9_000);
        await isTakenOver(scene, frozen);
      }
    },
  },
  {
    id: 'X23.forgotten',
    title: 'the groups know the projectors no more, and refuse them for seconds as they come back',
    inject: async (scene) => {
      await scene.pass(500, 1_500);
      const kafka = scene.links.kafka('agency-views>kafka');
      const joined = (): number => kafka.requests.get(API.syncGroup) ?? 0; // only whose join was answered well goes on to it
      let refused = 0;
      const end = kafka.onAnswer((request, answer) => {
        if (request.api === API.joinGroup) refused++;
        return forgotten(request, answer);
      });
      scene.note('they are no members, and may not join');
      await scene.pass(8_000, 12_000); // whoever joins is answered once the member that it was is missed
      end();
      scene.note(`they were refused ${refused} times`);
      if (refused === 0) throw new NotInjected('nobody was refused');
      const before = joined();
      await scene.signalled('both are members again', () => Promise.resolve(joined() >= before + 2));
    },
  },
  {
    id: 'X25.stuck',
    title: 'the projector is stuck; the trail goes on',
    inject: async (scene) => {
      await scene.pass(500, 1_500);
      const stuck = scene.freeze(scene.app('agency-views'), 12_000);
      await othersFlow(scene);
      await stuck;
    },
  },
  {
    id: 'X25.slow',
    title: 'the projector’s database answers slowly; the trail goes on',
    inject: async (scene) => {
      await scene.pass(0, 500);
      scene.note('every answer of its database takes 700 ms');
      scene.links.tcp('agency-views>postgres').fault({ delayMs: 700 }, 'toClient');
      await othersFlow(scene);
      await delay(8_000);
    },
  },
  {
    id: 'X25.retention',
    title: 'the trail was away, and what it has not read is gone from the topics',
    recoverMs: 90_000,
    inject: async (scene) => {
      await scene.app('audit-trail').end();
      const raw = new RawTopics(scene.bus);
      const read = await raw.appended();
      await scene.pass(4_000, 7_000);
      const unread = (await raw.appended()) - read;
      if (unread === 0) throw new NotInjected('nothing was sent that the trail had not read');
      await raw.empty(EVERY_LANE);
      scene.note(`everything that was on the topics is gone, ${unread} records of it unread`);
      await scene.restart(scene.app('audit-trail'));
    },
  },
];
