import { spawn, spawnSync } from 'node:child_process';
import type { Need, Row } from './row.js';

const tries: Record<Need, readonly [command: string, ...args: string[]]> = {
  strace: ['strace', '-o', '/dev/null', 'true'],
  prlimit: ['prlimit', '--pid', String(process.pid)],
  memory: ['test', '-w', '/sys/fs/cgroup/memory/cgroup.procs'],
  tmpfs: ['unshare', '--mount', 'mount', '-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', '/mnt'],
};

const PRIVATE = 'BUS_FAULTS_PRIVATE_MOUNTS';

/**
 * Runs this program once more where its mounts are seen by nobody else and go with its last process. @returns its exit code;
 * null when that has been done, or no row needs it
 */
export async function elsewhere(rows: readonly Row[]): Promise<number | null> {
  if (process.env[PRIVATE] !== undefined || !rows.some((row) => row.needs?.includes('tmpfs') === true)) return null;
  if (missingFor({ needs: ['tmpfs'] }) !== null) return null;
  const args = ['--mount', '--propagation', 'private', process.execPath, ...process.execArgv, ...process.argv.slice(1)];
  const child = spawn('unshare', args, { stdio: 'inherit', env: { ...process.env, [PRIVATE]: '1' } });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal));
  return new Promise((resolve) => child.on('exit', (code) => resolve(code ?? 1)));
}

/** What this machine cannot do for the row; null where it can everything. */
export function missingFor({ needs = [] }: Pick<Row, 'needs'>): string | null {
  const missing = needs.filter((need) => {
    const [command, ...args] = tries[need];
    return spawnSync(command, args, { stdio: 'ignore' }).status !== 0;
  });
  return missing.length === 0 ? null : `no ${missing.join(', ')} on this machine`;
}
