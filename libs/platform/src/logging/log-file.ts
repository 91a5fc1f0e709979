import { closeSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { type DestinationStream, pino } from 'pino';

/** What waits for a disk that is full; beyond it lines are lost. */
const WAITING_BYTES = 8 * 1024 * 1024;

/**
 * A file that log lines are added to. A disk that is full holds lines up, and never ends the process.
 * @param onTrouble hears the first failure of each time in which the file cannot be written
 * @throws when the file cannot be opened
 */
export function openLogFile(path: string, onTrouble: (error: Error) => void): DestinationStream {
  mkdirSync(dirname(path), { recursive: true });
  closeSync(openSync(path, 'a', 0o600));
  const file = pino.destination({ dest: path, append: true, sync: false, maxLength: WAITING_BYTES });
  let troubled = false;
  file.on('error', (error: Error) => {
    if (!troubled) onTrouble(error);
    troubled = true;
  });
  file.on('write', () => (troubled = false));
  return file;
}
