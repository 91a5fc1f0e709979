import type { Leg, Rules } from '#libs/domain';
import type { Clocks } from '#libs/journal';
import type { Logger, Metrics } from '#libs/platform';

/** After an upkeep that could not be done, or not for every leg. */
const AGAIN_MS = 30_000;

interface UpkeepPorts {
  readonly logger: Logger;
  readonly metrics: Metrics;
}

interface Seen {
  readonly wanted: number;
  readonly rules: Rules;
}

/**
 * Compares all clocks with the states where that may be needed: when this process begins, since an older version may have been
 * writing until then, when somebody put states back, and when other rules are in force.
 */
export class UpkeepDesk {
  #seen: Seen | null = null;
  #notBefore = Number.NEGATIVE_INFINITY;
  #running: Promise<void> | null = null;
  readonly #compared;

  constructor(
    private readonly upkeep: Clocks<Leg>['upkeep'],
    private readonly ports: UpkeepPorts,
    private readonly signal: AbortSignal,
  ) {
    this.#compared = ports.metrics.gauge({
      name: 'bus_clocks_compared',
      help: '1 while every clock is known to be what its state says; 0 while they are compared, and where that failed.',
    });
  }

  /** @param wanted how often clocks were said to lack what states say */
  see(wanted: number, rules: Rules): void {
    const isKnown = this.#seen !== null && this.#seen.wanted >= wanted && this.#seen.rules === rules;
    if (isKnown || this.#running || performance.now() < this.#notBefore) return;
    this.#compared.set(0);
    this.#running = this.#run({ wanted, rules }).finally(() => (this.#running = null));
  }

  async ended(): Promise<void> {
    await this.#running;
  }

  async #run(seen: Seen): Promise<void> {
    const { logger } = this.ports;
    try {
      const { legs, mended, unknown } = await this.upkeep.run(seen.wanted, this.signal);
      if (unknown === 0) this.#seen = seen;
      else this.#notBefore = performance.now() + AGAIN_MS;
      this.#compared.set(unknown === 0 ? 1 : 0);
      if (unknown > 0)
        logger.error({ code: 'CLOCKS_UNKNOWN', legs, unknown }, 'of some legs it is not known when they are due');
      if (mended > 0) logger.info({ legs, mended }, 'clocks were set as the states say');
    } catch (err) {
      this.#notBefore = performance.now() + AGAIN_MS;
      if (!this.signal.aborted)
        logger.warn({ err, part: 'policies-clocks' }, 'the clocks cannot be compared with the states');
    }
  }
}
