import { describe, expect, it } from '@jest/globals';
import { mendBrokerPool } from './broker-pool.js';
import { internalModule } from './internals.js';

interface Kept {
  brokers: Record<string, unknown>;
  seedBroker?: unknown;
}

describe('a broker that kafkajs forgets', () => {
  const closed: string[] = [];
  const broker = (name: string, nodeId: string, port: number) => ({
    nodeId,
    connectionPool: { host: 'kafka', port },
    disconnect: () => {
      closed.push(name);
      return Promise.reject(new Error('it was broken'));
    },
  });

  it('is closed, with the first one of its address, and no other', () => {
    mendBrokerPool();
    mendBrokerPool(); // by another client of the process
    const { removeBroker } = (
      internalModule('cluster/brokerPool') as {
        prototype: { removeBroker: (this: Kept, at: { host: string; port: number }) => void };
      }
    ).prototype;
    const other = broker('other', '2', 2);
    const pool: Kept = { brokers: { 1: broker('broken', '1', 1), 2: other }, seedBroker: broker('seed', '1', 1) };
    removeBroker.call(pool, { host: 'kafka', port: 1 });
    expect(closed.sort()).toEqual(['broken', 'seed']);
    expect(pool).toEqual({ brokers: { 2: other }, seedBroker: other, metadataExpireAt: null });
    removeBroker.call(pool, { host: 'kafka', port: 9 });
    expect(closed).toHaveLength(2);
  });
});
