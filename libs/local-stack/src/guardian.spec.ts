import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { until } from '#libs/testing';
import { isRunning, type ProcessIdentity } from './process-identity.js';

const built = join(import.meta.dirname, '../../../dist/libs/local-stack/src/index.js');

/** Serves the folder, and another inside, with a process each; then does what the spec says. */
const SERVER = `
  const { spawn } = await import('node:child_process');
  const { mkdirSync } = await import('node:fs');
  const { appointGuardian, ProcessLedger } = await import(process.argv[1]);
  const [, , folder, last] = process.argv;
  mkdirSync(folder + '/inside');
  const guardian = appointGuardian(folder);
  for (const served of [folder, folder + '/inside']) {
    const { ledger } = await ProcessLedger.take(served);
    ledger.add('sleeper', spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60_000)'], { stdio: 'ignore', detached: true }).pid);
  }
  if (last === 'dismiss') guardian.dismiss();
  process.stdout.write('ready');
  setInterval(() => {}, 1_000);
`;

describe('a guardian', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'bus-guardian-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  /** What the server, killed once it was ready, had started. */
  const leftBy = async (last: 'die' | 'dismiss'): Promise<ProcessIdentity[]> => {
    const server = spawn(process.execPath, ['--input-type=module', '-e', SERVER, built, folder, last], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await new Promise((resolve) => server.stdout.once('data', resolve));
    const left = [folder, join(folder, 'inside')].flatMap(
      (served) =>
        (JSON.parse(readFileSync(join(served, 'processes.json'), 'utf8')) as { children: ProcessIdentity[] }).children,
    );
    const gone = new Promise((resolve) => server.once('exit', resolve));
    server.kill('SIGKILL');
    await gone;
    return left;
  };

  it('ends what a process that was killed had started, in folders inside too, and removes the folder', async () => {
    const left = await leftBy('die');
    expect(left).toHaveLength(2);
    await until(async () => (existsSync(folder) ? undefined : true));
    expect(left.filter(isRunning)).toEqual([]);
  });

  it('does nothing once it is dismissed', async () => {
    const left = await leftBy('dismiss');
    expect(left.filter(isRunning)).toHaveLength(2);
    expect(existsSync(folder)).toBe(true);
    for (const { pid } of left) process.kill(pid, 'SIGKILL');
  });
});
