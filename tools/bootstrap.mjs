// Entry of the npm scripts. Plain JavaScript without packages, so that it runs on a fresh clone with Node 20 or newer.
import { join } from 'node:path';
import { check } from './bootstrap/checks.mjs';
import { Failure } from './bootstrap/failure.mjs';
import { prepare } from './bootstrap/project.mjs';
import { run } from './bootstrap/run.mjs';
import { root } from './bootstrap/stamp.mjs';

const testOptions =
  '--experimental-vm-modules --disable-warning=ExperimentalWarning --disable-warning=TimeoutNegativeWarning';

const verbs = {
  /** start [options]: everything on this machine. */
  start: (args) => program('dist/apps/standalone/src/main.js', args),
  /** run <file in dist> [args] */
  run: ([script, ...args]) => program(join('dist', script), args),
  /** exec <file> [args]: a tool that needs packages but no build. */
  exec: ([script, ...args]) => {
    const { node, env } = prepare({ build: false });
    return run(node, [script, ...args], { env });
  },
  test: (args) => {
    const { node, env } = prepare();
    const nodeOptions = [env.NODE_OPTIONS, testOptions].filter(Boolean).join(' ');
    return run(node, ['node_modules/jest/bin/jest.js', ...args], { env: { ...env, NODE_OPTIONS: nodeOptions } });
  },
  check: () => {
    const { node, env } = prepare({ build: false });
    return check(node, env);
  },
  build: () => {
    prepare();
    return 0;
  },
};

function program(script, args) {
  const { node, env } = prepare();
  return run(node, ['--enable-source-maps', join(root, script), ...args], { env });
}

const [verb = '', ...args] = process.argv.slice(2);
try {
  const act = verbs[verb];
  if (!act) throw new Failure(`usage: node tools/bootstrap.mjs ${Object.keys(verbs).join('|')}`);
  process.exitCode = await act(args);
} catch (error) {
  if (!(error instanceof Failure)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
