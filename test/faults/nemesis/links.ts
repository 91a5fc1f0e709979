import type { OwnServices, Route } from '../../deployment/index.js';
import { KafkaProxy } from '../proxy/kafka-proxy.js';
import { TcpProxy } from '../proxy/tcp-proxy.js';

/** From an instance of an app to a service. */
export const LINKS = [
  'referrals>postgres',
  'relay>postgres',
  'relay>kafka',
  'relay>registry',
  'agency-views>postgres',
  'agency-views>kafka',
  'audit-trail>postgres',
  'audit-trail>kafka',
  'policies>postgres',
  'policies>kafka',
  'operations>postgres',
] as const;
/** Of what runs in some stages only. */
const DELIVERY_LINKS = ['delivery>postgres', 'delivery>kafka'] as const;
/** Of second instances, where a row has them. */
const SECOND_LINKS = ['agency-views-2>kafka', 'audit-trail-2>kafka', 'policies-2>kafka'] as const;
/** That of the `bus` command. */
export const OPERATOR_LINK = 'bus>kafka';
export const EVERY_LINK = [...LINKS, ...DELIVERY_LINKS, ...SECOND_LINKS, OPERATOR_LINK] as const;
export type LinkName = (typeof EVERY_LINK)[number];

/** Of the apps. */
export const KAFKA_LINKS = LINKS.filter((name) => name.endsWith('>kafka'));

/** The broker's listeners for proxies: one for each instance that has one. */
export const KAFKA_DOORS = EVERY_LINK.filter((name) => name.endsWith('>kafka')).map((name) => name.split('>')[0] ?? '');

/** The proxies of a stage. */
export class Links {
  readonly #tcp = new Map<string, TcpProxy>();
  readonly #kafka = new Map<string, KafkaProxy>();

  static async open(services: OwnServices, names: readonly LinkName[]): Promise<Links> {
    const links = new Links();
    for (const name of names) {
      const [instance = '', service = ''] = name.split('>');
      if (service === 'kafka') links.#kafka.set(name, await kafkaProxy(services, instance));
      else links.#tcp.set(name, await TcpProxy.open({ target: targetOf(services, service) }));
    }
    return links;
  }

  readonly route: Route = (instance, service) => {
    const name = `${instance}>${service}`;
    return this.#tcp.get(name)?.address ?? this.#kafka.get(name)?.tcp.address;
  };

  /** @throws Error when there is none, as for links that do not lead to Kafka */
  kafka(name: LinkName): KafkaProxy {
    const proxy = this.#kafka.get(name);
    if (!proxy) throw new Error(`there is no Kafka proxy on ${name}`);
    return proxy;
  }

  tcp(name: LinkName): TcpProxy {
    return this.#tcp.get(name) ?? this.kafka(name).tcp;
  }

  /** What the faults of the next run spoil follows from its seed. */
  chance(chance: () => number): void {
    for (const proxy of this.#all()) proxy.chance = chance;
  }

  async heal(): Promise<void> {
    for (const proxy of [...this.#tcp.values(), ...this.#kafka.values()]) await proxy.heal();
  }

  async close(): Promise<void> {
    for (const proxy of this.#all()) await proxy.close();
  }

  #all(): TcpProxy[] {
    return [...this.#tcp.values(), ...[...this.#kafka.values()].map(({ tcp }) => tcp)];
  }
}

async function kafkaProxy({ stack }: OwnServices, instance: string): Promise<KafkaProxy> {
  const door = stack.kafkaDoors.find(({ name }) => name === instance);
  if (!door) throw new Error(`the broker has no listener for ${instance}`);
  return KafkaProxy.open({ port: door.advertisedPort, target: door.port });
}

function targetOf({ stack }: OwnServices, service: string): { host: string; port: number } {
  if (service === 'postgres') return { host: '127.0.0.1', port: stack.postgres.port };
  return { host: '127.0.0.1', port: Number(new URL(stack.registry).port) };
}
