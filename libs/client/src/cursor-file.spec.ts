import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { CursorFile } from './cursor-file.js';

describe('a cursor in a file', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'bus-cursor-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('is none at first, and then the last one that was kept', async () => {
    const file = new CursorFile(join(folder, 'feed.cursor'));
    expect(await file.load()).toBeUndefined();
    await file.save('one');
    await file.save('two');
    expect(await new CursorFile(join(folder, 'feed.cursor')).load()).toBe('two');
    expect(readdirSync(folder)).toEqual(['feed.cursor']);
  });

  it('stands whole, whatever a writer that died has left beside it', async () => {
    const file = new CursorFile(join(folder, 'feed.cursor'));
    await file.save('one');
    writeFileSync(join(folder, 'feed.cursor.new'), 'tw');
    expect(await file.load()).toBe('one');
    await file.save('three');
    expect(await file.load()).toBe('three');
  });

  it('says so when it cannot be kept', () =>
    expect(new CursorFile(join(folder, 'none', 'feed.cursor')).save('one')).rejects.toThrow('ENOENT'));
});
