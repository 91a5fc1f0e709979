import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmdirSync, writeFileSync } from 'node:fs';
import { get } from 'node:http';
import { connect, type Socket } from 'node:net';
import { join } from 'node:path';
import type { AppProcess } from '../../deployment/index.js';

/** The most open files that a running process may have. @returns what it was */
export function limitDescriptors(pid: number, most: number): number {
  const before = Number(/Max open files\s+(\d+)/.exec(readFileSync(`/proc/${pid}/limits`, 'utf8'))?.[1]);
  const { status } = spawnSync('prlimit', ['--pid', String(pid), `--nofile=${most}:${Math.max(most, before)}`]);
  if (status !== 0) throw new Error('prlimit failed');
  return before;
}

export const descriptorsOf = (pid: number): number => readdirSync(`/proc/${pid}/fd`).length;

/** Connections that say nothing. */
export function idleConnections({ url }: AppProcess, count: number): Socket[] {
  const port = Number(new URL(url).port);
  return Array.from({ length: count }, () => connect(port, '127.0.0.1').on('error', () => undefined));
}

/** Whether it answers who connects anew; a kept connection has its descriptor already. */
export const answersAnew = ({ url }: AppProcess): Promise<boolean> =>
  new Promise((resolve) => {
    const request = get(`${url}/livez`, { agent: false, timeout: 1_000 }, (answer) => {
      answer.resume();
      resolve(true);
    });
    request.on('timeout', () => request.destroy());
    request.on('error', () => resolve(false));
  });

const MEMORY = '/sys/fs/cgroup/memory';

export interface MemoryLimit {
  /** How often the process wanted more. */
  readonly reached: () => number;
  /** Takes the limit away, also once the process is gone. */
  readonly lift: () => void;
}

/** Lets a process have so many bytes and no more; beyond, the kernel ends it. */
export function limitMemory(pid: number, bytes: number): MemoryLimit {
  const group = join(MEMORY, `bus-faults-${pid}`);
  mkdirSync(group);
  writeFileSync(join(group, 'memory.limit_in_bytes'), String(bytes));
  writeFileSync(join(group, 'cgroup.procs'), String(pid));
  return {
    reached: () => Number(readFileSync(join(group, 'memory.failcnt'), 'utf8')),
    lift: () => {
      for (const left of readFileSync(join(group, 'cgroup.procs'), 'utf8').split('\n').filter(Boolean)) {
        writeFileSync(join(MEMORY, 'cgroup.procs'), left);
      }
      rmdirSync(group);
    },
  };
}
