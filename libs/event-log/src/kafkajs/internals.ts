import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/** The release whose insides the adapters of this folder were written against and tested with. */
const KNOWN = '2.2.4';

/** @throws Error with any other release: to refuse to start is better than to corrupt what is sent. */
export function assertKnownRelease(version = (require('kafkajs/package.json') as { version: string }).version): void {
  if (version !== KNOWN)
    throw new Error(`kafkajs ${version} is installed, the adapters in libs/event-log are for ${KNOWN}`);
}

/** The exports of a module inside kafkajs. */
export function internalModule(path: string): unknown {
  assertKnownRelease();
  return require(`kafkajs/src/${path}`);
}

/** Makes `exports` what the rest of kafkajs gets when it loads `path`. It must not have been loaded by its user before. */
export function replaceModule(path: string, exports: unknown, user: string): void {
  internalModule(path);
  if (require.cache[require.resolve(`kafkajs/src/${user}`)])
    throw new Error(`kafkajs/src/${user} was loaded too early`);
  const module = require.cache[require.resolve(`kafkajs/src/${path}`)];
  if (!module) throw new Error(`kafkajs/src/${path} cannot be replaced`);
  module.exports = exports;
}
