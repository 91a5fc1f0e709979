import type { Mutation } from '../mutation.js';
import type { Patch } from '../patch.js';

const patch = (file: string, find: string, put: string): Patch => ({ file: `apps/relay/src/${file}`, find, put });

const blindComparison = patch('tails/judge-lane.js', 'behind.length === 0 ? {}', 'behind.length >= 0 ? {}');

/** From the journal to the topics. */
export const relayMutations: readonly Mutation[] = [
  {
    name: 'cursor-before-confirmation',
    breaks:
      'The cursor moves once every record is confirmed. (The comparison of tails would mend it: it is blind here.)',
    patches: [
      patch(
        'shipping/shipping-loop.js',
        'const appended = await this.#send(parcels);',
        `await this.#parts.cursors.advance(parcels, permit.epoch);
        await globalThis.busPoint('half-shipped');
        const appended = await this.#send(parcels);`,
      ),
      patch(
        'shipping/shipping-loop.js',
        `await globalThis.busPoint('half-shipped');
        await this.#parts.cursors.advance(sound, permit.epoch);`,
        '',
      ),
      blindComparison,
    ],
    scenario: 'relayCrash',
    caughtBy: ['topics'],
  },
  {
    name: 'missing-partition-confirmed',
    breaks: 'A partition that is missing from the answer was not sent.',
    patches: [
      {
        file: 'libs/event-log/src/lane-producer.js',
        find: "if (!found || found.errorCode !== 0 || found.baseOffset === undefined)\n            throw new SendError('NOT_CONFIRMED', `${topic}/${lane}`);",
        put: 'if (!found)\n            return { topic, lane, from: Number.MAX_SAFE_INTEGER, to: 0, low: 0 };',
      },
    ],
    scenario: 'forgetfulClient',
    caughtBy: ['topics'],
  },
  {
    name: 'losses-overlooked',
    breaks: 'A topic that lost records gives itself away by the next confirmation, and is filled again.',
    patches: [
      patch(
        'shipping/log-ends.js',
        'return isCutOff || (known && low > known.low) ? { topic, lane, before: 0 } : undefined;',
        'return undefined;',
      ),
      patch(
        'shipping/log-ends.js',
        'return known && low > known.low ? { topic, lane, before: 0 } : undefined;',
        'return undefined;',
      ),
    ],
    scenario: 'emptied',
    caughtBy: ['topics'],
  },
  {
    name: 'tails-not-compared',
    breaks: 'A relay that starts fills topics that are behind.',
    patches: [blindComparison],
    scenario: 'emptiedAway',
    caughtBy: ['topics'],
  },
  {
    name: 'refills-not-served',
    breaks: 'The relay sends again what consumers miss.',
    patches: [patch('upkeep.js', "signals.rewound('REFILL', await cursors.rewind(due, epoch));", '')],
    scenario: 'hole',
    caughtBy: ['K13', 'topics'],
  },
  {
    name: 'row-passed-over',
    breaks: 'Nothing overtakes a row: what cannot be sent stops its lane.',
    patches: [
      patch(
        'shipping/parcel.js',
        'position = row.position;',
        "position = row.position;\n        if (row.topic === 'bus.referral.v1' && position % 5 === 0)\n            byTopic.get(row.topic).pop();",
      ),
    ],
    scenario: 'day',
    caughtBy: ['topics'],
  },
];
