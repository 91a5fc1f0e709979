import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';

const built = join(import.meta.dirname, '../../dist/test');

async function run(main: string, args: readonly string[]) {
  const child = spawn(process.execPath, [join(built, main), ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  const [said, complained, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
  return { code, said, complained };
}

describe.each([
  ['bench', 'bench/main.js', ['--group', '--only', '--repeats', '--seconds', '--minutes', '--profile', '--dry']],
  ['faults', 'faults/main.js', ['--only', '--seed', '--runs', '--keep', '--record', '--list']],
  [
    'mutants',
    'mutants/main.js',
    ['--only', '--scenario', '--list', '--words', '--sound-only', '--bugs-only', '--record'],
  ],
  ['abuse', 'abuse/measured/main.js', ['--only', '--seed', '--pairs', '--seconds', '--timings', '--list', '--record']],
  [
    'simulation',
    'simulation/main.js',
    ['--seed', '--runs', '--only', '--plan', '--failures', '--workers', '--planted', '--found', '--record'],
  ],
])('npm run %s', (script, main, options) => {
  it('tells its options with --help, a line each, and does nothing else', async () => {
    const { code, said, complained } = await run(main, ['--help']);
    expect({ code, complained }).toEqual({ code: 0, complained: '' });
    expect(said).toContain(`Usage: npm run ${script} --`);
    expect([...said.matchAll(/^ {2}(--[a-z-]+).* {2}\S/gm)].map(([, option]) => option)).toEqual(options);
  });
});

it('what they do not know is answered with one line that names it and --help', async () => {
  const { code, said, complained } = await run('simulation/main.js', ['--nonsense']);
  expect({ code, said }).toEqual({ code: 2, said: '' });
  expect(complained).toMatch(/^.*'--nonsense'.*--help.*\n$/);
});
