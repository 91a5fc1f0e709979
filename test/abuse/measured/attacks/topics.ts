import { topics } from '#libs/contracts';
import { CompressionTypes } from 'kafkajs';
import type { TopicRecord } from '../../client/forger.js';
import { type Attack, inParallel, type Tally, type Target } from './attack.js';

/** Lanes of PH, where the others' referrals go. */
const LANES = [1, 2, 3, 4, 5, 6, 7, 8];

const junk = (nth: number, bytes: number, headers: TopicRecord['headers'] = {}): TopicRecord => ({
  topic: topics.referral,
  lane: LANES[nth % LANES.length] ?? 1,
  key: 'junk',
  value: Buffer.alloc(bytes, 7),
  headers,
});

const looksReal = (nth: number): TopicRecord['headers'] => ({
  'bus-place': `${LANES[nth % LANES.length]}/999999/1,1,1/${'0'.repeat(64)}`,
  'bus-schema': '0'.repeat(64),
  'bus-mac': `k1:${'0'.repeat(64)}`,
});

const produce = (records: (nth: number) => TopicRecord[], compression = CompressionTypes.None) => {
  return ({ forger }: Target, signal: AbortSignal, tally: Tally): Promise<void> => {
    let sent = 0;
    return inParallel(2, signal, async () => {
      const some = records(sent++);
      await forger.send(some, compression);
      tally.add('appended', some.length);
    });
  };
};

export const topicAttacks: readonly Attack[] = [
  {
    id: 'records-small',
    row: 'Z11',
    what: 'records of 1 kB that look like the relay’s, as fast as the broker takes them',
    run: produce((nth) => Array.from({ length: 20 }, () => junk(nth, 1_000, looksReal(nth)))),
  },
  {
    id: 'records-large',
    row: 'Z11',
    what: 'records of nearly a mebibyte that look like the relay’s',
    run: produce((nth) => [junk(nth, 1_000_000, looksReal(nth))]),
  },
  {
    id: 'records-packed',
    row: 'Z11',
    what: 'records that were packed from a mebibyte to a kilobyte',
    run: produce((nth) => [junk(nth, 1_000_000)], CompressionTypes.GZIP),
  },
  {
    id: 'records-headers',
    row: 'Z11',
    what: 'records with twenty thousand headers',
    run: produce((nth) => [
      junk(nth, 10, Object.fromEntries(Array.from({ length: 20_000 }, (_, n) => [n.toString(36), 'x']))),
    ]),
  },
];
