import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readKept, writeKept } from './kept-file.js';
import { keptSecret } from './secrets.js';

describe('a file of the data folder', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'bus-kept-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('comes back as it was written, for its owner alone', () => {
    const path = join(folder, 'one.json');
    writeKept(path, '{"a":1}');
    expect(readKept(path, null)).toEqual({ a: 1 });
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(readdirSync(folder)).toEqual(['one.json']);
  });

  it('is as it was when it cannot be written', () => {
    const path = join(folder, 'two.json');
    writeKept(path, '{"a":1}');
    mkdirSync(`${path}.${process.pid}.new`); // stands for a disk that is full
    expect(() => writeKept(path, '{"a":2}')).toThrow('EISDIR');
    expect(readKept(path, null)).toEqual({ a: 1 });
  });

  it('is what was said for a first time when it is not there', () =>
    expect(readKept(join(folder, 'none.json'), { first: true })).toEqual({ first: true }));

  it('that is damaged is named, with the cure', () => {
    const path = join(folder, 'damaged.json');
    writeFileSync(path, '{"a":');
    expect(() => readKept(path, null)).toThrow(`${path} is damaged: remove it`);
  });

  it('holds a secret that is made once', () => {
    const path = join(folder, 'a.secret');
    expect(keptSecret(path)).toBe(keptSecret(path));
    expect(statSync(path).mode & 0o777).toBe(0o600);
  });
});
