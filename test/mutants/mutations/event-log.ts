import type { Mutation } from '../mutation.js';
import type { Patch } from '../patch.js';

const patch = (file: string, find: string, put: string): Patch => ({ file: `libs/event-log/src/${file}`, find, put });

/** Records and their proof. */
export const eventLogMutations: readonly Mutation[] = [
  {
    name: 'mac-not-checked',
    breaks: 'A record that the relay did not sign has no place.',
    patches: [patch('framing.js', 'if (!proved)', 'if (false)')],
    scenario: 'forged',
    caughtBy: ['K4', 'topics', 'trail'],
  },
  {
    name: 'mac-without-content',
    breaks: 'The proof covers the content.',
    patches: [patch('mac.js', '${netstring(schema)}`, leaf)', '${netstring(schema)}`, Buffer.alloc(0))')],
    scenario: 'otherContent',
    caughtBy: ['topics'],
  },
  {
    name: 'key-of-the-stream',
    breaks: 'The Kafka key is the leg: parking and order go by it.',
    patches: [patch('framing.js', 'key: row.key,\n        value:', 'key: meta.stream,\n        value:')],
    scenario: 'day',
    caughtBy: ['topics'],
  },
  {
    name: 'headers-of-the-event-before',
    breaks: 'Headers say what the event says.',
    patches: [
      patch(
        'framing.js',
        'const place = formatPlace(meta);',
        'const place = formatPlace({ ...meta, after: meta.after.map((each) => (meta.lane === 0 ? each : Math.max(0, each - 1))) });',
      ),
    ],
    scenario: 'day',
    caughtBy: ['topics'],
  },
];
