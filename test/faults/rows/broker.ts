import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { busTopics, createKafka, ensureTopics } from '#libs/event-log';
import { flowsAgain } from '../flow.js';
import { metricOf } from '../nemesis/metrics.js';
import { RawTopics } from '../nemesis/raw-topics.js';
import { restartService } from '../nemesis/services.js';
import type { Row } from '../row.js';
import { isStillServed } from '../say.js';
import type { Scene } from '../scene.js';

/** Until as much is applied as is accepted, once the broker is back (faults X5). */
const FLOWS_AGAIN_MS = 30_000;
/** Agencies are still at work when that is looked at. */
const LASTING = { load: { referrals: 1_500, rate: 30 } } as const;

/** What the relay says of lanes that it goes back in. */
const SENT_AGAIN = ['a topic lost records; they are sent again', 'lanes are refilled'] as const;

async function brokerDies(scene: Scene, signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
  await scene.pass(500, 3_000);
  scene.note(`${signal} to the broker`);
  await scene.stop('kafka', signal);
  await scene.signalled('the relay is not ready', async () => !(await scene.app('relay').isReady()));
  await isStillServed(scene);
  await scene.pass(0, 3_000);
  await restartService(scene.services, 'kafka');
  scene.note('the broker is back');
  await flowsAgain(scene, FLOWS_AGAIN_MS);
}

const logLine = z.object({ lanes: z.array(z.int()), msg: z.enum(SENT_AGAIN) });

/** The lanes that the relay's log names, one after the other: an operator's record of what was sent again, and why. */
const lanesSentAgain = (scene: Scene): number[] =>
  readFileSync(scene.app('relay').logFile, 'utf8')
    .split('\n')
    .filter((line) => SENT_AGAIN.some((msg) => line.includes(msg)))
    .flatMap((line) => logLine.safeParse(JSON.parse(line)).data?.lanes ?? []);

/** X5, X7: the broker dies, and loses everything. Acceptance goes on all the while. */
export const brokerRows: readonly Row[] = [
  {
    id: 'X5.clean',
    title: 'the broker is restarted in order',
    setup: LASTING,
    inject: (scene) => brokerDies(scene, 'SIGTERM'),
  },
  {
    id: 'X5.kill',
    title: 'the broker is killed and started again',
    setup: LASTING,
    inject: (scene) => brokerDies(scene, 'SIGKILL'),
  },
  {
    id: 'X7',
    title: 'the broker loses all its data; an operator makes the topics anew, nothing else',
    spoils: true,
    recoverMs: 60_000,
    inject: async (scene) => {
      await scene.pass(2_000, 5_000);
      const held = new Set((await new RawTopics(scene.bus).filled()).map(({ lane }) => lane));
      await scene.services.kill('kafka', 'SIGKILL');
      const written = lanesSentAgain(scene).length;
      rmSync(join(scene.services.folder, 'kafka/log'), { recursive: true });
      scene.note('the broker is dead and its log directory is gone');
      await scene.signalled('the relay is not ready', async () => !(await scene.app('relay').isReady()));
      await isStillServed(scene);
      const rewinds = await metricOf(scene.app('relay'), 'bus_relay_rewinds_total');
      await restartService(scene.services, 'kafka');
      const { topicPrefix, services } = scene.bus;
      const kafka = createKafka({ brokers: services.kafka, clientId: 'operator', topicPrefix });
      await ensureTopics(kafka, busTopics(topicPrefix));
      scene.note('an empty broker is there and has the topics');
      await scene.signalled(
        'the relay counts lanes that it sends again',
        async () => (await metricOf(scene.app('relay'), 'bus_relay_rewinds_total')) > rewinds,
      );
      await scene.signalled('it writes down which lanes it sends again: all that held something', async () => {
        const again = new Set(lanesSentAgain(scene).slice(written));
        return Promise.resolve([...held].every((lane) => again.has(lane)));
      });
    },
  },
];
