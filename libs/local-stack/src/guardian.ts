import { spawn } from 'node:child_process';
import { join } from 'node:path';

/** The compiled program, also where specs run this file from source. */
const script = join(
  import.meta.dirname.replace(/(?<!dist[/\\])libs([/\\])local-stack/, 'dist$1libs$1local-stack'),
  'guardian-main.js',
);

/**
 * Watches over throw-away data: when this process is gone, however it went, the guardian ends what the ledger of the
 * folder names, then what the ledgers of the folders inside name, and removes it all. It notices by the end of a pipe that
 * only we hold.
 */
export function appointGuardian(folder: string): { dismiss: () => void } {
  const child = spawn(process.execPath, [script, folder], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
    env: { PATH: process.env['PATH'] },
  });
  child.unref();
  (child.stdin as unknown as { unref?: () => void } | null)?.unref?.();
  return { dismiss: () => child.stdin?.end('dismissed') };
}
