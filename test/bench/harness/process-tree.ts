import { readdirSync, readFileSync } from 'node:fs';

/** Clock ticks a second, as Linux counts the time of processes on every platform that Node runs on. */
export const TICKS = 100;

interface Process {
  readonly pid: number;
  readonly parent: number;
  /** Its own, and that of children which have ended and were waited for. */
  readonly ticks: number;
}

/** CPU seconds that these processes, everything that they started and everything that has ended below them have used. */
export function cpuSecondsOfTrees(roots: readonly number[]): number {
  return treeOf(roots).reduce((sum, { ticks }) => sum + ticks, 0) / TICKS;
}

/** Resident memory of processes, in bytes. */
export function residentBytesOf(pids: readonly number[]): number {
  return pids.reduce((sum, pid) => {
    const kilobytes = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'latin1'))?.[1];
    return sum + Number(kilobytes ?? 0) * 1024;
  }, 0);
}

function treeOf(roots: readonly number[]): Process[] {
  const all = allProcesses();
  const children = Map.groupBy(all, ({ parent }) => parent);
  const found = new Set(all.filter(({ pid }) => roots.includes(pid)));
  for (const each of found) for (const child of children.get(each.pid) ?? []) found.add(child);
  return [...found];
}

function allProcesses(): Process[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => processOf(Number(name)));
}

/** Nothing for a process that has ended meanwhile. */
function processOf(pid: number): Process[] {
  let stat: string;
  try {
    stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
  } catch {
    return [];
  }
  const fields = stat
    .slice(stat.lastIndexOf(')') + 2)
    .split(' ')
    .map(Number);
  const [parent = 0, own = [11, 12, 13, 14]] = [fields[1]];
  return [{ pid, parent, ticks: own.reduce((sum, at) => sum + (fields[at] ?? 0), 0) }];
}
