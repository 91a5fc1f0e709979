import type { SimulatedProcess } from '../world/world.js';
import type { Broker } from './broker.js';
import { BrokerRequests } from './broker-requests.js';
import { BROKER, connectionRefused } from './kafka-errors.js';

interface PartitionMetadata {
  readonly partitionId: number;
  readonly leader: number;
  readonly partitionErrorCode: number;
}

interface Metadata {
  readonly brokers: readonly (typeof BROKER)[];
  readonly controllerId: number;
  readonly topicMetadata: readonly {
    readonly topic: string;
    readonly topicErrorCode: number;
    readonly partitionMetadata: readonly PartitionMetadata[];
  }[];
}

/** Takes the place of kafkajs's pool of brokers: everything above it is kafkajs itself, everything below is simulated. */
export class BrokerConnections {
  /** kafkajs's cluster reads it. */
  metadata: Metadata | null = null;
  readonly #process: SimulatedProcess;
  readonly #broker: Broker;
  readonly #requests: BrokerRequests;
  readonly #metadataMaxAge: number;
  #expiresAt = 0;

  constructor(process: SimulatedProcess, broker: Broker, metadataMaxAge: number) {
    this.#process = process;
    this.#broker = broker;
    this.#metadataMaxAge = metadataMaxAge;
    this.#requests = new BrokerRequests(process, broker);
  }

  /** Ends a fetch that waits, and looks again. */
  poke(): void {
    this.#requests.poke();
  }

  hasConnectedBrokers(): boolean {
    return this.#requests.isConnected();
  }

  async connect(): Promise<void> {
    await this.#requests.connect();
  }

  disconnect(): Promise<void> {
    this.#requests.disconnect();
    this.metadata = null;
    return Promise.resolve();
  }

  removeBroker(): void {
    this.#requests.disconnect();
    this.#expiresAt = 0;
  }

  async refreshMetadata(topics: readonly string[]): Promise<void> {
    await this.#requests.connect();
    this.metadata = await this.#requests.ask('metadata', () => this.#metadataOf(topics));
    this.#expiresAt = this.#process.clock + this.#metadataMaxAge;
  }

  async refreshMetadataIfNecessary(topics: readonly string[]): Promise<void> {
    const known = new Set(this.metadata?.topicMetadata.map(({ topic }) => topic));
    const isFresh =
      this.metadata && this.#process.clock <= this.#expiresAt && topics.every((topic) => known.has(topic));
    if (!isFresh) await this.refreshMetadata(topics);
  }

  getNodeIds(): string[] {
    return this.metadata ? [String(BROKER.nodeId)] : [];
  }

  async findBroker(): Promise<BrokerRequests> {
    await this.#requests.connect();
    return this.#requests;
  }

  async withBroker<T>(work: (found: { nodeId: string; broker: BrokerRequests }) => Promise<T>): Promise<T | null> {
    if (!this.metadata) throw connectionRefused();
    const broker = await this.findBroker();
    try {
      return await work({ nodeId: String(BROKER.nodeId), broker });
    } catch {
      return null; // as kafkajs's pool does when no broker answers
    }
  }

  #metadataOf(topics: readonly string[]): Metadata {
    const topicMetadata = topics.map((topic) => ({
      topic,
      topicErrorCode: 0,
      partitionMetadata: this.#broker
        .partitionsOf(topic, this.#process.name)
        .map((partitionId) => ({ partitionId, leader: BROKER.nodeId, partitionErrorCode: 0 })),
    }));
    return { brokers: [BROKER], controllerId: BROKER.nodeId, topicMetadata };
  }
}
