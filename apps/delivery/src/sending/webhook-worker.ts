import type { FeedFollower } from './feed-follower.js';
import type { Worker } from './dispatcher.js';
import type { WebhookSender } from './webhook-sender.js';

/** Reads for one webhook and sends to it; each goes on while the other waits. */
export class WebhookWorker implements Worker {
  readonly #closing = new AbortController();
  #running: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly follower: FeedFollower,
    private readonly sender: WebhookSender,
  ) {}

  start(): void {
    const { signal } = this.#closing;
    this.#running = Promise.all([this.follower.run(signal), this.sender.run(signal)]);
  }

  async stop(): Promise<void> {
    this.#closing.abort();
    await this.#running;
  }
}
