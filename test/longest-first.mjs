// The order of a whole run: suites that start a bus of their own take minutes and wait for processes, so they begin first, and
// two workers end together. All others follow as Jest has them.
import { sep } from 'node:path';
import TestSequencer from '@jest/test-sequencer';

const LONGEST = [
  'test/journeys/after-a-loss',
  'test/abuse/doors',
  'test/webhooks/webhooks',
  'test/verification/under-load',
  'test/faults/taste',
  'test/journeys',
  'test/mutants/taste',
  'test/abuse',
  'test/starting',
];

const rankOf = ({ path }) => {
  const at = LONGEST.findIndex((name) => path.split(sep).join('/').includes(`/${name}`) && path.includes('.int-spec.'));
  return at < 0 ? LONGEST.length : at;
};

export default class LongestFirst extends TestSequencer {
  sort(tests) {
    return [...super.sort(tests)].sort((one, other) => rankOf(one) - rankOf(other));
  }
}
