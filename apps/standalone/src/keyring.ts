import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { MacKeys } from '#libs/event-log';
import { DigestKeys } from '#libs/journal';
import { keptSecret } from '#libs/local-stack';
import { WebhookKeys } from '../../delivery/src/signing/webhook-keys.js';

export interface Keyring {
  readonly macKeys: MacKeys;
  readonly digestKeys: DigestKeys;
  readonly webhookKeys: WebhookKeys;
}

/** The keys that a deployment would bring, made at the first start. */
export function keyring(dataDir: string): Keyring {
  return {
    macKeys: MacKeys.parse(keptSecret(join(dataDir, 'mac-keys.secret'), newKeys)),
    digestKeys: DigestKeys.parse(keptSecret(join(dataDir, 'digest-keys.secret'), newKeys)),
    webhookKeys: WebhookKeys.parse(keptSecret(join(dataDir, 'webhook-keys.secret'), newKeys)),
  };
}

function newKeys(): string {
  return JSON.stringify({ current: 'k1', keys: { k1: randomBytes(32).toString('base64') } });
}
