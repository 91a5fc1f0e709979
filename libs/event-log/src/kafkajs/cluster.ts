import type { Kafka } from 'kafkajs';
import { assertKnownRelease } from './internals.js';
import type { FetchedRecord } from '../framing.js';

/** The part of kafkajs's inner cluster that reading without a consumer group needs. */
export interface Cluster {
  connect(): Promise<void>;
  disconnect(): Promise<void>;
  isConnected(): boolean;
  addMultipleTargetTopics(topics: string[]): Promise<void>;
  refreshMetadata(): Promise<void>;
  findTopicPartitionMetadata(topic: string): { partitionId: number; leader: number }[];
  findBroker(node: { nodeId: number | string }): Promise<Broker>;
  fetchTopicsOffset(
    topics: OffsetsQuestion[],
  ): Promise<{ topic: string; partitions: { partition: number; offset: string }[] }[]>;
}

interface OffsetsQuestion {
  readonly topic: string;
  readonly partitions: readonly { partition: number }[];
  readonly fromBeginning: boolean;
}

export interface Broker {
  listOffsets(request: {
    isolationLevel: number;
    topics: { topic: string; partitions: { partition: number; timestamp: number }[] }[];
  }): Promise<{ responses: { topic: string; partitions: { partition: number; offset: string }[] }[] }>;
  fetch(request: FetchRequest): Promise<{ responses: { topicName: string; partitions: FetchedPartition[] }[] }>;
}

interface FetchRequest {
  readonly isolationLevel: number;
  readonly maxWaitTime: number;
  readonly minBytes: number;
  readonly maxBytes: number;
  readonly topics: { topic: string; partitions: { partition: number; fetchOffset: string; maxBytes: number }[] }[];
}

export interface FetchedPartition {
  readonly partition: number;
  readonly messages: readonly (FetchedRecord & { readonly timestamp: string; readonly isControlRecord?: boolean })[];
}

const CREATE_CLUSTER = 'private:Kafka:createCluster';

type CreateCluster = (options: {
  allowAutoTopicCreation: boolean;
  isolationLevel: number;
  metadataMaxAge: number;
}) => Cluster;

/** Records of an open transaction count too: nobody may hide the end of a topic behind one. */
export const READ_UNCOMMITTED = 0;

/** A cluster with the settings of `kafka`: kafkajs itself reads in groups only, and a group costs seconds and a coordinator. */
export function clusterOf(kafka: Kafka): Cluster {
  assertKnownRelease();
  const symbol = Object.getOwnPropertySymbols(kafka).find(({ description }) => description === CREATE_CLUSTER);
  if (!symbol) throw new Error('kafkajs does not make clusters as release 2.2.4 does');
  const create = Reflect.get(kafka, symbol) as CreateCluster;
  return create({ allowAutoTopicCreation: false, isolationLevel: READ_UNCOMMITTED, metadataMaxAge: 300_000 });
}
