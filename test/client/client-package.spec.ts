import { execFileSync, spawnSync } from 'node:child_process';
import { copyFileSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import * as client from '#libs/client';
import { root } from '../deployment/places.js';
import { folderWithClient } from './installed-client.js';

/** What a wrong word would compile to if the types were not there. */
const typed = `
import { BusClient } from 'referral-bus-client';
declare const bus: BusClient;
await bus.command('/v1/referrals/{id}/accept', { path: { id: 'r' }, body: { scope: 'FULL' } });
// @ts-expect-error no such command
await bus.command('/v1/referrals/{id}/adopt', { path: { id: 'r' } });
// @ts-expect-error no such scope
await bus.command('/v1/referrals/{id}/accept', { path: { id: 'r' }, body: { scope: 'SOME' } });
`;

describe('the package of the client, installed in an empty folder', () => {
  let folder: string;
  beforeAll(() => {
    folder = folderWithClient();
  }, 120_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('needs nothing else, and says under which version and licence it comes', () => {
    expect(readdirSync(join(folder, 'node_modules')).filter((name) => !name.startsWith('.'))).toEqual([
      'referral-bus-client',
    ]);
    const read = (path: string): Record<string, unknown> => JSON.parse(readFileSync(path, 'utf8')) as never;
    const { version, license } = read(join(root, 'package.json'));
    expect(read(join(folder, 'node_modules/referral-bus-client/package.json'))).toMatchObject({ version, license });
  });

  it('gives plain Node all that the library gives', () => {
    const program = "console.log(JSON.stringify(Object.keys(await import('referral-bus-client'))))";
    const said = execFileSync(process.execPath, ['--input-type=module', '--eval', program], {
      ...{ cwd: folder, encoding: 'utf8' },
      env: { PATH: process.env['PATH'] },
    });
    expect((JSON.parse(said) as string[]).sort()).toEqual(Object.keys(client).sort());
  });

  it('gives TypeScript the types of the API, by which the example compiles and a wrong word does not', () => {
    copyFileSync(join(root, 'docs/examples/backend.ts'), join(folder, 'backend.ts'));
    writeFileSync(join(folder, 'typed.ts'), typed);
    const compilerOptions = {
      ...{ module: 'nodenext', target: 'es2022', strict: true, noEmit: true },
      ...{ types: ['node'], typeRoots: [join(root, 'node_modules/@types')] },
    };
    writeFileSync(
      join(folder, 'tsconfig.json'),
      JSON.stringify({ compilerOptions, files: ['backend.ts', 'typed.ts'] }),
    );
    const compiler = [join(root, 'node_modules/typescript7/lib/tsc.js'), '-p', folder];
    const { stdout, status } = spawnSync(process.execPath, compiler, { encoding: 'utf8' });
    expect([stdout, status]).toEqual(['', 0]);
  });
});
