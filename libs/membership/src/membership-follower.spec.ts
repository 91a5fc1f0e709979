import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type BusEvent, UndecodableEventError } from '#libs/contracts';
import { createLogger } from '#libs/platform';
import { until } from '#libs/testing';
import { foundBus, letIn, letGo, recorded, SpokenSource, suspended } from './membership.fixtures.js';
import { MembershipFollower } from './membership-follower.js';

const logger = createLogger({ app: 'spec', level: 'silent' });
const codeOf = (act: () => unknown): string => {
  try {
    act();
    return 'fine';
  } catch (error) {
    return (error as { code: string }).code;
  }
};

const OF_A_REFERRAL: BusEvent = { type: 'ReferralReceived', data: { by: 'PH-WCPC', rules: null } };

describe('a follower of membership', () => {
  let source: SpokenSource;
  let follower: MembershipFollower;
  const begin = (bounds = { uncertainMs: 60_000, denyMs: 120_000 }): void => {
    source = new SpokenSource();
    follower = new MembershipFollower(source, logger, bounds);
  };
  /** The source was read twice more, so that what it says now was taken in. */
  const takenIn = async (): Promise<void> => {
    const { reads } = source;
    await until(async () => source.reads >= reads + 2 || undefined);
  };
  beforeEach(() => begin());
  afterEach(() => follower.stop());

  it('knows nobody, lets nobody in and is not ready before it has learned anything', () => {
    expect(codeOf(() => follower.standingOf('PH-WCPC', 'x'))).toBe('MEMBERSHIP_UNKNOWN');
    expect(codeOf(() => follower.assertReady())).toBe('MEMBERSHIP_UNKNOWN');
  });

  it('is not ready while the bus is not founded', async () => {
    follower.start();
    await takenIn();
    expect(codeOf(() => follower.assertReady())).toBe('BUS_NOT_FOUNDED');
    expect(codeOf(() => follower.standingOf('PH-WCPC', 'x'))).toBe('MEMBERSHIP_UNKNOWN');
  });

  it('takes a change in as it is said, and what is repeated once', async () => {
    follower.start();
    source.next = { events: recorded(foundBus()), whole: true };
    await takenIn();
    expect([follower.standingOf('PH-WCPC', 'x'), codeOf(() => follower.assertReady())]).toEqual(['GOOD', 'fine']);
    source.next = { events: recorded([...foundBus(), suspended]), whole: true };
    await takenIn();
    expect(follower.standingOf('PH-WCPC', 'x')).toBe('AGENCY_SUSPENDED');
    expect(follower.directory.find('PH-WCPC')).toBeUndefined();
  });

  it('knows when an agency left that was admitted anew: what was opened to it before has ended', async () => {
    follower.start();
    source.next = { events: recorded([...foundBus(), letGo, letIn]), whole: true };
    await takenIn();
    const { position } = follower;
    const founded = foundBus().length;
    expect([follower.standingOf('PH-WCPC', 'x'), position]).toEqual(['GOOD', 2 * (founded + 2)]);
    expect([follower.leftAt('PH-WCPC'), follower.leftAt('BUS-OPS')]).toEqual([founded, null]);
  });

  it('says so, and then lets nobody in, when it has learned nothing for too long', async () => {
    begin({ uncertainMs: 400, denyMs: 1_600 });
    follower.start();
    source.next = { events: recorded(foundBus()), whole: true };
    await takenIn();
    source.next = new Error('the broker is away');
    expect(codeOf(() => follower.assertReady())).toBe('fine');
    await until(async () => codeOf(() => follower.assertReady()) === 'MEMBERSHIP_UNKNOWN' || undefined);
    expect(follower.standingOf('PH-WCPC', 'x')).toBe('GOOD');
    await until(async () => codeOf(() => follower.directory) === 'MEMBERSHIP_UNKNOWN' || undefined);
    source.next = { events: [], whole: true };
    await until(async () => codeOf(() => follower.directory) === 'fine' || undefined);
  });

  it('is not certain while it knows that something is missing', async () => {
    begin({ uncertainMs: 400, denyMs: 60_000 });
    follower.start();
    source.next = { events: recorded(foundBus()), whole: true };
    await takenIn();
    source.next = { events: [], whole: false };
    await until(async () => codeOf(() => follower.assertReady()) === 'MEMBERSHIP_UNKNOWN' || undefined);
  });

  it('goes no further than an event that it does not understand', async () => {
    follower.start();
    source.next = { events: recorded(foundBus()), whole: true };
    await takenIn();
    source.next = new UndecodableEventError('SCHEMA_UNKNOWN', '00'.repeat(32));
    await until(async () => codeOf(() => follower.assertReady()) === 'MEMBERSHIP_OF_NEWER_VERSION' || undefined);
  });

  it.each([
    ['is impossible', { type: 'MemberSuspended', data: { ...suspended.data, agency: 'GB-NCP' } } as BusEvent],
    ['is not of membership', OF_A_REFERRAL],
  ])('believes nothing beyond an event that %s', async (_what, event) => {
    source.next = { events: recorded([...foundBus(), event, suspended]), whole: true };
    follower.start();
    await until(async () => codeOf(() => follower.assertReady()) === 'MEMBERSHIP_OF_NEWER_VERSION' || undefined);
    expect([source.reads, follower.position]).toEqual([1, 2 * foundBus().length]);
  });
});
