import { setTimeout as delay } from 'node:timers/promises';
import { migrateJournal } from '#libs/journal';
import { createLogger, Metrics } from '#libs/platform';
import { createSpecDatabase } from '#libs/testing';
import pg from 'pg';
import { Relay } from '../../../apps/relay/src/relay.js';
import { cpuSecondsOfTrees } from '../harness/process-tree.js';
import type { Row } from '../harness/row.js';
import { transactionsIn } from '../harness/transactions.js';
import { macKeys } from '../log/records.js';
import { dropTopics, freshTopics } from '../log/topics.js';

export const idle: Row = {
  id: 'relay.idle',
  title: 'transactions of a relay that has nothing to ship',
  limit: null,
  unit: 'transactions/s',
  goal: null,
  durability: 'none',
  prepare: async (bench) => {
    const kafka = await freshTopics(bench);
    const database = await createSpecDatabase();
    await migrateJournal(database.url());
    const pool = new pg.Pool({ connectionString: bench.stack.postgresUrl('postgres'), max: 1 });
    const registry = { url: bench.stack.registry, topicPrefix: kafka.topicPrefix };
    const config = { databaseUrl: database.url('bus_relay'), kafka, registry, macKeys, loops: 2 };
    const relay = new Relay(config, { metrics: new Metrics(), logger: createLogger({ app: 'bench', level: 'error' }) });
    relay.start();
    while (!relay.status().shipping) await delay(50);
    const notes: string[] = [];
    /** Seconds of a core. */
    const cpu = (): Readonly<Record<string, number>> => {
      const { user, system } = process.cpuUsage();
      const postgres = bench.stack.processOf('postgres');
      return { relay: (user + system) / 1e6, database: cpuSecondsOfTrees(postgres ? [postgres.pid] : []) };
    };
    return {
      figure: async () => {
        const [before, begun, used] = [await transactionsIn(pool, [database.name]), performance.now(), cpu()];
        await delay(bench.options.seconds * 1_000);
        const count = (await transactionsIn(pool, [database.name])) - before;
        const seconds = (performance.now() - begun) / 1_000;
        const shares = Object.entries(cpu()).map(
          ([part, now]) => `${part} ${((100 * (now - (used[part] ?? 0))) / seconds).toFixed(1)} %`,
        );
        notes.push(`of a core: ${shares.join(', ')}.`, '');
        return count / seconds;
      },
      check: () => Promise.resolve([]),
      notes: () => notes,
      close: async () => {
        await relay.stop();
        await pool.end();
        await database.drop();
        await dropTopics(kafka);
      },
    };
  },
};
