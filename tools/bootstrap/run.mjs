// Runs a program to its end. Every signal is passed on, since it may have been sent to us alone: at Ctrl-C the program hears
// it from the terminal, from us, and from npm through us, and takes what comes together for one.
import { spawn } from 'node:child_process';
import { root } from './stamp.mjs';

/** @returns its exit code, 128 + n when signal n ended it. */
export function run(command, args, { env, cwd = root } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, env, stdio: 'inherit' });
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
    child.on('error', reject);
    child.on('exit', (code, signal) =>
      resolve(code ?? 128 + ({ SIGHUP: 1, SIGINT: 2, SIGKILL: 9, SIGTERM: 15 }[signal] ?? 0)),
    );
  });
}
