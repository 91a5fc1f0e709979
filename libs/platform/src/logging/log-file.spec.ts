import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openLogFile } from './log-file.js';
import { createLogger } from './logger.js';

describe('the log of a process that keeps its data in a folder', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'bus-log-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('is added to, for its owner alone', async () => {
    const path = join(folder, 'made/bus.log');
    for (const text of ['first start', 'second start'])
      createLogger({ app: 'spec', level: 'info', destination: openLogFile(path, () => undefined) }).info(text);
    while (readFileSync(path, 'utf8').split('\n').length < 3) await turn();
    expect(readFileSync(path, 'utf8')).toMatch(/first start[^]*second start/);
    expect(statSync(path).mode & 0o777).toBe(0o600);
  });

  it('on a disk that is full says so once, and ends nothing', async () => {
    const troubles: string[] = [];
    const destination = openLogFile('/dev/full', ({ message }) => troubles.push(message));
    const logger = createLogger({ app: 'spec', level: 'info', destination });
    logger.info('a line');
    while (troubles.length === 0) await turn();
    for (let line = 0; line < 20; line++) {
      logger.info('another line');
      await turn();
    }
    expect(troubles).toEqual([expect.stringContaining('ENOSPC')]);
  });

  it('is refused at once where it cannot be', () => {
    const file = join(folder, 'file');
    writeFileSync(file, '');
    expect(() => openLogFile(join(file, 'bus.log'), () => undefined)).toThrow(/ENOTDIR|EEXIST/);
  });
});
