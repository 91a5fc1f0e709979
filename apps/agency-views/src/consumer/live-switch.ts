import { setTimeout as delay } from 'node:timers/promises';
import { TransientError } from '#libs/kernel';
import type { Logger } from '#libs/platform';
import { findLiveVersion, switchLive } from '#libs/projections';
import type { Pool } from 'pg';
import { agencyViews } from '../agency-views.projection.js';
import { REBUILDING } from '../reading/view-state.sql.js';

const EVERY_MS = 1_000;

/**
 * Makes this version the live one for operators and verifiers, once it has reached what an earlier version has shown. Each build
 * answers from its own version's tables all the while; an older build that starts again does not take the place back.
 */
export class LiveSwitch {
  readonly #closing = new AbortController();
  #looking: Promise<void> = Promise.resolve();

  constructor(
    private readonly pool: Pool,
    private readonly logger: Logger,
  ) {}

  start(): void {
    this.#looking = this.#look();
  }

  async stop(): Promise<void> {
    this.#closing.abort();
    await this.#looking;
  }

  async #look(): Promise<void> {
    const { signal } = this.#closing;
    while (!signal.aborted) {
      const done = await this.#switched().catch((err: unknown) => {
        this.logger.warn({ err, consumer: agencyViews.name }, 'the live version could not be switched yet');
        return false;
      });
      if (done) return;
      await delay(EVERY_MS, undefined, { signal }).catch(() => undefined);
    }
  }

  /** True when there is nothing (more) to do. */
  async #switched(): Promise<boolean> {
    const { name, version } = agencyViews;
    const live = await findLiveVersion(this.pool, name);
    if (live === null) return false;
    if (live >= version) return true;
    const { rows } = await this.pool.query<{ rebuilding: boolean }>(`SELECT ${REBUILDING} AS rebuilding`);
    if (rows[0]?.rebuilding !== false) return false;
    try {
      await switchLive(this.pool, { name, from: live, to: version });
    } catch (error) {
      if (error instanceof TransientError) return false;
      throw error;
    }
    this.logger.info({ consumer: name, version }, 'this version is live now');
    return true;
  }
}
