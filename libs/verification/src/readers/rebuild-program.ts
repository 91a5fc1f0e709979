import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { z } from 'zod';
import type { KafkaConfig } from '#libs/event-log';
import type { Rebuild } from '../sources.js';

const run = promisify(execFile);
const reportShape = z.object({
  rows: z.int(),
  differences: z.array(z.object({ at: z.string(), what: z.string() })),
});

export interface RebuildProgram {
  /** Compiled program of the app that owns the view. */
  readonly program: string;
  /** URL of the view's database, as a role that may make a schema there. */
  readonly databaseUrl: string;
  readonly kafka: KafkaConfig;
  /** The secret that holds the relay's keys, as the apps read it. */
  readonly macSecret: string;
}

/** Runs an app's own rebuild program. @returns what it found @throws when it could not do its work */
export function rebuildProgram({ program, databaseUrl, kafka, macSecret }: RebuildProgram): Rebuild {
  const env = {
    PATH: process.env['PATH'],
    DATABASE_URL: databaseUrl,
    MAC_KEYS: macSecret,
    KAFKA_BROKERS: kafka.brokers.join(','),
    KAFKA_TOPIC_PREFIX: kafka.topicPrefix,
    KAFKA_TLS: kafka.ssl ? 'on' : 'off',
    ...(kafka.ssl?.ca !== undefined && { KAFKA_TLS_CA: kafka.ssl.ca }),
    ...(kafka.sasl && { KAFKA_USERNAME: kafka.sasl.username, KAFKA_PASSWORD: kafka.sasl.password }),
  };
  const options = ['--enable-source-maps', '--disable-warning=TimeoutNegativeWarning'];
  return async () => {
    const { stdout } = await run(process.execPath, [...options, program], { env, maxBuffer: 16 << 20 });
    return reportShape.parse(JSON.parse(stdout));
  };
}
