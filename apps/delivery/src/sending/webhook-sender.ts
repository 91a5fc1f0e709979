import { Bell, type Logger } from '#libs/platform';
import type { Channel } from '../channel/channel.js';
import type { WebhookMessage, WebhookTarget } from '../channel/webhook-channel.js';
import { FRESH_MS } from '../feed/reading-right.js';
import type { Outcome } from '../outgoing/outcome.js';
import type { Schedule } from '../schedule/schedule.js';
import type { Webhook } from '../webhook/webhook.js';
import type { DeliveryQueue } from './delivery-queue.js';
import type { DueItem } from './due-rounds.js';
import { withoutContent } from './filed.js';
import type { Openness } from './openness.js';
import type { Slots } from './slots.js';

/** Requests to one webhook at once: while it is well, while it fails, and beside both for what is urgent. */
const AT_ONCE = { well: 4, failing: 1, urgent: 2 } as const;
/** What was seen by a grant is told whole for so long after it was filed, in milliseconds: after that the grant may have lapsed. */
const GRANTED_WHOLE_MS = 60_000;
const LONGEST_PAUSE_MS = 60_000;
const CLOSED_LOOK_MS = 1_000;
const AWAY_MS = 1_000;
/** A request that takes longer does not keep others from their turn: one that hangs shows only much later that it fails. */
const SLOW_MS = 1_000;
/** What is under way at the end is cut off after this time: it is sent again, under the same id. */
const CUT_MS = 2_000;

export interface SenderParts {
  readonly webhook: Webhook;
  readonly queue: DeliveryQueue;
  readonly channel: Channel<WebhookTarget, WebhookMessage>;
  readonly slots: Slots;
  readonly schedule: Schedule;
  readonly openness: () => Promise<Openness>;
  /** Whether the agency still lets the bus read what it sends, and may read it itself. */
  readonly mayRead: () => Promise<boolean>;
  /** When the agency last left the bus, ms since 1970, UTC; null: it never did. Asked while it is open. */
  readonly leftAt: () => number | null;
  readonly logger: Logger;
  readonly came: (outcome: Outcome) => void;
  /** Is called when an item is at the receiver. */
  readonly left: () => void;
  /** Is called when it has taken nothing for the published time. */
  readonly exhausted: () => Promise<void>;
  /** Is called when who vouched for it speaks for its agency no more. */
  readonly forsaken: () => Promise<void>;
}

/**
 * Sends what is due to one webhook: each referral's items one after the other, those of different referrals side by side, what
 * is urgent first. It holds at most a handful of items in memory, whatever waits.
 */
export class WebhookSender {
  readonly #parts: SenderParts;
  readonly #bell = new Bell(() => undefined);
  /** By number, whether it is urgent. */
  readonly #inFlight = new Map<number, { readonly urgent: boolean; readonly over: Promise<void> }>();
  readonly #cut = new AbortController();
  #endedUntil: number | null = null;
  #failures: number;
  #brokenUntil: number;

  constructor(parts: SenderParts) {
    this.#parts = parts;
    this.#failures = parts.webhook.failures;
    const breakMs = (parts.webhook.broken_until?.getTime() ?? 0) - Date.now();
    this.#brokenUntil = performance.now() + Math.max(0, breakMs);
  }

  /** Something may be due. */
  ring(): void {
    this.#bell.ring();
  }

  /** Until the signal says so, and what is under way then has come to its end or was cut off. */
  async run(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      this.#bell.rang();
      const pause = await this.#turn(signal);
      await this.#bell.wait(pause, signal);
    }
    const cut = setTimeout(() => this.#cut.abort(), CUT_MS);
    await Promise.all([...this.#inFlight.values()].map(({ over }) => over));
    clearTimeout(cut);
  }

  /** @returns how long to wait, unless something rings, in milliseconds */
  async #turn(signal: AbortSignal): Promise<number> {
    const { queue, openness, mayRead, forsaken, logger, webhook } = this.#parts;
    const room = this.#room();
    if (room.urgent <= 0) return LONGEST_PAUSE_MS;
    try {
      const now = await openness();
      if (now === 'CLIENT_REVOKED') await forsaken();
      if (now !== 'OPEN') return CLOSED_LOOK_MS;
      await this.#endGranted();
      const restMs = room.normal > 0 ? Math.max(0, this.#brokenUntil - performance.now()) : LONGEST_PAUSE_MS;
      const { items, nextMs } = await queue.due(room.urgent, restMs, [...this.#inFlight.keys()]);
      if (items.length > 0 && !(await mayRead())) return FRESH_MS;
      let normal = room.normal;
      for (const item of items) if (item.urgent || normal-- > 0) this.#begin(item, signal);
      // whoever comes back rings
      return Math.min(nextMs ?? LONGEST_PAUSE_MS, LONGEST_PAUSE_MS);
    } catch (err) {
      logger.warn({ err, webhook: webhook.id }, 'what is due cannot be looked up');
      return AWAY_MS;
    }
  }

  /** Of an agency that was admitted anew. */
  async #endGranted(): Promise<void> {
    const { queue, leftAt } = this.#parts;
    const left = leftAt();
    if (left === null || left === this.#endedUntil) return;
    await queue.endGranted(left);
    this.#endedUntil = left;
  }

  #room(): { readonly normal: number; readonly urgent: number } {
    const atOnce = this.#failures > 0 ? AT_ONCE.failing : AT_ONCE.well;
    const normal = [...this.#inFlight.values()].filter(({ urgent }) => !urgent).length;
    return { normal: atOnce - normal, urgent: atOnce + AT_ONCE.urgent - this.#inFlight.size };
  }

  #begin(item: DueItem, signal: AbortSignal): void {
    const over = this.#send(item, signal).finally(() => {
      this.#inFlight.delete(item.number);
      this.#bell.ring();
    });
    this.#inFlight.set(item.number, { urgent: item.urgent, over });
  }

  async #send(item: DueItem, signal: AbortSignal): Promise<void> {
    const { webhook, channel, slots, logger, came } = this.#parts;
    const slot = await slots.take(item.urgent ? 'URGENT' : this.#failures > 0 ? 'FAILING' : 'WELL');
    const slow = setTimeout(() => slot.slows(), SLOW_MS);
    try {
      // it may have waited for its place
      if (signal.aborted || (await this.#parts.openness()) !== 'OPEN' || !(await this.#parts.mayRead())) return;
      const body = item.granted && item.ageMs > GRANTED_WHOLE_MS ? withoutContent(item.body) : item.body;
      const outcome = await channel.deliver(webhook, { id: item.item, body }, this.#cut.signal);
      if (this.#cut.signal.aborted) return;
      came(outcome);
      await this.#settle(item, outcome);
    } catch (err) {
      // it stays due, and is sent again under the same id
      logger.warn({ err, webhook: webhook.id, item: item.item }, 'an item could not be sent or settled');
      await new Promise((resolve) => setTimeout(resolve, AWAY_MS));
    } finally {
      clearTimeout(slow);
      slot.leave();
    }
  }

  async #settle(item: DueItem, outcome: Outcome): Promise<void> {
    const { queue, schedule, left, exhausted } = this.#parts;
    if (outcome.code === 'TAKEN') {
      await queue.taken(item.number, outcome);
      if (this.#failures > 0) await queue.recovered();
      this.#failures = 0;
      this.#brokenUntil = 0;
      left();
      return;
    }
    this.#failures += 1;
    const retryMs = schedule.waitOf(item.failures + 1, item.urgent);
    const breakMs = schedule.breakOf(this.#failures);
    this.#brokenUntil = breakMs === null ? 0 : performance.now() + breakMs;
    const failingMs = await queue.failed(item.number, outcome, { retryMs, breakMs });
    if (failingMs > schedule.disabledAfterMs) await exhausted();
  }
}
