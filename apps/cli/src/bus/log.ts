import { existsSync, readFileSync } from 'node:fs';
import { type KafkaConfig, MacKeys } from '#libs/event-log';
import { CliFault, EXIT } from '../terminal/fault.js';
import type { DataFolder } from './data-folder.js';

/** The keys by which records of the relay are told from those of others. */
const MAC_KEYS_FILE = 'mac-keys.secret';

/** @param env KAFKA_TOPIC_PREFIX where the deployment has one */
export function kafkaOf(folder: DataFolder, env: NodeJS.ProcessEnv = process.env): KafkaConfig {
  return { brokers: folder.endpoints().kafka, clientId: 'bus-cli', topicPrefix: env['KAFKA_TOPIC_PREFIX'] ?? '' };
}

/** The keys, and the file that holds them. */
export interface MacKeysFile {
  readonly path: string;
  readonly keys: MacKeys;
}

/** From MAC_KEYS_FILE, else from the data folder. @throws CliFault */
export function macKeysOf(folder: DataFolder, env: NodeJS.ProcessEnv = process.env): MacKeysFile {
  const path = env['MAC_KEYS_FILE'] ?? folder.file(MAC_KEYS_FILE);
  if (!existsSync(path)) {
    throw new CliFault(
      EXIT.unreachable,
      `${path} is not there, and without the keys no record can be told from a forged one`,
      'name it in MAC_KEYS_FILE',
    );
  }
  try {
    return { path, keys: MacKeys.parse(readFileSync(path, 'utf8')) };
  } catch {
    // the parser's own words could quote the secret
    throw new CliFault(
      EXIT.unreachable,
      `${path} does not hold the keys of the relay's MAC`,
      'name the right file in MAC_KEYS_FILE',
    );
  }
}
