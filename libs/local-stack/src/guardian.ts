import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/**
 * Watches over throw-away data: when this process is gone, however it went, the guardian ends the services of the folder's
 * ledger and removes the folder. It notices by the end of a pipe that only we hold.
 */
export function appointGuardian(dataDir: string): { dismiss: () => void } {
  const script = fileURLToPath(new URL('./guardian-main.js', import.meta.url));
  const child = spawn(process.execPath, [script, dataDir], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
    env: { PATH: process.env['PATH'] },
  });
  child.unref();
  (child.stdin as unknown as { unref?: () => void } | null)?.unref?.();
  return { dismiss: () => child.stdin?.end('dismissed') };
}
