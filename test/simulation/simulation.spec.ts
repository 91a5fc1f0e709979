import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import { ownDist } from '../deployment/places.js';

const programs = join(ownDist, 'test/simulation');

/** In a process of its own: simulated time and chance take the place of Node's. */
async function run(program: string, ...args: string[]): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, [join(programs, program), ...args]).catch(
    (error: { stdout?: string; stderr?: string }) => {
      throw new Error(`${error.stdout ?? ''}${error.stderr ?? ''}`);
    },
  );
  return stdout;
}

describe('the simulated bus', () => {
  it('keeps every law in a taste of interleavings', async () => {
    expect(await run('main.js', '--seed', '1', '--runs', '150')).toContain('150 interleavings, 0 failed');
  }, 240_000);

  it('keeps every law where it once did not', async () => {
    expect(await run('main.js', '--found')).toMatch(/^\d+ interleavings that once failed, 0 failed/m);
  }, 120_000);

  it('is found to be broken by every bug that is planted in it, within the seeds that the bug names', async () => {
    expect(await run('main.js', '--planted')).toMatch(/^(\d+) of \1 planted bugs were found/m);
  }, 240_000);
});
