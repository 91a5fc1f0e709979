import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import { StartFailure } from '#libs/local-stack';
import { ConfigError } from '#libs/platform';
import { startSentence } from './start-sentence.js';

const thrown = (act: () => unknown): unknown => {
  try {
    return act();
  } catch (error) {
    return error;
  }
};

describe('why the bus could not start', () => {
  it.each([
    ['a part', new StartFailure('port 8080 is taken', 'choose another'), 'port 8080 is taken: choose another.'],
    ['a setting', new ConfigError(['PORT: is no number']), 'PORT: is no number'],
    ['a folder', thrown(() => writeFileSync('/dev/null/x', '')), '/dev/null/x cannot be used (ENOTDIR): see that'],
    [
      'an option',
      thrown(() => parseArgs({ args: ['--no'], options: {} })),
      "npm start takes no such option (Unknown option '--no'",
    ],
    ['anything else', new Error('odd'), 'The bus could not start (odd): see /data/bus.log'],
  ])('is said in one sentence: %s', (_what, error, sentence) =>
    expect(startSentence(error, '/data/bus.log')).toContain(sentence),
  );
});
