import { setTimeout as delay } from 'node:timers/promises';
import { Bell, type Logger } from '#libs/platform';
import { BoundedClient } from '#libs/postgres';
import { DELIVERY_CHANNEL, DELIVERY_SCHEMA as schema } from '../delivery.js';
import { type Webhook, WEBHOOK_COLUMNS } from '../webhook/webhook.js';

/** What sends for one webhook, until it is stopped. */
export interface Worker {
  start(): void;
  stop(): Promise<void>;
}

export interface DispatcherParts {
  readonly databaseUrl: string;
  readonly workerFor: (webhook: Webhook) => Worker;
  readonly logger: Logger;
}

/** Also what another process let go is taken over after this time, in milliseconds. */
const LOOK_MS = 2_000;
const AGAIN_MS = 500;
/** Locks of this app among the advisory locks of its database. */
const LOCKS = 7_300;

/**
 * Sees that each active webhook has one worker, in one process. The claim is a lock of this connection: it is let go in the
 * moment in which the process dies, and another process takes over. While the connection is lost nothing is sent.
 */
export class Dispatcher {
  readonly #parts: DispatcherParts;
  readonly #closing = new AbortController();
  readonly #bell = new Bell(() => undefined);
  readonly #workers = new Map<string, { readonly number: number; readonly worker: Worker }>();
  /** Of which something was said since the last look. */
  readonly #changed = new Set<string>();
  #running: Promise<void> = Promise.resolve();
  #isDispatching = false;

  constructor(parts: DispatcherParts) {
    this.#parts = parts;
  }

  start(): void {
    this.#running = this.#run();
  }

  /** What is under way comes to its end. */
  async stop(): Promise<void> {
    this.#closing.abort();
    await this.#running;
  }

  get size(): number {
    return this.#workers.size;
  }

  /** @throws Error while nothing is sent */
  assertDispatching(): void {
    if (!this.#isDispatching) throw new Error('DELIVERY_DATABASE_AWAY');
  }

  async #run(): Promise<void> {
    const { signal } = this.#closing;
    while (!signal.aborted) {
      const client = new BoundedClient({
        connectionString: this.#parts.databaseUrl,
        application_name: 'delivery-dispatcher',
      });
      try {
        await this.#dispatch(client);
      } catch (err) {
        this.#parts.logger.warn({ err, code: 'DELIVERY_DATABASE_AWAY' }, 'webhooks are not sent');
      }
      this.#isDispatching = false;
      await this.#letGo([...this.#workers.keys()]);
      await client.end().catch(() => undefined);
      await delay(AGAIN_MS, undefined, { signal }).catch(() => undefined);
    }
  }

  /** Until this process ends. @throws when the connection is lost */
  async #dispatch(client: BoundedClient): Promise<void> {
    const lost = new AbortController();
    client.on('error', (error) => lost.abort(error)).on('end', () => lost.abort(new Error('the connection ended')));
    client.on('notification', ({ payload }) => {
      this.#changed.add(payload ?? '');
      this.#bell.ring();
    });
    await client.connect();
    await client.query(`LISTEN ${DELIVERY_CHANNEL}`);
    const over = AbortSignal.any([this.#closing.signal, lost.signal]);
    while (!over.aborted) {
      this.#bell.rang();
      await this.#look(client);
      this.#isDispatching = true;
      await this.#bell.wait(LOOK_MS, over);
    }
    if (lost.signal.aborted) throw lost.signal.reason;
  }

  async #look(client: BoundedClient): Promise<void> {
    const changed = [...this.#changed];
    this.#changed.clear();
    const { rows } = await client.query<{ id: string }>(`SELECT id FROM ${schema}.webhook WHERE status = 'ACTIVE'`);
    const active = new Set(rows.map(({ id }) => id));
    const gone = [...this.#workers].filter(([id]) => !active.has(id) || changed.includes(id));
    await this.#letGo(gone.map(([id]) => id));
    for (const [, { number }] of gone) await client.query(`SELECT pg_advisory_unlock(${LOCKS}, $1)`, [number]);
    if (rows.every(({ id }) => this.#workers.has(id))) return;
    // The rows come first, so that no other is locked, whatever the planner thinks of the question.
    const { rows: claimed } = await client.query<Webhook & { readonly number: number }>(
      `WITH free AS MATERIALIZED (SELECT * FROM ${schema}.webhook WHERE status = 'ACTIVE' AND id <> ALL ($1::uuid[]))
       SELECT number, ${WEBHOOK_COLUMNS} FROM free AS webhook WHERE pg_try_advisory_lock(${LOCKS}, number)`,
      [[...this.#workers.keys()]],
    );
    for (const { number, ...webhook } of claimed) {
      const worker = this.#parts.workerFor(webhook);
      this.#workers.set(webhook.id, { number, worker });
      worker.start();
    }
  }

  async #letGo(ids: readonly string[]): Promise<void> {
    await Promise.all(
      ids.map(async (id) => {
        await this.#workers.get(id)?.worker.stop();
        this.#workers.delete(id);
      }),
    );
  }
}
