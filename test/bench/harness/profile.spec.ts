import { describe, expect, it } from '@jest/globals';
import { summarise } from './profile.js';

const node = (id: number, functionName: string, url: string) => ({
  id,
  callFrame: { functionName, url, lineNumber: 1 },
});

describe('the summary of a profile', () => {
  const profile = {
    nodes: [
      node(1, '(idle)', ''),
      node(2, 'decideBatch', 'file:///x/dist/libs/journal/src/batch.js'),
      node(3, 'append', 'file:///x/dist/libs/journal/src/statements.js'),
      node(4, 'escapeElement', 'file:///x/node_modules/pg/lib/utils.js'),
      node(5, 'writev', 'node:internal/stream'),
    ],
    startTime: 0,
    endTime: 100,
    samples: [1, 2, 3, 4, 5, 2],
    timeDeltas: [0, 40, 20, 10, 10, 20],
  };

  it('gives the own time of each sample to its module and function', () =>
    expect(summarise(profile)).toEqual([
      '- by module: idle 40.0 %, libs/journal 30.0 %, node:internal 20.0 %, pg 10.0 %',
      '- by function: idle 40.0 %, decideBatch (libs/journal) 20.0 %, writev (node:internal) 20.0 %, append (libs/journal) 10.0 %, escapeElement (pg) 10.0 %',
    ]));
});
