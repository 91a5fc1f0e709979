import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { v7 } from 'uuid';
import { Strace } from '../nemesis/strace.js';
import { treeOf } from '../nemesis/process-tree.js';
import type { Scene } from '../scene.js';

const ANSWERS = 30;
/** Bytes of a call's content that are shown. With images of whole pages in it, a write of the log is longer than 16 KiB. */
const WHOLE_WRITE = String(1024 * 1024);

/** What strace saw, in the order in which it ended. */
interface Call {
  readonly name: string;
  readonly rest: string;
}

/**
 * Every answer 201 that leaves the write app must be preceded by a sync of the log that was begun after the commit's bytes
 * had been written to it. Shown on the system calls of both sides, whose times come from one clock.
 */
export async function syncOrder(scene: Scene): Promise<void> {
  const trace = join(scene.services.folder, 'calls.trace');
  const pids = [...treeOf(scene.services.pidOf('postgres')), scene.app('referrals').pid];
  const strace = await Strace.attach(pids, [
    '-y',
    '-s',
    WHOLE_WRITE,
    '-o',
    trace,
    '-e',
    'trace=pwrite64,fdatasync,write,writev',
  ]);
  try {
    for (let nth = 0; nth < ANSWERS; nth++) await submit(scene);
  } finally {
    await strace.detach();
  }
  const faults = faultsIn(callsIn(readFileSync(trace, 'latin1')), ANSWERS);
  scene.note(`${ANSWERS} answers looked at`);
  faults.forEach((fault) => scene.fail(fault));
}

async function submit(scene: Scene): Promise<void> {
  const answer = await scene.bus.ask('referrals', 'US-CLEAR', '/v1/referrals', {
    method: 'POST',
    headers: { 'idempotency-key': v7() },
    body: {
      to: { agency: 'PH-WCPC' },
      synthetic: true,
      incident: { offenceType: 'SOLICITATION' },
      priority: { level: 'P3', reasons: ['IDENTIFIED_SUSPECT'] },
    },
  });
  if (answer.status !== 201) throw new Error(`a submission was answered ${answer.status}`);
}

/** A call that another one interrupts is on two lines: it counts where it ends, with what it began with. */
export function callsIn(trace: string): Call[] {
  const begun = new Map<string, Call>();
  const calls: Call[] = [];
  for (const line of trace.split('\n')) {
    const [, pid = '', text = ''] = /^(\d+)\s+(.*)$/.exec(line) ?? [];
    const unfinished = /^(\w+)\((.*) <unfinished \.\.\.>$/.exec(text);
    const resumed = /^<\.\.\. (\w+) resumed>/.exec(text);
    const whole = /^(\w+)\((.*)$/.exec(text);
    if (unfinished) {
      const [, name = '', rest = ''] = unfinished;
      begun.set(pid, { name, rest });
      if (name === 'fdatasync') calls.push({ name: 'fdatasync begun', rest: `${pid} ${rest}` });
    } else if (resumed) {
      const call = begun.get(pid);
      if (call) calls.push(call.name === 'fdatasync' ? { name: 'fdatasync', rest: `${pid} ${call.rest}` } : call);
    } else if (whole) {
      const [, name = '', rest = ''] = whole;
      if (name === 'fdatasync')
        calls.push({ name: 'fdatasync begun', rest: `${pid} ${rest}` }, { name, rest: `${pid} ${rest}` });
      else calls.push({ name, rest });
    }
  }
  return calls;
}

/** Answers whose referral was not synced before: written to the log, then a sync begun and ended, then answered. */
export function faultsIn(calls: readonly Call[], wanted: number): string[] {
  const faults: string[] = [];
  let answers = 0;
  for (const [at, { name, rest }] of calls.entries()) {
    if (!name.startsWith('write') || !rest.includes('HTTP/1.1 201')) continue;
    answers++;
    const id = /"id\\*":\\*"([A-Z]{2}\.\d+\.[0-9a-f-]{36})/.exec(rest)?.[1];
    if (id === undefined) {
      faults.push(`an answer names no referral: ${rest.slice(0, 200)}`);
      continue;
    }
    const before = calls.slice(0, at);
    const written = before.findIndex(
      (call) => call.name === 'pwrite64' && call.rest.includes('pg_wal') && call.rest.includes(id),
    );
    const synced = written >= 0 && isSyncedAfter(before.slice(written));
    if (!synced)
      faults.push(`${id} was answered ${written < 0 ? 'before it was in the log' : 'before the log was synced'}`);
  }
  if (answers < wanted) faults.push(`only ${answers} answers were seen`);
  return faults;
}

function isSyncedAfter(calls: readonly Call[]): boolean {
  const begun = new Set<string>();
  for (const { name, rest } of calls) {
    if (!rest.includes('pg_wal')) continue;
    const [pid = ''] = rest.split(' ');
    if (name === 'fdatasync begun') begun.add(pid);
    if (name === 'fdatasync' && begun.has(pid)) return true;
  }
  return false;
}
