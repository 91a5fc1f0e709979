import { describe, expect, it } from '@jest/globals';
import type { BusEvent } from '#libs/contracts';
import { type Edition, firstRulebook, nameOf, plainSubmission, type Rules } from '#libs/domain';
import { graded, kinds, laneOf, NOW, read, submitted } from '../lane.fixtures.js';

const MINUTE = 60_000;
const { version: _, ...document } = firstRulebook.version(1);

const edition = (version: number, publishedAt: number, inForceFrom: number): Edition => ({
  ...{ version, document: JSON.stringify(document), publishedAt, inForceFrom, synthetic: false },
});

const FIRST = edition(1, NOW - 90 * 24 * 60 * MINUTE, NOW - 90 * 24 * 60 * MINUTE);
/** Published weeks before it holds. */
const DATED = edition(2, NOW - 20 * 24 * 60 * MINUTE, NOW);
/** Holds from its publication. */
const AT_ONCE = edition(2, NOW, NOW);

const of = (...editions: Edition[]): Rules => ({
  editions: { [nameOf('RULE_SET', 'referral')]: editions, [nameOf('RULE_SET', 'escalation')]: [FIRST] },
  proposals: {},
  ended: {},
});

/** What is found of a referral that is submitted so much later, under this version. */
function found(published: Rules | null, afterMs: number, version: number, delivery = 1): string[] {
  const event = {
    ...submitted,
    data: {
      ...submitted.data,
      ...plainSubmission,
      rules: { set: 'referral', version },
      deliveryRules: { set: 'escalation', version: delivery },
    },
  } as BusEvent;
  const rows = laneOf([[[event, graded]]], () => ({ acceptedAt: NOW + afterMs }));
  return kinds(read(rows, { published }).report, 'rules');
}

describe('the version that a referral is submitted under', () => {
  it.each([
    ['the one before, until the date', -1, 1],
    ['the next one from its date on', 0, 2],
  ])('is %s', (_what, afterMs, version) => {
    expect(found(of(FIRST, DATED), afterMs, version)).toEqual([]);
    expect(found(of(FIRST, DATED), afterMs, 3 - version)).toEqual(['illegal-history']);
  });

  it('is none that nobody published', () => expect(found(of(FIRST), 0, 2)).toEqual(['illegal-history']));
  it('is one of the times of delivery too', () => expect(found(of(FIRST), 0, 1, 2)).toEqual(['illegal-history']));

  it('may be the one before for as long as a process may not have learned of the next', () => {
    expect(found(of(FIRST, AT_ONCE), -1, 2)).toEqual(['illegal-history']);
    for (const version of [1, 2]) expect(found(of(FIRST, AT_ONCE), 5 * MINUTE, version)).toEqual([]);
    expect(found(of(FIRST, AT_ONCE), 17 * MINUTE, 1)).toEqual(['illegal-history']);
    expect(found(of(FIRST, AT_ONCE), 17 * MINUTE, 2)).toEqual([]);
  });

  it('is the later one of two that hold from the same date', () => {
    const later = edition(3, NOW - 10 * 24 * 60 * MINUTE, NOW);
    expect(found(of(FIRST, DATED, later), 0, 3)).toEqual([]);
    expect(found(of(FIRST, DATED, later), 0, 2)).toEqual(['illegal-history']);
  });

  it('is not judged where nothing is known of what was published', () => {
    for (const published of [null, { editions: {}, proposals: {}, ended: {} }])
      expect(found(published, 0, 2)).toEqual([]);
  });
});
