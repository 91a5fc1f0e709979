import { z } from 'zod';
import { ConfigError, listField } from '#libs/platform';

export interface KafkaTls {
  /** Certificate authority in PEM; the system's own ones if absent. */
  readonly ca?: string;
}

export interface KafkaSasl {
  readonly mechanism: 'scram-sha-512';
  readonly username: string;
  readonly password: string;
}

export interface KafkaConfig {
  /** `host:port`, each. */
  readonly brokers: readonly string[];
  readonly clientId: string;
  /** Stands before every topic's name on the broker. Never part of what is proved, so a copied topic still verifies. */
  readonly topicPrefix: string;
  readonly ssl?: KafkaTls;
  readonly sasl?: KafkaSasl;
}

/** What every app that reaches Kafka reads. */
export const kafkaSettings = {
  KAFKA_BROKERS: listField,
  KAFKA_TOPIC_PREFIX: z
    .string()
    .regex(/^[a-zA-Z0-9._-]{0,64}$/, 'has a character that a topic name may not have')
    .default(''),
  KAFKA_TLS: z.enum(['on', 'off']).default('off'),
  KAFKA_TLS_CA: z.string().optional(),
  KAFKA_USERNAME: z.string().optional(),
  KAFKA_PASSWORD: z.string().optional(),
};

export type KafkaSettings = z.output<z.ZodObject<typeof kafkaSettings>>;

/** @param clientId names this app in the broker's logs and quotas */
export function kafkaConfigOf(settings: KafkaSettings, clientId: string): KafkaConfig {
  const { KAFKA_USERNAME: username, KAFKA_PASSWORD: password, KAFKA_TLS_CA: ca } = settings;
  if ((username === undefined) !== (password === undefined)) {
    throw new ConfigError(['KAFKA_USERNAME: is set with KAFKA_PASSWORD, or neither is']);
  }
  return {
    brokers: settings.KAFKA_BROKERS,
    clientId,
    topicPrefix: settings.KAFKA_TOPIC_PREFIX,
    ...(settings.KAFKA_TLS === 'on' && { ssl: ca === undefined ? {} : { ca } }),
    ...(username !== undefined &&
      password !== undefined && { sasl: { mechanism: 'scram-sha-512', username, password } }),
  };
}

/** The topic's name on the broker. */
export function physicalTopic({ topicPrefix }: Pick<KafkaConfig, 'topicPrefix'>, topic: string): string {
  return topicPrefix + topic;
}
