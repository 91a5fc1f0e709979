import { execFileSync } from 'node:child_process';
import { mkdtempSync, realpathSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../deployment/places.js';

/** A folder outside of the repository with the packed client in it and nothing else, as an integrator has it. No registry is asked. */
export function folderWithClient(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'bus-integrator-')));
  const run = (command: string, args: readonly string[]): string =>
    execFileSync(command, args, { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  const packed = run(process.execPath, [join(root, 'tools/client/pack.mjs'), folder]).trim();
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
  run('npm', ['install', '--offline', '--no-audit', '--no-fund', packed]);
  return folder;
}
