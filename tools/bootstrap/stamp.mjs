// Work that is needed once per state of a file, and never by two at once.
import { createHash } from 'node:crypto';
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Failure } from './failure.mjs';

export const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const WAIT_MS = 5 * 60_000;

/** Runs `work` unless `stamp` says that it was done for the present content of `source`. */
export function stamped(stamp, source, work) {
  const digest = createHash('sha256').update(readFileSync(source)).digest('hex');
  const done = () => existsSync(stamp) && readFileSync(stamp, 'utf8') === digest;
  if (done()) return;
  locked(`${source}.lock`, () => {
    if (done()) return;
    work();
    mkdirSync(dirname(stamp), { recursive: true });
    writeFileSync(stamp, digest);
  });
}

/** A lock file that names its holder: left behind by a dead process, it is taken over. */
export function locked(path, work) {
  const until = Date.now() + WAIT_MS;
  while (!take(path)) {
    if (Date.now() > until)
      throw new Failure(`another start has held ${path} for five minutes: end it or remove that file.`);
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 100);
  }
  try {
    work();
  } finally {
    rmSync(path, { force: true });
  }
}

function take(path) {
  try {
    const file = openSync(path, 'wx');
    writeFileSync(file, String(process.pid));
    closeSync(file);
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    if (!alive(Number(readFileSync(path, 'utf8')))) rmSync(path, { force: true });
    return false;
  }
}

function alive(pid) {
  if (!pid) return true; // being written
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM'; // somebody else's, and alive
  }
}
