import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';

const apps = join(import.meta.dirname, '../../dist/apps');

describe.each([
  'referrals',
  'relay',
  'agency-views',
  'audit-trail',
  'membership',
  'operations',
  'policies',
  'delivery',
])('%s by itself', (app) => {
  it('says what its configuration lacks, by name and on one line each, and ends', () => {
    const env = { PATH: process.env['PATH'], ISSUER_URL: 'http://canary.example' };
    const { status, stderr } = spawnSync(process.execPath, [join(apps, app, 'src/main.js')], {
      env,
      encoding: 'utf8',
    });
    const [head, ...faults] = stderr.trimEnd().split('\n');
    expect([status, head]).toEqual([1, `${app} cannot start: the configuration has ${faults.length} fault(s):`]);
    expect(faults).toContain('  ISSUER_JWKS_URL: is missing');
    expect(faults.filter((fault) => !/^ {2}[A-Z_]+: /.test(fault))).toEqual([]);
    expect(stderr).not.toContain('canary');
  });
});
