import { setTimeout as delay } from 'node:timers/promises';
import { backendsOf, inDatabase } from '../nemesis/databases.js';
import { openTransactions } from '../nemesis/open-transactions.js';
import type { LinkName } from '../nemesis/links.js';
import { restartService } from '../nemesis/services.js';
import { NotInjected } from '../not-injected.js';
import type { Row } from '../row.js';
import type { Scene } from '../scene.js';

const POSTGRES_LINKS: readonly LinkName[] = [
  'referrals>postgres',
  'relay>postgres',
  'agency-views>postgres',
  'audit-trail>postgres',
  'operations>postgres',
];
/** X11: pools must have recovered by then. */
const RECOVER_MS = 10_000;

/** Whoever asks is told to come again: 503, and when. */
export async function unavailableIsSaid(scene: Scene): Promise<void> {
  await scene.signalled('503 with Retry-After', async () => {
    const { status, retryAfter } = await scene.bus.ask('referrals', 'US-CLEAR', '/v1/referrals', {
      method: 'POST',
      headers: { 'idempotency-key': `probe-${Date.now()}-${scene.prng.between(0, 1e9)}` },
      body: {
        to: { agency: 'PH-WCPC' },
        incident: { offenceType: 'SOLICITATION' },
        priority: { level: 'P3', reasons: ['IDENTIFIED_SUSPECT'] },
      },
    });
    return status === 503 && retryAfter !== null && Number(retryAfter) > 0;
  });
}

async function serverDies(scene: Scene, signal: 'SIGQUIT' | 'SIGKILL'): Promise<void> {
  await scene.pass(500, 3_000);
  scene.note(`${signal} to PostgreSQL`);
  await scene.stop('postgres', signal);
  await unavailableIsSaid(scene);
  await scene.signalled('the write app is not ready', async () => !(await scene.app('referrals').isReady()));
  await restartService(scene.services, 'postgres');
  scene.note('PostgreSQL is back');
}

const CAUGHT_MS = 30_000;
/** A transaction that its writer does not go on with is open for longer; no other one is. */
const STUCK_MS = 300;

/** Stops a writer again and again, until that is in the middle of a transaction. @throws NotInjected when it never is */
async function frozenInTransaction(scene: Scene): Promise<void> {
  const writer = scene.prng.pick(scene.bus.instancesOf('referrals'));
  for (const until = performance.now() + scene.bound(CAUGHT_MS); performance.now() < until;) {
    writer.signal('SIGSTOP');
    try {
      await delay(2 * STUCK_MS);
      if ((await openTransactions(scene, 'bus-writer', STUCK_MS)) > 0) {
        scene.note(`${writer.name} stands still for 3 s, in a transaction`);
        return await delay(3_000);
      }
    } finally {
      writer.signal('SIGCONT');
    }
    await scene.pass(5, 100);
  }
  throw new NotInjected('a writer was never stopped in a transaction');
}

export const databaseRows: readonly Row[] = [
  {
    id: 'X11.immediate',
    title: 'PostgreSQL is stopped at once and started again',
    setup: { durable: true },
    recoverMs: RECOVER_MS,
    inject: (scene) => serverDies(scene, 'SIGQUIT'),
  },
  {
    id: 'X11.kill',
    title: "PostgreSQL's first process is killed",
    setup: { durable: true },
    recoverMs: RECOVER_MS,
    inject: (scene) => serverDies(scene, 'SIGKILL'),
  },
  {
    id: 'X11.backend',
    title: 'kill -9 one backend of the writer, three times; PostgreSQL restarts all of them itself',
    setup: { durable: true },
    recoverMs: RECOVER_MS,
    inject: async (scene) => {
      let killed = 0;
      for (let time = 0; time < 3; time++) {
        await scene.pass(500, 2_500);
        const backends = await backendsOf(scene.services, scene.bus, 'bus-writer').catch(() => []);
        if (backends.length === 0) continue; // it is still coming back from the last one
        scene.note('SIGKILL to a backend of the writer');
        process.kill(scene.prng.pick(backends), 'SIGKILL');
        killed++;
      }
      if (killed === 0) throw new NotInjected('the writer never had a backend');
    },
  },
  {
    id: 'X11.terminated',
    title: 'sessions of every app are ended by an administrator, again and again',
    recoverMs: RECOVER_MS,
    inject: async (scene) => {
      scene.note('every session is ended every 300 to 1200 ms for 8 s');
      let ended = 0;
      for (const until = Date.now() + 8_000; Date.now() < until;) {
        const terminate = (): Promise<number | null> =>
          inDatabase(scene.bus, 'journal', async (client) => {
            const { rowCount } = await client.query(
              `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = ANY ($1) AND pid <> pg_backend_pid()`,
              [Object.values(scene.bus.databases).map(({ name }) => name)],
            );
            return rowCount;
          });
        ended += (await scene.reaching('sessions could not be ended', terminate)) ?? 0;
        await scene.pass(300, 1_200);
      }
      if (ended === 0) throw new NotInjected('nobody had a session');
      scene.note(`${ended} sessions were ended`);
    },
  },
  {
    id: 'X11.moved',
    title: "the database's address moves: connections are cut, new ones refused for a while",
    recoverMs: RECOVER_MS,
    inject: async (scene) => {
      await scene.pass(500, 3_000);
      for (const link of POSTGRES_LINKS) await scene.links.tcp(link).refuse();
      scene.note('no connection to PostgreSQL is let in');
      await unavailableIsSaid(scene);
      await scene.pass(500, 5_000);
    },
  },
  {
    id: 'X14',
    title: 'commits are late: a writer sleeps in its transactions, another one commits meanwhile',
    setup: { instances: { referrals: 2 } },
    inject: async (scene) => {
      await inDatabase(scene.bus, 'journal', async (client) => {
        await client.query('CREATE SEQUENCE lateness');
        await client.query(`CREATE FUNCTION late() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
          BEGIN IF random() < 0.1 THEN PERFORM nextval('public.lateness'), pg_sleep(random()); END IF; RETURN NULL; END $$`);
        await client.query(
          `CREATE CONSTRAINT TRIGGER late AFTER INSERT ON journal DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION late()`,
        );
      });
      scene.note('one row in ten sleeps up to a second at its commit, for 8 s');
      scene.undo.push(() =>
        inDatabase(
          scene.bus,
          'journal',
          async (client) =>
            void (await client.query(
              'DROP TRIGGER IF EXISTS late ON journal; DROP FUNCTION IF EXISTS late; DROP SEQUENCE IF EXISTS lateness',
            )),
        ),
      );
      await delay(8_000);
      const late = await inDatabase(scene.bus, 'journal', async (client) => {
        const { rows } = await client.query<{ times: string }>(
          'SELECT CASE WHEN is_called THEN last_value ELSE 0 END AS times FROM lateness',
        );
        return Number(rows[0]?.times);
      });
      if (late === 0) throw new NotInjected('no commit was late');
      scene.note(`${late} rows slept`);
    },
  },
  {
    id: 'X14.frozen',
    title: 'a writer freezes in its transaction with lanes locked, another one goes on',
    setup: { instances: { referrals: 2 } },
    inject: async (scene) => {
      for (let time = 0; time < 3; time++) {
        await scene.pass(200, 1_500);
        await frozenInTransaction(scene);
      }
    },
  },
];
