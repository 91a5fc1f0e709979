// Brings a checkout to where its programs can run: Node, packages, build.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
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

const sources = ['apps', 'libs', 'test', 'reference', 'docs/examples', 'tsconfig.json', 'tsconfig.build.json'];

/**
 * Compiles when a source is newer than the last build. It is made beside and put in place whole: what runs from the old one
 * meanwhile finds its files until then, and files of removed sources do not live on.
 */
function build(node, env) {
  const [dist, made, old] = ['dist', 'dist.new', 'dist.old'].map((name) => join(root, name));
  const newest = Math.max(...sources.map((name) => newestIn(join(root, name))));
  // Its time in words: as a file's time it would come back rounded, and everything would be older than its sources.
  const stamp = '.built';
  const done = () => existsSync(join(dist, stamp)) && Number(readFileSync(join(dist, stamp), 'utf8')) >= newest;
  if (done()) return;
  locked(join(root, '.build.lock'), () => {
    if (done()) return;
    remove(made, old);
    const compiler = ['node_modules/typescript7/lib/tsc.js', '-p', 'tsconfig.build.json', '--outDir', made];
    const { status } = spawnSync(node, compiler, { cwd: root, env, stdio: 'inherit' });
    if (status !== 0) throw new Failure('The project does not compile: the errors are above.');
    writeFileSync(join(made, stamp), String(newest));
    if (existsSync(dist)) renameSync(dist, old);
    renameSync(made, dist);
    remove(old);
  });
}

const remove = (...folders) => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true }));

/** Folders count too: a removed file changes its folder's time. */
function newestIn(path) {
  const { mtimeMs } = statSync(path);
  if (!statSync(path).isDirectory()) return mtimeMs;
  return Math.max(mtimeMs, ...readdirSync(path).map((name) => newestIn(join(path, name))));
}
