import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

/** The secret in this file, made at the first start. Nobody else may read it. */
export function keptSecret(path: string, make: () => string = () => randomBytes(24).toString('base64url')): string {
  if (!existsSync(path)) writeFileSync(path, make(), { mode: 0o600 });
  return readFileSync(path, 'utf8');
}
