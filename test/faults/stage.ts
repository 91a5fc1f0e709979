import { Deployment, OwnServices } from '../deployment/index.js';
import { EVERY_LINK, KAFKA_DOORS, Links } from './nemesis/links.js';
import type { RowSetup } from './row-setup.js';

interface Staged {
  readonly setup?: RowSetup;
  readonly spoils?: boolean;
}

/** A deployment with a proxy on every link, on which runs follow each other as long as everything holds. */
export class Stage {
  private constructor(
    readonly services: OwnServices,
    readonly links: Links,
    readonly bus: Deployment,
  ) {}

  static async open({ setup: { durable = false, instances, env } = {} }: Staged): Promise<Stage> {
    const services = await OwnServices.start({ durable, kafkaDoors: KAFKA_DOORS });
    let links: Links | undefined;
    try {
      links = await Links.open(services, EVERY_LINK);
      return new Stage(services, links, await Deployment.start({ services, instances, env, route: links.route }));
    } catch (error) {
      await links?.close();
      await services.stop();
      throw error;
    }
  }

  /** Whatever state it is in. A database that is away cannot be dropped; it goes with its services. */
  async close(): Promise<void> {
    await this.bus.stop().catch(() => undefined);
    await this.links.close();
    await this.services.stop();
  }
}

/** Stages by what rows want of them. */
export class Stages {
  #open: { readonly key: string; readonly stage: Stage } | null = null;

  /** One for this row: that of the run before where it will do. */
  async for(row: Staged): Promise<Stage> {
    const { durable, instances, env } = row.setup ?? {};
    const key = JSON.stringify([durable, instances, env]);
    if (this.#open?.key === key) return this.#open.stage;
    await this.close();
    const stage = await Stage.open(row);
    this.#open = { key, stage };
    return stage;
  }

  async close(): Promise<void> {
    const open = this.#open;
    this.#open = null;
    await open?.stage.close();
  }
}
