import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';

const program = join(import.meta.dirname, '../../../dist/apps/cli/src/main.js');

interface Ended {
  readonly code: number | null;
  readonly said: string;
  readonly complained: string;
}

/** @param deaf closes the pipe before anything can be read, as `head` does */
function bus(args: readonly string[], deaf = false): Promise<Ended> {
  const child = spawn(process.execPath, [program, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  let [said, complained] = ['', ''];
  child.stdout.on('data', (text) => (said += String(text)));
  child.stderr.on('data', (text) => (complained += String(text)));
  if (deaf) child.stdout.destroy();
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, said, complained })));
}

describe('the bus command', () => {
  it('says what its exit codes mean', async () =>
    expect(await bus(['--help'])).toMatchObject({
      code: 0,
      said: expect.stringContaining('0 fine, 1 something was found, 2 called wrongly, 3 a part cannot be reached'),
    }));

  it.each([[['nonsense']], [['simulate', '--referrals', '0']]])(
    'ends with 2 when it is called wrongly: %j',
    async (args) => expect(await bus(args)).toMatchObject({ code: 2, said: '' }),
  );

  it.each([[['lag']], [['escalations', '--watch']], [['schemas', 'publish']], [['verify']]])(
    'ends with 3 and one sentence where there is no bus: %j',
    async (args) => {
      const { code, complained } = await bus([...args, '--data', '/nonexistent']);
      expect([code, complained.trimEnd().split('\n')]).toEqual([3, [expect.stringMatching(/^bus: .+: start the bus/)]]);
    },
  );

  it('ends quietly when nobody reads on', async () =>
    expect(await bus(['--help'], true)).toMatchObject({ code: 0, complained: '' }));
});
