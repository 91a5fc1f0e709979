import type { Members } from '#libs/membership';
import type { Logger, Metrics } from '#libs/platform';
import { readBusTime } from '#libs/projections';
import type { Pool } from 'pg';
import { CallChannels } from '../call/call-channels.js';
import { CallDesk } from '../call/call-desk.js';
import { callReportsOf } from '../call/call-reports.js';
import { Caller } from '../call/caller.js';
import { MAIL_MS, MailChannel } from '../channel/mail-channel.js';
import { OwnerMail } from '../channel/owner-mail.js';
import { WebhookChannel } from '../channel/webhook-channel.js';
import type { DeliveryConfig } from '../config.js';
import { deliveryPool } from '../database/delivery-pool.js';
import { FeedDoor } from '../feed/feed-door.js';
import type { Outcome } from '../outgoing/outcome.js';
import { Outgoing } from '../outgoing/outgoing.js';
import { Schedule } from '../schedule/schedule.js';
import { Deliveries } from '../webhook/deliveries.js';
import { isVouchedFor } from '../webhook/vouching.js';
import type { BusReason, Webhook } from '../webhook/webhook.js';
import { WebhookChanges } from '../webhook/webhook-changes.js';
import { WebhookSecrets } from '../webhook/webhook-secrets.js';
import { Webhooks } from '../webhook/webhooks.js';
import { WebhookStore } from '../webhook/webhook-store.js';
import { DeliveryQueue, DeliveryRounds } from './delivery-queue.js';
import { Dispatcher, type Worker } from './dispatcher.js';
import { FeedFollower } from './feed-follower.js';
import { openDeliveryMetrics } from './metrics.js';
import { opennessOf } from './openness.js';
import { PassingOn } from './passing-on.js';
import { receiptsOf } from './receipts.js';
import { Slots } from './slots.js';
import { Upkeep } from './upkeep.js';
import { WebhookSender } from './webhook-sender.js';
import { WebhookWorker } from './webhook-worker.js';

export interface SendingPorts {
  readonly members: Members;
  readonly metrics: Metrics;
  readonly logger: Logger;
}

/** A call that was taken up is another's when its message could have been sent and settled by then. */
const SETTLE_MS = 5_000;

/** The parts of this app in one process: what agencies handle webhooks with, and what sends to them. */
export class Sending {
  readonly webhooks: Webhooks;
  readonly deliveries: Deliveries;
  readonly #ports: SendingPorts;
  readonly #pools: { readonly sending: Pool; readonly asking: Pool; readonly calling: Pool };
  readonly #door: FeedDoor;
  readonly #outgoing: Outgoing;
  readonly #channel: WebhookChannel;
  readonly #store: WebhookStore;
  readonly #mail: MailChannel | null;
  readonly #owners: OwnerMail;
  readonly #slots = new Slots();
  readonly #rounds: DeliveryRounds;
  readonly #schedule: Schedule;
  readonly #dispatcher: Dispatcher;
  readonly #upkeep: Upkeep;
  readonly #caller: Caller;
  readonly #news: readonly { start(): void; stop(): Promise<void> }[];
  readonly #came: (outcome: Outcome) => void;

  constructor(config: DeliveryConfig, ports: SendingPorts) {
    const { databaseUrl, keys, feedUrl, client, outgoing: rules, ca, answerMs, speed, mail, publicUrl } = config;
    const { members, metrics, logger } = ports;
    this.#ports = ports;
    this.#pools = {
      sending: deliveryPool(databaseUrl, 'sending'),
      asking: deliveryPool(databaseUrl, 'asking'),
      calling: deliveryPool(databaseUrl, 'calling'),
    };
    this.#rounds = new DeliveryRounds(this.#pools.sending);
    this.#door = new FeedDoor(feedUrl, client);
    this.#outgoing = new Outgoing({ rules, boundMs: answerMs, ca });
    this.#channel = new WebhookChannel(this.#outgoing, new WebhookSecrets(this.#pools.sending, keys));
    this.#store = new WebhookStore(this.#pools.asking, new WebhookSecrets(this.#pools.asking, keys));
    this.#mail = mail && new MailChannel(mail);
    this.#owners = new OwnerMail({ mail: this.#mail, publicUrl, members, logger });
    this.#schedule = new Schedule(speed);
    this.#dispatcher = new Dispatcher({ databaseUrl, workerFor: (webhook) => this.#workerFor(webhook), logger });
    this.#upkeep = new Upkeep(this.#pools.sending, logger);
    this.#caller = this.#callerOf(config);
    this.#news = [
      new PassingOn(receiptsOf(this.#pools.sending, this.#door), logger),
      new PassingOn(callReportsOf(this.#pools.calling, this.#door), logger),
    ];
    this.#came = openDeliveryMetrics(metrics, {
      pool: this.#pools.asking,
      open: () => this.#slots.open,
      webhooks: () => this.#dispatcher.size,
    });
    const changes = new WebhookChanges(this.#pools.asking);
    this.webhooks = new Webhooks({ store: this.#store, changes, door: this.#door, channel: this.#channel, rules });
    this.deliveries = new Deliveries(this.#pools.asking);
  }

  start(): void {
    this.#dispatcher.start();
    this.#upkeep.start();
    this.#caller.start();
    for (const each of this.#news) each.start();
  }

  /** @throws Error while nothing is sent */
  assertDispatching(): void {
    this.#dispatcher.assertDispatching();
  }

  async stop(): Promise<void> {
    await Promise.all([
      this.#dispatcher.stop(),
      this.#upkeep.stop(),
      this.#caller.stop(),
      ...this.#news.map((each) => each.stop()),
    ]);
    this.#outgoing.close();
    this.#mail?.close();
    await Promise.all(Object.values(this.#pools).map((pool) => pool.end()));
  }

  #callerOf({ answerMs, publicUrl }: DeliveryConfig): Caller {
    const { members, metrics, logger } = this.#ports;
    const channels = new CallChannels({
      webhook: this.#channel,
      mail: this.#mail,
      webhookOf: (agency, id) => this.#store.find(agency, id),
      isVouchedFor: (webhook) => isVouchedFor(members, webhook),
      publicUrl,
    });
    const desk = new CallDesk(this.#pools.calling, { webhook: answerMs + SETTLE_MS, mail: MAIL_MS + SETTLE_MS });
    return new Caller({ desk, channels, schedule: this.#schedule, members, metrics, logger });
  }

  #workerFor(webhook: Webhook): Worker {
    const { members, logger } = this.#ports;
    const queue = new DeliveryQueue(this.#rounds, webhook.id, webhook.settings);
    const sender: WebhookSender = new WebhookSender({
      ...{ webhook, queue, channel: this.#channel, slots: this.#slots, schedule: this.#schedule, logger },
      openness: () => opennessOf(members, webhook, () => readBusTime(this.#pools.sending)),
      mayRead: () => this.#door.mayRead(webhook.agency),
      leftAt: () => members.leftAt(webhook.agency),
      came: this.#came,
      left: () => follower.left(),
      exhausted: () => this.#disable('FAILING', webhook),
      forsaken: () => this.#disable('CLIENT_REVOKED', webhook),
    });
    const follower: FeedFollower = new FeedFollower({
      ...{ client: this.#door.feedOf(webhook.agency), queue, wanted: webhook, logger },
      filed: () => sender.ring(),
    });
    return new WebhookWorker(follower, sender);
  }

  async #disable(reason: BusReason, webhook: Webhook): Promise<void> {
    const { logger } = this.#ports;
    if (!(await this.#store.disableFor(reason, webhook))) return;
    logger.warn({ webhook: webhook.id, code: 'WEBHOOK_DISABLED', reason }, 'a webhook was disabled by the bus');
    // nothing waits for a mail server
    void this.#owners
      .disabled(webhook, reason)
      .catch((err: unknown) => logger.warn({ err, webhook: webhook.id }, 'an owner could not be told'));
  }
}
