import type { AppName, OwnServices, Route, ServiceName } from '../../deployment/index.js';
import { KafkaProxy } from '../proxy/kafka-proxy.js';
import type { Chance } from '../proxy/link-faults.js';
import { TcpProxy } from '../proxy/tcp-proxy.js';

/** From an instance of an app to a service, such as `relay>kafka` or `agency-views-2>postgres`. */
export type LinkName = `${AppName | `${AppName}-2`}>${ServiceName}`;

/** The broker's listeners for proxies: one for each instance that may be given one. */
export const KAFKA_DOORS = ['relay', 'relay-2', 'agency-views', 'agency-views-2', 'audit-trail'] as const;

/** The proxies of one run: on the links that it asks for, and nowhere else. */
export class Links {
  readonly #tcp = new Map<string, TcpProxy>();
  readonly #kafka = new Map<string, KafkaProxy>();

  static async open(services: OwnServices, names: readonly LinkName[], chance: Chance): Promise<Links> {
    const links = new Links();
    for (const name of names) {
      const [instance = '', service = ''] = name.split('>');
      if (service === 'kafka') links.#kafka.set(name, await kafkaProxy(services, instance, chance));
      else links.#tcp.set(name, await TcpProxy.open({ target: targetOf(services, service), chance }));
    }
    return links;
  }

  readonly route: Route = (instance, service) => {
    const name = `${instance}>${service}`;
    return this.#tcp.get(name)?.address ?? this.#kafka.get(name)?.tcp.address;
  };

  /** @throws Error when the run asked for no proxy there */
  kafka(name: LinkName): KafkaProxy {
    const proxy = this.#kafka.get(name);
    if (!proxy) throw new Error(`there is no proxy on ${name}`);
    return proxy;
  }

  tcp(name: LinkName): TcpProxy {
    return this.#tcp.get(name) ?? this.kafka(name).tcp;
  }

  async heal(): Promise<void> {
    for (const proxy of [...this.#tcp.values(), ...this.#kafka.values()]) await proxy.heal();
  }

  async close(): Promise<void> {
    for (const proxy of [...this.#tcp.values(), ...[...this.#kafka.values()].map(({ tcp }) => tcp)])
      await proxy.close();
  }
}

async function kafkaProxy(services: OwnServices, instance: string, chance: Chance): Promise<KafkaProxy> {
  const door = services.stack.kafkaDoors.find(({ name }) => name === instance);
  if (!door) throw new Error(`the broker has no listener for ${instance}`);
  return KafkaProxy.open({ port: door.advertisedPort, target: door.port, chance });
}

function targetOf({ stack }: OwnServices, service: string): { host: string; port: number } {
  if (service === 'postgres') return { host: '127.0.0.1', port: stack.postgres.port };
  return { host: '127.0.0.1', port: Number(new URL(stack.registry).port) };
}
