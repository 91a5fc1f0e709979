import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

/** A process for certain: ids are used again, a start time with an id is not. */
export interface ProcessIdentity {
  readonly pid: number;
  readonly started: string;
}

/** Null when no such process runs (a zombie does not). */
export function identityOf(pid: number): ProcessIdentity | null {
  const started = existsSync('/proc/self/stat') ? startedOnLinux(pid) : startedElsewhere(pid);
  return started === null ? null : { pid, started };
}

export function isRunning({ pid, started }: ProcessIdentity): boolean {
  return identityOf(pid)?.started === started;
}

/** Field 22 of /proc/<pid>/stat, counted after the command in field 2, which may hold blanks and brackets. Ticks since boot, so the boot counts too. */
function startedOnLinux(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'latin1').trim();
    return fields[0] === 'Z' ? null : `${boot}/${fields[19]}`;
  } catch {
    return null; // no such process
  }
}

function startedElsewhere(pid: number): string | null {
  try {
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim() || null;
  } catch {
    return null; // ps exits non-zero for no such process
  }
}

/** Asks a process to end, and ends it when it has not within the bound. Resolves when it is gone. */
export async function endProcess(
  identity: ProcessIdentity,
  signal: NodeJS.Signals = 'SIGTERM',
  boundMs = 10_000,
): Promise<void> {
  const until = Date.now() + boundMs;
  kill(identity, signal);
  while (isRunning(identity)) {
    if (Date.now() > until) kill(identity, 'SIGKILL');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

function kill(identity: ProcessIdentity, signal: NodeJS.Signals): void {
  if (!isRunning(identity)) return;
  try {
    process.kill(identity.pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
