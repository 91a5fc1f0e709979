import { spawnSync } from 'node:child_process';
import type { Need, Row } from './row.js';

const tries: Record<Need, readonly [command: string, ...args: string[]]> = {
  strace: ['strace', '-o', '/dev/null', 'true'],
  prlimit: ['prlimit', '--pid', String(process.pid)],
  tmpfs: ['unshare', '--mount', 'mount', '-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', '/mnt'],
};

/** What this machine cannot do for the row; null where it can everything. */
export function missingFor({ needs = [] }: Row): string | null {
  const missing = needs.filter((need) => {
    const [command, ...args] = tries[need];
    return spawnSync(command, args, { stdio: 'ignore' }).status !== 0;
  });
  return missing.length === 0 ? null : `no ${missing.join(', ')} on this machine`;
}
