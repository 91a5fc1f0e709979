import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { defaultCacheDir, kafkaJars, kafkaToolsJar } from './downloads.js';
import { findJava, jvmFlags } from './java.js';

const run = promisify(execFile);
const HEAP_MB = 512;

/**
 * Runs one of Kafka's own tools, such as `ProducerPerformance`, and gives what it prints.
 * @throws Error when it ends with another code than 0; StartFailure when it cannot be fetched
 */
export async function runKafkaTool(
  name: string,
  args: readonly string[],
  cacheDir = defaultCacheDir(),
): Promise<string> {
  const classPath = [await kafkaToolsJar(cacheDir), await kafkaJars(cacheDir)].map((folder) => join(folder, '*'));
  const { stdout } = await run(findJava(), [
    ...jvmFlags(HEAP_MB),
    '-Dorg.slf4j.simpleLogger.defaultLogLevel=error',
    '-cp',
    classPath.join(':'),
    `org.apache.kafka.tools.${name}`,
    ...args,
  ]);
  return stdout;
}
