import { OwnServices } from '../deployment/index.js';
import { KAFKA_DOORS } from './nemesis/links.js';
import type { Row } from './row.js';

/** The services that rows run on: shared as long as nothing went wrong on them, or of a row's own. */
export class Stacks {
  readonly #shared = new Map<boolean, OwnServices>();

  async with<T>({ setup = {} }: Row, work: (services: OwnServices) => Promise<T>): Promise<T> {
    const durable = setup.durable ?? false;
    if (setup.ownServices !== true) return work(await this.#sharedOne(durable));
    const services = await start(durable);
    try {
      return await work(services);
    } finally {
      await services.stop();
    }
  }

  async #sharedOne(durable: boolean): Promise<OwnServices> {
    const known = this.#shared.get(durable);
    if (known) return known;
    const services = await start(durable);
    this.#shared.set(durable, services);
    return services;
  }

  /** Those that are shared are stopped; the next row has new ones. */
  async renew(): Promise<void> {
    for (const services of this.#shared.values()) await services.stop();
    this.#shared.clear();
  }
}

const start = (durable: boolean): Promise<OwnServices> => OwnServices.start({ durable, kafkaDoors: KAFKA_DOORS });
