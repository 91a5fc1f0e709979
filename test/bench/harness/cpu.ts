import { readFileSync } from 'node:fs';

/** Clock ticks a second, as Linux counts the time of processes on every platform that Node runs on. */
const TICKS = 100;

/** CPU seconds that these processes and threads of theirs have used so far, in user and kernel. */
export function cpuSecondsOf(pids: readonly number[]): number {
  return pids.reduce((sum, pid) => sum + ticksOf(pid), 0) / TICKS;
}

function ticksOf(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return Number(fields[11]) + Number(fields[12]);
}
