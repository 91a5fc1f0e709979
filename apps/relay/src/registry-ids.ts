import { setTimeout as delay } from 'node:timers/promises';
import { type RegistryIds, RegistryError, type SchemaCatalogue } from '#libs/event-log';
import type { RelaySignals } from './relay-signals.js';

const FIRST_MS = 250;
const LONGEST_MS = 10_000;

/**
 * The registry's ids of the schemas that this build ships. Asked until all are known; from then on the registry may be
 * away, since a released schema keeps its id.
 */
export class KnownIds {
  readonly #catalogue: Pick<SchemaCatalogue, 'ids'>;
  #ids: RegistryIds | undefined;
  #problem: RegistryError['code'] = 'REGISTRY_UNREACHABLE';

  constructor(catalogue: Pick<SchemaCatalogue, 'ids'>) {
    this.#catalogue = catalogue;
  }

  get current(): RegistryIds | undefined {
    return this.#ids;
  }

  /** Why nothing is known yet. */
  get problem(): RegistryError['code'] {
    return this.#problem;
  }

  async learn(stop: AbortSignal, signals: RelaySignals): Promise<void> {
    for (let pause = FIRST_MS; !stop.aborted && !this.#ids; pause = Math.min(LONGEST_MS, pause * 2)) {
      try {
        this.#ids = await this.#catalogue.ids();
      } catch (error) {
        if (error instanceof RegistryError) this.#problem = error.code;
        signals.trouble('registry', error);
        await delay(pause, undefined, { signal: stop }).catch(() => undefined);
      }
    }
  }
}
