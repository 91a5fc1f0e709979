import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { createKafka, ensureTopics } from '#libs/event-log';
import { createSpecDatabase, type SpecDatabase, type SpecIssuer, startSpecIssuer } from '#libs/testing';
import { issuerEnvironment, tokensOf } from '../accept/write-app.js';
import type { Bench } from '../harness/bench.js';
import { CheckFailed } from '../harness/row.js';
import { ServerProcess } from '../harness/server-process.js';
import { PARTITIONS, TOPIC } from './messages.js';
import type { WritePath } from './write-path.js';

/** The baseline as it runs: its two processes, on two databases and a topic. */
export class NestWay implements WritePath {
  private constructor(
    private readonly writer: ServerProcess,
    private readonly reader: ChildProcess,
    private readonly databases: readonly SpecDatabase[],
    private readonly issuer: SpecIssuer,
    private readonly read: pg.Pool,
    readonly tokens: readonly string[],
  ) {}

  static async start({ stack }: Bench): Promise<NestWay> {
    const kafka = { brokers: stack.kafka, clientId: 'bench', topicPrefix: '' };
    await ensureTopics(createKafka(kafka), [{ topic: TOPIC, partitions: PARTITIONS, keepMs: null }]);
    const issuer = await startSpecIssuer();
    const [writing, reading] = [await createSpecDatabase(), await createSpecDatabase()];
    const env = { KAFKA_BROKERS: stack.kafka.join(','), KAFKAJS_NO_PARTITIONER_WARNING: '1' };
    const writer = await ServerProcess.start('the baseline writer', new URL('./writer-main.js', import.meta.url), {
      ...env,
      ...issuerEnvironment(issuer),
      DATABASE_URL: writing.url(),
    });
    const reader = fork(fileURLToPath(new URL('./reader-main.js', import.meta.url)), {
      env: { PATH: process.env['PATH'], ...env, DATABASE_URL: reading.url() },
      execArgv: ['--disable-warning=TimeoutNegativeWarning'],
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    await once(reader, 'message');
    const read = new pg.Pool({ connectionString: reading.url(), max: 1 });
    return new NestWay(writer, reader, [writing, reading], issuer, read, await tokensOf(issuer));
  }

  get url(): string {
    return this.writer.url;
  }

  async visible(): Promise<number> {
    return countOf(this.read, 'SELECT count(*) FROM inbox_item_entity WHERE priority IS NOT NULL');
  }

  /** Every saved referral has its row. */
  async check(): Promise<void> {
    const [writing] = this.databases;
    const written = new pg.Pool({ connectionString: writing?.url() ?? '', max: 1 });
    try {
      const [accepted, shown] = [await countOf(written, 'SELECT count(*) FROM referral_entity'), await this.visible()];
      if (accepted !== shown) throw new CheckFailed([`the baseline shows ${shown} of ${accepted} referrals`]);
    } finally {
      await written.end();
    }
  }

  async stop(): Promise<void> {
    await this.writer.stop();
    const gone = once(this.reader, 'exit');
    this.reader.kill('SIGTERM');
    await gone;
    await this.read.end();
    await this.issuer.close();
    for (const database of this.databases) await database.drop();
  }
}

export async function countOf(pool: pg.Pool, sql: string): Promise<number> {
  const { rows } = await pool.query<{ count: string }>(sql);
  return Number(rows[0]?.count);
}
