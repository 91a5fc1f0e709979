// Runs a program to its end. Ctrl-C reaches it from the terminal; a signal sent to us alone is passed on.
import { spawn } from 'node:child_process';
import { root } from './stamp.mjs';

/** @returns its exit code, 128 + n when signal n ended it. */
export function run(command, args, { env, cwd = root } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, env, stdio: 'inherit' });
    const pass = (signal) => {
      if (!process.stdin.isTTY || signal === 'SIGTERM') child.kill(signal);
    };
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, pass);
    child.on('error', reject);
    child.on('exit', (code, signal) =>
      resolve(code ?? 128 + ({ SIGHUP: 1, SIGINT: 2, SIGKILL: 9, SIGTERM: 15 }[signal] ?? 0)),
    );
  });
}
