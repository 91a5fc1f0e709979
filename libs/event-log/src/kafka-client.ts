import { Kafka, logLevel, type logCreator, type RetryOptions } from 'kafkajs';
import type { Logger } from '#libs/platform';
import type { KafkaConfig } from './kafka-config.js';
import { mendBrokerPool } from './kafkajs/broker-pool.js';
import { mendConnections } from './kafkajs/connection.js';
import { mendConsumerGroup } from './kafkajs/consumer-group.js';
import { installRecordDecoder } from './kafkajs/record-decoder.js';
import { installRecordEncoder } from './kafkajs/record-encoder.js';
import { guardRequestQueue } from './kafkajs/request-queue.js';

installRecordEncoder();
installRecordDecoder();
guardRequestQueue();
mendConnections();
mendBrokerPool();
mendConsumerGroup();

/** Short pauses: whoever is out for long is waited for by the caller, who knows what it holds up. */
const RETRY: RetryOptions = { initialRetryTime: 50, maxRetryTime: 1_000, retries: 5, factor: 0.2, multiplier: 1.5 };

/** The one place where a Kafka client is made. Without a logger it says nothing; its errors are thrown in any case. */
export function createKafka({ brokers, clientId, ssl, sasl }: KafkaConfig, logger?: Logger): Kafka {
  return new Kafka({
    brokers: [...brokers],
    clientId,
    connectionTimeout: 3_000,
    requestTimeout: 15_000,
    retry: RETRY,
    ...(ssl && { ssl: ssl.ca === undefined ? {} : { ca: [ssl.ca] } }),
    ...(sasl && { sasl: { ...sasl } }),
    logLevel: logger ? logLevel.WARN : logLevel.NOTHING,
    logCreator: logger ? through(logger) : silence,
  });
}

/** Errors of the client are warnings here: it tries again by itself, and what it cannot mend is thrown to its caller. */
const through =
  (logger: Logger): logCreator =>
  () =>
  ({ namespace, log: { message } }) =>
    logger.warn({ namespace, reason: message }, 'kafka client');

const silence: logCreator = () => () => undefined;
