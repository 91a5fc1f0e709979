import { readdirSync, readFileSync } from 'node:fs';

/** A process and all that came from it, itself first. */
export function treeOf(pid: number): number[] {
  const children = Map.groupBy(processes(), ({ parent }) => parent);
  const tree = [pid];
  for (const each of tree) tree.push(...(children.get(each) ?? []).map((child) => child.pid));
  return tree;
}

/** What a process is called, as `ps` shows it; empty when it is gone. */
export function titleOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
  } catch {
    return '';
  }
}

export function signalTree(pid: number, signal: NodeJS.Signals): void {
  for (const each of treeOf(pid)) {
    try {
      process.kill(each, signal);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
    }
  }
}

function processes(): { pid: number; parent: number }[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const stat = readFileSync(`/proc/${name}/stat`, 'latin1');
        return [{ pid: Number(name), parent: Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]) }];
      } catch {
        return []; // gone meanwhile
      }
    });
}
