#!/usr/bin/env node
// `npx bus …`: the bus command, built and run with the right Node, in the caller's folder.
import { join } from 'node:path';
import { Failure } from '../bootstrap/failure.mjs';
import { prepare } from '../bootstrap/project.mjs';
import { run } from '../bootstrap/run.mjs';
import { root } from '../bootstrap/stamp.mjs';

try {
  const { node, env } = prepare();
  const script = join(root, 'dist/apps/cli/src/main.js');
  process.exitCode = await run(node, ['--enable-source-maps', script, ...process.argv.slice(2)], {
    env,
    cwd: process.cwd(),
  });
} catch (error) {
  if (!(error instanceof Failure)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
