import { internalModule } from './internals.js';

interface Broker {
  readonly nodeId: string | null;
  readonly connectionPool: { readonly host: string; readonly port: number };
  disconnect(): Promise<void>;
}

interface BrokerPool {
  brokers: Readonly<Record<string, Broker>>;
  seedBroker?: Broker;
  removeBroker: (this: BrokerPool, address: { readonly host: string; readonly port: number }) => void;
}

const MENDED = Symbol('mended');

/**
 * Where one connection to a broker breaks, kafkajs forgets the broker and connects to it anew, and leaves its other connections
 * open: during five minutes in which nothing was answered a process piled up twenty. What is forgotten is closed here.
 */
export function mendBrokerPool(): void {
  const { prototype } = internalModule('cluster/brokerPool') as { prototype: BrokerPool & { [MENDED]?: true } };
  if (prototype[MENDED]) return;
  prototype[MENDED] = true;
  const { removeBroker } = prototype;
  prototype.removeBroker = function (address) {
    const before = new Set([...Object.values(this.brokers), ...(this.seedBroker ? [this.seedBroker] : [])]);
    removeBroker.call(this, address);
    for (const kept of [...Object.values(this.brokers), this.seedBroker]) if (kept) before.delete(kept);
    // it is broken already: what else fails of it is nobody's news
    for (const forgotten of before) forgotten.disconnect().catch(() => undefined);
  };
}
