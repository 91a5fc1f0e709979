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
import { cpuSecondsOfTrees, residentBytesOf } from '../harness/process-tree.js';
import { CheckFailed } from '../harness/row.js';
import { ServerProcess } from '../harness/server-process.js';
import { transactionsIn } from '../harness/transactions.js';
import { macSecret } from '../log/records.js';
import { receivers, WEBHOOKS } from './agencies.js';
import { Feeder } from './feeder.js';
import type { Taken, Takers } from './receivers-main.js';

/** One of the ten of each agency never answers. */
export const WELL = WEBHOOKS - 1;
/** It must do with so much, whatever hangs and whatever waits: without a bound it collects later, and more is in use than needed. */
const HEAP_MIB = 384;
/** What the process may take in all. */
const MOST_MIB = 640;
const SETTLE_MS = 60_000;

/** What of a load came to the webhooks that are well. */
export interface Came {
  /** From when a referral could be read to when a webhook had it, in ms. */
  readonly latencies: readonly number[];
  /** Taken a second, from the first submission to the last message. */
  readonly rate: number;
}

/** The feed, what sends, and 500 webhooks. */
export class Scene {
  readonly #findings: string[] = [];
  #since: { readonly parts: Readonly<Record<string, number>>; readonly at: number } = { parts: {}, at: 0 };

  private constructor(
    private readonly bench: Bench,
    readonly delivery: ServerProcess,
    readonly feed: ServerProcess,
    private readonly feeder: Feeder,
    private readonly database: SpecDatabase,
    private readonly pool: pg.Pool,
    private readonly taker: BenchChild<string, Takers>,
    private readonly issuer: Issuer,
  ) {}

  static async open(bench: Bench): Promise<Scene> {
    const { dataDir } = bench;
    const client = deliveryClient(dataDir);
    const audience = 'urn:referral-bus:api';
    const issuer = await startIssuer({ port: await freePort(), dataDir, audience, clients: [client] });
    const tokens = { ISSUER_URL: issuer.url, ISSUER_JWKS_URL: issuer.jwksUrl, ISSUER_AUDIENCE: audience };
    const common = { ...tokens, KAFKA_BROKERS: '127.0.0.1:9', MAC_KEYS: macSecret };
    const feeder = await Feeder.create();
    const feed = await ServerProcess.start('the feed', new URL('../views/feed-app-main.js', import.meta.url), {
      ...{ ...common, DATABASE_URL: feeder.url, AGENCY_REQUESTS_PER_SECOND: '1000000' },
    });
    const taker = await BenchChild.start<string, Takers>(new URL('./receivers-main.js', import.meta.url));
    const { ports } = await taker.run('open');
    const database = await createSpecDatabase();
    await migrateDelivery(database.url('bus_owner'));
    const pool = new pg.Pool({ connectionString: database.url('bus_owner'), max: 1 });
    const webhookKeys = { current: 'k1', keys: { k1: randomBytes(32).toString('base64') } };
    await fill(pool, new WebhookKeys('k1', { k1: Buffer.from(webhookKeys.keys.k1, 'base64') }), ports);
    const environment = {
      ...common,
      ...{ DATABASE_URL: database.url('bus_owner'), WEBHOOK_KEYS: JSON.stringify(webhookKeys) },
      ...{ FEED_URL: feed.url, PUBLIC_URL: feed.url, TOKEN_URL: issuer.tokenUrl },
      ...{ CLIENT_ID: client.clientId, CLIENT_SECRET: client.clientSecret },
      ...{ WEBHOOK_HOSTS: '127.0.0.1', WEBHOOK_LOOPBACK: 'true' },
    };
    const script = new URL('./delivery-app-main.js', import.meta.url);
    const delivery = await ServerProcess.start('delivery', script, environment, [`--max-old-space-size=${HEAP_MIB}`]);
    return new Scene(bench, delivery, feed, feeder, database, pool, taker, issuer);
  }

  /** Whether those that never answer are sent to: anew, as if they had always taken everything. */
  async letHang(hanging: boolean): Promise<void> {
    const status = hanging ? 'ACTIVE' : 'DISABLED';
    await this.pool.query(
      `UPDATE delivery.webhook SET status = $1, failures = 0, failing_since = NULL, broken_until = NULL
       WHERE url LIKE '%/hang%'`,
      [status],
    );
    await this.pool.query(`SELECT pg_notify('${DELIVERY_CHANNEL}', '')`);
    const wanted = receivers.length * (hanging ? WEBHOOKS : WELL);
    for (const until = Date.now() + SETTLE_MS; (await this.#active()) !== wanted;) {
      if (Date.now() > until) throw new Error(`${await this.#active()} of ${wanted} webhooks are sent to`);
      await delay(100);
    }
    // each waits for its feed by then, and each that hangs has something to hang at
    await this.offered((submit) => submit(receivers.length));
  }

  /** Until the webhooks that are well have taken all that `offer` submits. */
  async offered(offer: (submit: (count: number) => Promise<void>) => Promise<unknown>): Promise<Came> {
    this.mark();
    const sent = new Map<string, number>();
    await offer(async (count) => {
      for (const [referral, at] of await this.feeder.submit(count)) sent.set(referral, at);
    });
    const taken: Taken[] = [];
    for (const until = Date.now() + SETTLE_MS; taken.length < sent.size * WELL && Date.now() < until;) {
      taken.push(...(await this.taker.run('take')).taken);
      await delay(50);
    }
    const each = new Set(taken.map(([referral, webhook]) => `${referral} ${webhook}`));
    if (each.size !== sent.size * WELL || taken.length !== each.size)
      this.#findings.push(`${sent.size * WELL} were to come, ${taken.length} came, ${each.size} once`);
    const latencies = taken.map(([referral, , at]) => at - (sent.get(referral) ?? Number.NaN));
    const took = Math.max(...taken.map(([, , at]) => at)) - Math.min(...sent.values());
    return { latencies, rate: (1_000 * taken.length) / took };
  }

  /** What was taken of cores since it was marked, and of memory. */
  costs(): string {
    const { parts, at } = this.#since;
    const seconds = (performance.now() - at) / 1_000;
    const shares = Object.entries(this.#cpu()).map(
      ([part, cpu]) => `${part} ${Math.round((100 * (cpu - (parts[part] ?? 0))) / seconds)} %`,
    );
    const mebibytes = Math.round(residentBytesOf([this.delivery.pid]) / 2 ** 20);
    if (mebibytes > MOST_MIB) this.#findings.push(`${mebibytes} MiB`);
    return `of a core: ${shares.join(', ')}; delivery took ${mebibytes} MiB.`;
  }

  /** So far, of feeds and delivery in their databases. */
  transactions(): Promise<number> {
    return transactionsIn(this.pool, [this.database.name, this.feeder.name]);
  }

  /** From now on costs are counted. */
  mark(): void {
    this.#since = { parts: this.#cpu(), at: performance.now() };
  }

  #cpu(): Readonly<Record<string, number>> {
    const database = this.bench.stack.processOf('postgres');
    return {
      feeds: cpuSecondsOfTrees([this.feed.pid]),
      delivery: cpuSecondsOfTrees([this.delivery.pid]),
      database: cpuSecondsOfTrees(database ? [database.pid] : []),
    };
  }

  async check(): Promise<readonly string[]> {
    if (this.#findings.length > 0) throw new CheckFailed(this.#findings);
    return ['every message came', 'memory bounded'];
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
async function fill(pool: pg.Pool, keys: WebhookKeys, ports: readonly number[]): Promise<void> {
  const secrets = new WebhookSecrets(pool, keys);
  for (const [of, { agency }] of receivers.entries()) {
    for (let nth = 0; nth < WEBHOOKS; nth++) {
      const url = `http://127.0.0.1:${ports[of]}/${nth < WELL ? 'well' : 'hang'}/${agency}/${nth}`;
      const { rows } = await pool.query<{ id: string }>(
        `INSERT INTO delivery.webhook (id, agency, url, description, synthetic, status, command_key, request)
         VALUES (uuidv7(), $1, $2, '', true, $3, $4, $4) RETURNING id`,
        [agency, url, nth < WELL ? 'ACTIVE' : 'DISABLED', randomBytes(32)],
      );
      await secrets.begin(pool, rows[0]?.id ?? '');
    }
  }
}
