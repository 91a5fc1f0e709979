import pg from 'pg';
import { Relay } from '../../../apps/relay/src/relay.js';
import { kafkaOf } from '../kafka/client.js';
import { clientClass } from '../postgres/client.js';
import type { SimulatedProcess } from '../world/world.js';
import { Member, type Running } from './member.js';
import { macKeys, metrics, type Outside, registryIds } from './outside.js';

/** Its loops look for work every 15 ms. */
const POLLS_UP_TO_MS = 300;

/** A process that ships: the relay as it is. */
export class Shipper extends Member<Running> {
  constructor(
    name: string,
    outside: Outside,
    private readonly loops: number,
  ) {
    super(name, outside);
  }

  protected run(process: SimulatedProcess): Promise<Running> {
    const { world, journal, broker } = this.outside;
    process.pollsUpTo = POLLS_UP_TO_MS;
    const logger = this.outside.loggerOf(process);
    const kafka = { brokers: [], clientId: process.name, topicPrefix: '' };
    const config = { databaseUrl: '', kafka, registry: { url: '', topicPrefix: '' }, macKeys, loops: this.loops };
    const relay = new Relay(config, {
      metrics,
      logger,
      reach: {
        journal: (max) => poolOf(process, journal, max),
        kafka: kafkaOf(process, broker, logger),
        catalogue: {
          ids: () => new Promise((resolve) => process.after(world.latency(process.chance), () => resolve(registryIds))),
        },
      },
    });
    relay.start();
    return Promise.resolve(relay);
  }
}

export function poolOf(process: SimulatedProcess, server: Outside['journal'], max: number): pg.Pool {
  const pool = new pg.Pool({ max, Client: clientClass(process, server) });
  pool.on('error', (error) => process.world.say(process.name, () => `idle connection: ${error.message}`));
  return pool;
}
