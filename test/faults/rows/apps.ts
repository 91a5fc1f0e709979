import type { AppName } from '../../deployment/index.js';
import type { LinkName } from '../nemesis/links.js';
import { NotInjected } from '../not-injected.js';
import { API } from '../proxy/kafka-frames.js';
import type { Row } from '../row.js';
import type { Scene } from '../scene.js';

/** Of the commits that pass while the load runs, one of the first so many is chosen. */
const CHOICE = 20;
export const TRIGGER_MS = 20_000;

/** Bytes that come by on a link, and what they mean. */
export interface Moment {
  readonly direction: 'toServer' | 'toClient';
  readonly bytes: string | Buffer;
  readonly what: string;
  /** Only the first ones that come by after these. */
  readonly after?: Pick<Moment, 'direction' | 'bytes'>;
}

/** Kills the app when the chosen one of these bytes comes by, which the app is not given any more. */
export async function killAt(
  scene: Scene,
  app: AppName,
  {
    link,
    direction,
    bytes,
    what,
    after,
    among = CHOICE,
  }: Moment & { readonly link: LinkName; readonly among?: number },
): Promise<void> {
  const nth = scene.prng.between(1, among);
  await new Promise<void>((resolve, reject) => {
    let seen = 0;
    const missed = setTimeout(
      () => reject(new NotInjected(`${what} did not come by ${nth} times`)),
      scene.bound(TRIGGER_MS),
    );
    let isNext = after === undefined;
    if (after) scene.links.tcp(link).watch(after.direction, after.bytes, () => (isNext = true));
    const over = scene.links.tcp(link).watch(direction, bytes, async () => {
      if (!isNext) return true;
      isNext = after === undefined;
      if (++seen !== nth) return true;
      over();
      clearTimeout(missed);
      scene.note(`${what}, for time ${nth}`);
      await scene.kill(scene.app(app));
      resolve();
      return false;
    });
  });
  await scene.restart(scene.app(app));
}

export const commitSent: Moment = {
  direction: 'toServer',
  bytes: 'COMMIT\0',
  what: 'COMMIT is sent and not yet there',
};
export const committed: Moment = {
  direction: 'toClient',
  bytes: 'COMMIT\0',
  what: 'COMMIT is done and not yet answered',
};
export const begun: Moment = { direction: 'toClient', bytes: 'BEGIN\0', what: 'a transaction has begun' };

const writer = 'referrals>postgres';
const views = 'agency-views>postgres';
const trail = 'audit-trail>postgres';

const killedAt = (id: string, app: AppName, link: LinkName, at: Moment): Row => ({
  id,
  title: `kill -9 ${app} when ${at.what}`,
  inject: (scene) => killAt(scene, app, { link, ...at }),
});

/** X1–X4: every process of ours dies at every point that matters. */
export const appRows: readonly Row[] = [
  killedAt('X1.before-commit', 'referrals', writer, commitSent),
  killedAt('X1.after-commit', 'referrals', writer, committed),
  {
    id: 'X1.any-moment',
    title: 'kill -9 the write app at any moment, three times',
    inject: async (scene) => {
      let killed = 0;
      for (let time = 0; time < 3; time++) {
        await scene.pass(100, 1_500);
        if (await scene.kill(scene.app('referrals'))) killed++;
        await scene.restart(scene.app('referrals'));
      }
      if (killed < 3) throw new NotInjected(`the write app was killed ${killed} times`);
    },
  },
  {
    id: 'X2',
    title: 'kill -9 the relay when Kafka has appended and not yet answered',
    recoverMs: 10_000,
    inject: async (scene) => {
      const nth = scene.prng.between(1, 10);
      let seen = 0;
      await new Promise<void>((resolve, reject) => {
        const missed = setTimeout(
          () => reject(new NotInjected('the relay did not send often enough')),
          scene.bound(TRIGGER_MS),
        );
        scene.links.kafka('relay>kafka').onAnswer(async ({ api }, answer) => {
          if (api !== API.produce || ++seen !== nth) return answer;
          clearTimeout(missed);
          scene.note(`request ${nth} of the relay is appended and not answered`);
          await scene.kill(scene.app('relay'));
          resolve();
          return null;
        });
      });
      await scene.restart(scene.app('relay'));
    },
  },
  killedAt('X3.in-transaction', 'agency-views', views, begun),
  killedAt('X3.before-commit', 'agency-views', views, commitSent),
  killedAt('X3.after-commit', 'agency-views', views, committed),
  {
    id: 'X3.before-offsets',
    title: 'kill -9 the projector between its commit and the commit of offsets',
    inject: async (scene) => {
      const nth = scene.prng.between(1, 5);
      let seen = 0;
      await new Promise<void>((resolve, reject) => {
        const missed = setTimeout(
          () => reject(new NotInjected('offsets were not committed often enough')),
          scene.bound(TRIGGER_MS),
        );
        scene.links.kafka('agency-views>kafka').onRequest(async ({ api }) => {
          if (api !== API.offsetCommit || ++seen !== nth) return true;
          clearTimeout(missed);
          scene.note(`commit ${nth} of offsets is not let through`);
          await scene.kill(scene.app('agency-views'));
          resolve();
          return false;
        });
      });
      await scene.restart(scene.app('agency-views'));
    },
  },
  killedAt('X4.in-transaction', 'audit-trail', trail, begun),
  killedAt('X4.after-commit', 'audit-trail', trail, committed),
];
