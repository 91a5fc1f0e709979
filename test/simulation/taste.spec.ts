import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import { ownDist } from '../deployment/places.js';

const run = promisify(execFile);

/** A process of its own: it replaces the clock and the timers of its world. */
const campaign = async (program: string, ...args: string[]): Promise<string> => {
  const script = join(ownDist, 'test/simulation', program);
  const { stdout } = await run(process.execPath, ['--enable-source-maps', script, ...args]);
  return stdout;
};

describe('the simulated bus', () => {
  it('keeps every law in two hundred interleavings', async () => {
    const said = await campaign('main.js', '--seed', '1', '--runs', '200');
    expect(said).toContain('200 interleavings, 0 failed');
  }, 60_000);
});
