// Loaded into the apps of a patched build (`--import`): what the patches' `await globalThis.busPoint(name)` does. Files in the
// folder BUS_POINTS say what happens at a point: `name.kill` ends the first process that comes there as a crash does;
// `name.hold` stops the first one that comes, until there is `name.go`; `name.slow` makes everybody wait for so many
// milliseconds; `name.on` is asked by patches that do something of their own.
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';

const folder = process.env.BUS_POINTS;
const at = (name, word) => `${folder}/${name}.${word}`;

/** Takes a file away; false where another process was faster. */
function take(path) {
  try {
    renameSync(path, `${path}.${process.pid}`);
    rmSync(`${path}.${process.pid}`);
    return true;
  } catch {
    return false;
  }
}

globalThis.busPoint = async (name) => {
  if (take(at(name, 'kill'))) process.kill(process.pid, 'SIGKILL');
  if (existsSync(at(name, 'slow'))) await delay(Number(readFileSync(at(name, 'slow'), 'utf8')));
  if (!take(at(name, 'hold'))) return;
  writeFileSync(at(name, 'held'), String(process.pid));
  while (!take(at(name, 'go'))) await delay(5);
};

globalThis.busPointIsOn = (name) => existsSync(at(name, 'on'));
