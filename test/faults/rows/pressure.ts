import { setTimeout as delay } from 'node:timers/promises';
import { v7 } from 'uuid';
import { readFileSync } from 'node:fs';
import { answersAnew, descriptorsOf, idleConnections, limitDescriptors, limitMemory } from '../nemesis/limits.js';
import { NotInjected } from '../not-injected.js';
import type { Row } from '../row.js';
import type { Scene } from '../scene.js';

/** Answers to a flood: taken, too much at once, come again; 0 where the process was gone. Nothing else. */
const SHED: ReadonlySet<number> = new Set([0, 200, 413, 429, 503]);

/** Batches of the largest size, all at once: what needs most memory of what the door takes. */
async function flood(scene: Scene, requests: number): Promise<Map<number, number>> {
  const statuses = new Map<number, number>();
  const one = async (): Promise<void> => {
    const items = Array.from({ length: 500 }, () => ({
      idempotencyKey: v7(),
      referral: {
        to: { agency: 'PH-WCPC' },
        synthetic: true,
        incident: { offenceType: 'SOLICITATION' },
        priority: { level: 'P3', reasons: ['IDENTIFIED_SUSPECT'] },
      },
    }));
    const answer = await scene.bus
      .ask('referrals', 'US-CLEAR', '/v1/referrals:batch', { method: 'POST', body: { items } })
      .catch(() => ({ status: 0 }));
    statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
  };
  await Promise.all(Array.from({ length: requests }, one));
  return statuses;
}

const memoryOf = (pid: number): number =>
  Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) * 1024;

export const pressureRows: readonly Row[] = [
  {
    id: 'X27.descriptors',
    title: 'the write app has no file descriptor left',
    needs: ['prlimit'],
    inject: async (scene) => {
      await scene.pass(500, 1_500);
      const app = scene.app('referrals');
      const most = descriptorsOf(app.pid) + scene.prng.between(0, 10);
      const before = limitDescriptors(app.pid, most);
      const idle = idleConnections(app, 100);
      scene.undo.push(() => {
        idle.forEach((socket) => socket.destroy());
        if (app.isRunning()) limitDescriptors(app.pid, before);
      });
      await scene.signalled('the write app does not answer who connects anew', async () => !(await answersAnew(app)));
      let usedUp = 0;
      for (const until = Date.now() + 6_000; Date.now() < until; await delay(100))
        if (app.isRunning() && descriptorsOf(app.pid) >= most) usedUp++;
      if (usedUp === 0) throw new NotInjected('a descriptor was free all the while');
      scene.note('100 connections that say nothing, and none of its descriptors is free');
    },
  },
  {
    id: 'X27.still',
    title: 'the event loop of every app in turn stands still for 5 s',
    inject: async (scene) => {
      let still = 0;
      for (const app of scene.bus.all) if (app.app !== 'operations' && (await scene.freeze(app, 5_000))) still++;
      if (still === 0) throw new NotInjected('no app ran');
    },
  },
  {
    id: 'X27.memory',
    title: 'a flood of the largest batches with little memory to spare; the kernel may end the write app',
    needs: ['memory'],
    inject: async (scene) => {
      await scene.pass(500, 1_500);
      const app = scene.app('referrals');
      const limit = limitMemory(app.pid, memoryOf(app.pid) + scene.prng.between(16, 64) * (1 << 20));
      scene.undo.push(limit.lift);
      const statuses = await flood(scene, 30);
      scene.note(
        `answers ${JSON.stringify([...statuses])}, the app ${app.isRunning() ? 'lives' : 'was ended by the kernel'}`,
      );
      for (const status of statuses.keys()) if (!SHED.has(status)) scene.fail(`a flood is answered ${status}`);
      if (limit.reached() === 0) throw new NotInjected('the flood did not need the memory that there is');
    },
  },
];
