import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { stories } from '../../apps/cli/src/stories/stories.js';

it('docs/stories.md names every story, in order, with what it teaches', () => {
  const document = readFileSync(join(import.meta.dirname, '../../docs/stories.md'), 'utf8');
  const rows = [...document.matchAll(/^\| (\d+) +\| (.+?) +\| (.+?) +\|$/gm)].map(([, number, title, teaches]) => [
    Number(number),
    title,
    teaches,
  ]);
  expect(rows).toEqual([...stories.values()].map(({ number, title, teaches }) => [number, title, teaches]));
});
