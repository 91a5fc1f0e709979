import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Names that a process of the bus gives to files which it replaces or removes before it ends. */
const TEMPORARY = /\.(new|tmp|partial|password)$/;
/** The servers' own folders are theirs to clean. */
const OF_SERVERS = new Set(['postgres', 'kafka', 'registry']);

/** Files in the data folder that somebody did not live to remove. */
export function leftFiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (entry.isDirectory()) return OF_SERVERS.has(entry.name) ? [] : leftFiles(join(folder, entry.name));
    return TEMPORARY.test(entry.name) ? [join(folder, entry.name)] : [];
  });
}
