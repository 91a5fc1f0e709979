import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { v7 } from 'uuid';
import { SmallDisk } from '../nemesis/small-disk.js';
import { Strace } from '../nemesis/strace.js';
import { treeOf } from '../nemesis/process-tree.js';
import type { Row } from '../row.js';
import type { Scene } from '../scene.js';
import { routine } from '../say.js';
import { inDatabase } from '../nemesis/databases.js';
import { unavailableIsSaid } from './database.js';
import { syncOrder } from './sync-order.js';

/** More than fit onto the small disk. */
const MOST_SEGMENTS = 32;

/** A full disk is not met while the log goes on in segments that are there already: they are gone through until there is none. */
async function useUpSegments(scene: Scene): Promise<void> {
  for (let segment = 0; segment < MOST_SEGMENTS; segment++) {
    const next = inDatabase(scene.bus, 'journal', async (client) => {
      await client.query(`SELECT pg_logical_emit_message(false, 'faults', 'next'), pg_switch_wal()`);
    });
    if (
      await next.then(
        () => false,
        () => true,
      )
    )
      return; // the server has given up, which is what was wanted
  }
  throw new Error('the log has more segments than its disk has room for');
}

const TRIES = 10;

/** Whoever asks is served, or told to come again: never anything else. */
async function refusedCleanly(scene: Scene): Promise<void> {
  for (let nth = 0; nth < TRIES; nth++) {
    const headers = { 'idempotency-key': v7() };
    const asked = scene.bus.ask('referrals', 'US-CLEAR', '/v1/referrals', { method: 'POST', headers, body: routine });
    const { status, retryAfter, text } = await asked;
    if (status !== 201 && (status !== 503 || retryAfter === null))
      scene.fail(`a full disk is answered ${status}: ${text.slice(0, 200)}`);
  }
}

/** What is there can be read while nothing can be added. */
async function isStillRead(scene: Scene): Promise<void> {
  const { status, text } = await scene.bus.ask('agency-views', 'PH-WCPC', '/v1/inbox?limit=20');
  if (status === 200) scene.note('the inbox is read meanwhile');
  else scene.fail(`the inbox is answered ${status} while the disk is full: ${text.slice(0, 200)}`);
}

async function diskFull(scene: Scene, name: 'base' | 'pg_wal', megabytes: number): Promise<void> {
  const disk = await SmallDisk.under(scene.services, name, megabytes);
  scene.undo.push(() => disk.remove());
  await scene.pass(500, 2_000);
  disk.fill(scene.prng.between(0, 300_000));
  scene.note(`the disk of ${name} is full`);
  if (name === 'pg_wal') await useUpSegments(scene);
  await unavailableIsSaid(scene);
  await refusedCleanly(scene);
  if (name === 'base') await isStillRead(scene);
  await scene.pass(2_000, 5_000);
  disk.free();
  scene.note('there is room again');
}

export const diskRows: readonly Row[] = [
  {
    id: 'X12.data',
    title: "the disk of PostgreSQL's data is full",
    needs: ['tmpfs'],
    setup: { durable: true },
    spoils: true,
    inject: (scene) => diskFull(scene, 'base', 240),
  },
  {
    id: 'X12.wal',
    title: "the disk of PostgreSQL's log is full",
    needs: ['tmpfs'],
    setup: { durable: true },
    spoils: true,
    inject: (scene) => diskFull(scene, 'pg_wal', 128),
  },
  {
    id: 'X13',
    title: 'fdatasync fails: PostgreSQL must not go on as if it had not',
    needs: ['strace'],
    setup: { durable: true },
    inject: async (scene) => {
      await scene.pass(500, 2_000);
      const nth = scene.prng.between(1, 20);
      const calls = join(scene.services.folder, 'syncs.trace');
      const processes = treeOf(scene.services.pidOf('postgres'));
      const strace = await Strace.attach(processes, [
        '-o',
        calls,
        '-e',
        'trace=fdatasync',
        '-e',
        `inject=fdatasync:error=EIO:when=${nth}`,
      ]);
      scene.undo.push(() => strace.detach());
      scene.note(`fdatasync number ${nth} of each process fails`);
      const failed = async (): Promise<void> => {
        if (!existsSync(calls) || !readFileSync(calls, 'latin1').includes('(INJECTED)'))
          throw new Error('none was due');
      };
      await scene.reaching('no fdatasync failed', failed);
      await unavailableIsSaid(scene);
      await strace.detach();
    },
  },
  {
    id: 'X13.order',
    title: 'the answer leaves after the log of PostgreSQL is on the disk',
    needs: ['strace'],
    setup: { durable: true, load: { referrals: 1, rate: 1 } },
    inject: syncOrder,
  },
];
