// Brings a checkout to where its programs can run: Node, packages, build.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Failure } from './failure.mjs';
import { environmentOf, nodeFolder, npm } from './node.mjs';
import { locked, root, stamped } from './stamp.mjs';

/** @returns { node, env }: the Node to run things with, and their environment. */
export function prepare({ build: wanted = true } = {}) {
  const folder = nodeFolder();
  const env = environmentOf(folder);
  const node = join(folder, 'node');
  stamped(join(root, 'node_modules/.bus-lock-digest'), join(root, 'package-lock.json'), () => {
    console.log('Installing packages with npm (about half a minute) …');
    npm(['ci'], root, env);
  });
  if (wanted) build(node, env);
  return { node, env };
}

const sources = ['apps', 'libs', 'test', 'tsconfig.json', 'tsconfig.build.json'];

/** Compiles when a source is newer than the last build. Removed sources must not live on in dist, so it starts empty. */
function build(node, env) {
  const stamp = join(root, 'dist/.built');
  const newest = Math.max(...sources.map((name) => newestIn(join(root, name))));
  if (existsSync(stamp) && statSync(stamp).mtimeMs >= newest) return;
  locked(join(root, '.build.lock'), () => {
    if (existsSync(stamp) && statSync(stamp).mtimeMs >= newest) return;
    rmSync(join(root, 'dist'), { recursive: true, force: true });
    const { status } = spawnSync(node, ['node_modules/typescript7/lib/tsc.js', '-p', 'tsconfig.build.json'], {
      cwd: root,
      env,
      stdio: 'inherit',
    });
    if (status !== 0) throw new Failure('The project does not compile: the errors are above.');
    writeFileSync(stamp, '');
    utimesSync(stamp, newest / 1000, newest / 1000);
  });
}

/** Folders count too: a removed file changes its folder's time. */
function newestIn(path) {
  const { mtimeMs } = statSync(path);
  if (!statSync(path).isDirectory()) return mtimeMs;
  return Math.max(mtimeMs, ...readdirSync(path).map((name) => newestIn(join(path, name))));
}
