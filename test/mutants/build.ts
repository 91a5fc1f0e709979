import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ownDist, root } from '../deployment/index.js';
import type { Patch } from './patch.js';

/** The text is not there, or not once: the program has changed, and the patch must be written anew. */
export class PatchError extends Error {
  constructor({ file, find }: Patch, times: number) {
    super(`${file} has ${times} times, not once: ${find}`);
    this.name = 'PatchError';
  }
}

/** @throws PatchError */
export function patched(text: string, patch: Patch): string {
  const parts = text.split(patch.find);
  if (parts.length !== 2) throw new PatchError(patch, parts.length - 1);
  return parts.join(patch.put);
}

/** The compiled file of this checkout. */
export const compiled = (file: string): string => readFileSync(join(ownDist, file), 'utf8');

/**
 * A copy of this checkout's build with changes, in a folder that does not exist yet.
 * @returns its `dist`
 * @throws PatchError
 */
export function patchedBuild(folder: string, patches: readonly Patch[]): string {
  const dist = join(folder, 'dist');
  mkdirSync(folder, { recursive: true });
  cpSync(ownDist, dist, { recursive: true });
  // What programs look for above their own folder.
  cpSync(join(root, 'package.json'), join(folder, 'package.json'));
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  for (const patch of patches) {
    const path = join(dist, patch.file);
    writeFileSync(path, patched(readFileSync(path, 'utf8'), patch));
  }
  return dist;
}
