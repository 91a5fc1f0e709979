import type { Consumer, ConsumerConfig, Kafka } from 'kafkajs';
import { createKafka } from '#libs/event-log';
import type { Logger } from '#libs/platform';
import type { SimulatedProcess } from '../world/world.js';
import type { Broker } from './broker.js';
import { BrokerConnections } from './broker-connections.js';

interface ClusterOptions {
  readonly metadataMaxAge?: number;
}

type CreateCluster = (options: ClusterOptions) => { brokerPool: BrokerConnections };

const CREATE_CLUSTER = 'private:Kafka:createCluster';

/** The bus's own Kafka client, kafkajs and all, whose connections end in the simulated broker. */
export function kafkaOf(process: SimulatedProcess, broker: Broker, logger: Logger): Kafka {
  const kafka = createKafka({ brokers: ['simulated:9092'], clientId: process.name, topicPrefix: '' }, logger);
  const symbol = Object.getOwnPropertySymbols(kafka).find(({ description }) => description === CREATE_CLUSTER);
  if (!symbol) throw new Error('kafkajs does not make clusters as release 2.2.4 does');
  const create = Reflect.get(kafka, symbol) as CreateCluster;
  let newest: BrokerConnections | undefined;
  Reflect.set(kafka, symbol, (options: ClusterOptions) => {
    const cluster = create(options);
    newest = new BrokerConnections(process, broker, options.metadataMaxAge ?? 0);
    cluster.brokerPool = newest;
    return cluster;
  });
  const consumer = kafka.consumer.bind(kafka);
  kafka.consumer = (options: ConsumerConfig) => {
    const made = consumer(options);
    return newest ? attentive(made, newest) : made;
  };
  return kafka;
}

/** A fetch that waits ends when the consumer wants something else: it would ask anew every 100 ms, which costs many steps. */
function attentive(consumer: Consumer, connections: BrokerConnections): Consumer {
  return {
    ...consumer,
    seek: (...where) => {
      consumer.seek(...where);
      connections.poke();
    },
    resume: (...what) => {
      consumer.resume(...what);
      connections.poke();
    },
  };
}
