import { statfsSync } from 'node:fs';
import { StartFailure } from './start-failure.js';

/** @throws StartFailure when the disk of this folder has less room, so that no service dies of it half-way. */
export function assertRoom(folder: string, megabytes: number): void {
  const { bavail, bsize } = statfsSync(folder);
  const free = Math.floor((bavail * bsize) / (1 << 20));
  if (free >= megabytes) return;
  throw new StartFailure(
    `the disk of ${folder} is nearly full (${free} MiB free, ${megabytes} needed)`,
    'free some space, or choose another folder',
  );
}
