import { execFileSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';

const root = join(import.meta.dirname, '../..');

describe('the build', () => {
  it('is made once: what runs from it is not swept away by the next command', () => {
    const madeAt = (): number => statSync(join(root, 'dist/.built')).ctimeMs;
    const before = madeAt(); // by the npm test that runs this
    execFileSync(process.execPath, [join(root, 'tools/bootstrap.mjs'), 'build'], { stdio: 'pipe' });
    expect(madeAt()).toBe(before);
  });
});
