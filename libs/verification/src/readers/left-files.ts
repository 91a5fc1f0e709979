import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Names that a process of the bus gives to files which it replaces or removes before it ends. */
const TEMPORARY = /\.(new|tmp|partial|password)$/;
/** The servers' own folders are theirs to clean. */
const OF_SERVERS = new Set(['postgres', 'kafka', 'registry']);

/** Nobody needs one for as long. */
const OLD_MS = 30_000;

/** Files in the data folder that somebody did not live to remove. */
export function leftFiles(folder: string, now = Date.now()): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return OF_SERVERS.has(entry.name) ? [] : leftFiles(path, now);
    const written = TEMPORARY.test(entry.name) ? statSync(path, { throwIfNoEntry: false })?.mtimeMs : undefined;
    return written !== undefined && now - written > OLD_MS ? [path] : [];
  });
}
