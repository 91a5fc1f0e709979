import { randomBytes } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { freePort, type Issuer, startIssuer } from '#libs/local-stack';
import { createSpecDatabase, type SpecDatabase } from '#libs/testing';
import pg from 'pg';
import { migrateDelivery } from '../../../apps/delivery/src/database/delivery-database.js';
import { DELIVERY_CHANNEL } from '../../../apps/delivery/src/delivery.js';
import { WebhookKeys } from '../../../apps/delivery/src/signing/webhook-keys.js';
import { WebhookSecrets } from '../../../apps/delivery/src/webhook/webhook-secrets.js';
import { deliveryClient } from '../../../apps/standalone/src/credentials.js';
import type { Bench } from '../harness/bench.js';
import { BenchChild } from '../harness/child.js';
import { openLoop } from '../harness/load.js';
import { residentBytesOf } from '../harness/process-tree.js';
import { CheckFailed, type Row } from '../harness/row.js';
import { ServerProcess } from '../harness/server-process.js';
import { percentile } from '../harness/statistics.js';
import { macSecret } from '../log/records.js';
import { receivers, WEBHOOKS } from './agencies.js';
import { Feeder } from './feeder.js';
import type { Taken } from './receivers-main.js';

/** Submissions a second; each goes to the ten webhooks of an agency. */
const PER_SECOND = 6;
/** One of the ten of each agency. */
const WELL = WEBHOOKS - 1;
/** What the process may take, whatever hangs. */
const MOST_MIB = 400;
const SETTLE_MS = 60_000;

export const fanOut: Row = {
  id: 'delivery.fan-out',
  title: `p99 from a feed to the webhooks that are well, ${PER_SECOND} submissions/s to 10 of 500 webhooks each, while a tenth of all never answers`,
  limit: 'the same without those that never answer',
  unit: 'ms',
  goal: { atMost: 1.2 },
  durability: 'PostgreSQL fsync=on, synchronous_commit=on',
  prepare: async (bench) => {
    const scene = await Scene.open(bench);
    const measured = async (hanging: boolean): Promise<number> => {
      await scene.letHang(hanging);
      return scene.p99(2 * bench.options.seconds);
    };
    return {
      limit: () => measured(false),
      figure: () => measured(true),
      check: () => scene.check(),
      notes: () => scene.notes,
      profiles: async () => [await scene.delivery.profileWhile(() => measured(true))],
      close: () => scene.close(),
    };
  },
};

/** The feed, what sends, and 500 webhooks. */
class Scene {
  readonly notes: string[] = [];
  readonly #findings: string[] = [];

  private constructor(
    readonly delivery: ServerProcess,
    private readonly feed: ServerProcess,
    private readonly feeder: Feeder,
    private readonly database: SpecDatabase,
    private readonly pool: pg.Pool,
    private readonly taker: BenchChild<string, { port: number; taken: Taken[] }>,
    private readonly issuer: Issuer,
  ) {}

  static async open({ dataDir }: Bench): Promise<Scene> {
    const client = deliveryClient(dataDir);
    const audience = 'urn:referral-bus:api';
    const issuer = await startIssuer({ port: await freePort(), dataDir, audience, clients: [client] });
    const tokens = { ISSUER_URL: issuer.url, ISSUER_JWKS_URL: issuer.jwksUrl, ISSUER_AUDIENCE: audience };
    const common = { ...tokens, KAFKA_BROKERS: '127.0.0.1:9', MAC_KEYS: macSecret };
    const feeder = await Feeder.create();
    const feed = await ServerProcess.start('the feed', new URL('../views/feed-app-main.js', import.meta.url), {
      ...{ ...common, DATABASE_URL: feeder.url, AGENCY_REQUESTS_PER_SECOND: '1000000' },
    });
    const taker = await BenchChild.start<string, { port: number; taken: Taken[] }>(
      new URL('./receivers-main.js', import.meta.url),
    );
    const { port } = await taker.run('open');
    const database = await createSpecDatabase();
    await migrateDelivery(database.url('bus_owner'));
    const pool = new pg.Pool({ connectionString: database.url('bus_owner'), max: 1 });
    const webhookKeys = { current: 'k1', keys: { k1: randomBytes(32).toString('base64') } };
    await fill(pool, new WebhookKeys('k1', { k1: Buffer.from(webhookKeys.keys.k1, 'base64') }), port);
    const delivery = await ServerProcess.start('delivery', new URL('./delivery-app-main.js', import.meta.url), {
      ...common,
      ...{ DATABASE_URL: database.url('bus_owner'), WEBHOOK_KEYS: JSON.stringify(webhookKeys) },
      ...{ FEED_URL: feed.url, PUBLIC_URL: feed.url, TOKEN_URL: issuer.tokenUrl },
      ...{ CLIENT_ID: client.clientId, CLIENT_SECRET: client.clientSecret },
      ...{ WEBHOOK_HOSTS: '127.0.0.1', WEBHOOK_LOOPBACK: 'true' },
    });
    return new Scene(delivery, feed, feeder, database, pool, taker, issuer);
  }

  /** Whether those that never answer are sent to. */
  async letHang(hanging: boolean): Promise<void> {
    const status = hanging ? 'ACTIVE' : 'DISABLED';
    await this.pool.query(`UPDATE delivery.webhook SET status = $1 WHERE url LIKE '%/hang%'`, [status]);
    await this.pool.query(`SELECT pg_notify('${DELIVERY_CHANNEL}', '')`);
    const wanted = receivers.length * (hanging ? WEBHOOKS : WELL);
    for (const until = Date.now() + SETTLE_MS; (await this.#active()) !== wanted;) {
      if (Date.now() > until) throw new Error(`${await this.#active()} of ${wanted} webhooks are sent to`);
      await delay(100);
    }
    // each waits for its feed by then, and what hung has hung
    await this.#run(2);
  }

  /** From when a referral could be read to when a webhook that is well had it. */
  async p99(seconds: number): Promise<number> {
    const latencies = await this.#run(seconds);
    const mebibytes = Math.round(residentBytesOf([this.delivery.pid]) / 2 ** 20);
    if (mebibytes > MOST_MIB) this.#findings.push(`${mebibytes} MiB`);
    const [p50, p99] = [percentile(latencies, 0.5), percentile(latencies, 0.99)];
    this.notes.push(`p50 ${p50} ms, p99 ${p99} ms of ${latencies.length}; delivery took ${mebibytes} MiB.`);
    return p99;
  }

  async #run(seconds: number): Promise<number[]> {
    const sent = new Map<string, number>();
    const act = async (): Promise<void> => void sent.set(...(await this.feeder.submit()));
    await openLoop({ perSecond: PER_SECOND, seconds, act });
    const taken: Taken[] = [];
    for (const until = Date.now() + SETTLE_MS; taken.length < sent.size * WELL && Date.now() < until;) {
      taken.push(...(await this.taker.run('take')).taken);
      await delay(50);
    }
    const each = new Set(taken.map(([referral, webhook]) => `${referral} ${webhook}`));
    if (each.size !== sent.size * WELL || taken.length !== each.size)
      this.#findings.push(`${sent.size * WELL} were to come, ${taken.length} came, ${each.size} once`);
    return taken.flatMap(([referral, , at]) => at - (sent.get(referral) ?? Number.NaN));
  }

  async check(): Promise<void> {
    if (this.#findings.length > 0) throw new CheckFailed(this.#findings);
  }

  async close(): Promise<void> {
    await this.delivery.stop();
    await this.feed.stop();
    await this.taker.stop();
    await this.issuer.stop();
    await this.pool.end();
    await this.feeder.drop();
    await this.database.drop();
  }

  async #active(): Promise<number> {
    const metrics = await (await fetch(`${this.delivery.url}/metrics`)).text();
    return Number(/^bus_webhooks_active (\d+)$/m.exec(metrics)?.[1]);
  }
}

/** Ten webhooks an agency, the last of which never answers. */
async function fill(pool: pg.Pool, keys: WebhookKeys, port: number): Promise<void> {
  const secrets = new WebhookSecrets(pool, keys);
  for (const { agency } of receivers) {
    for (let nth = 0; nth < WEBHOOKS; nth++) {
      const url = `http://127.0.0.1:${port}/${nth < WELL ? 'well' : 'hang'}/${agency}/${nth}`;
      const { rows } = await pool.query<{ id: string }>(
        `INSERT INTO delivery.webhook (id, agency, url, description, synthetic, status, command_key, request)
         VALUES (uuidv7(), $1, $2, '', true, $3, $4, $4) RETURNING id`,
        [agency, url, nth < WELL ? 'ACTIVE' : 'DISABLED', randomBytes(32)],
      );
      await secrets.begin(pool, rows[0]?.id ?? '');
    }
  }
}
