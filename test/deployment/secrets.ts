import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { keptSecret } from '#libs/local-stack';

export interface Secrets {
  readonly macKeys: string;
  readonly digestKeys: string;
  readonly webhookKeys: string;
}

/** The keys of a deployment, in the data folder where the `bus` command looks for them. */
export function keptKeys(folder: string): Secrets {
  const kept = (name: string): string =>
    keptSecret(join(folder, `${name}.secret`), () =>
      JSON.stringify({ current: 'k1', keys: { k1: randomBytes(32).toString('base64') } }),
    );
  return { macKeys: kept('mac-keys'), digestKeys: kept('digest-keys'), webhookKeys: kept('webhook-keys') };
}
