import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { writeKept } from './kept-file.js';

/** The secret in this file, made at the first start. Nobody else may read it. */
export function keptSecret(path: string, make: () => string = () => randomBytes(24).toString('base64url')): string {
  if (!existsSync(path)) writeKept(path, make());
  return readFileSync(path, 'utf8');
}
