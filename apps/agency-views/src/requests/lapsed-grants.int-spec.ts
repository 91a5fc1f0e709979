import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { BusEvent } from '#libs/contracts';
import { tellTimeAhead } from '#libs/projections';
import pg from 'pg';
import { LaneScript, received, recipient, referralId, submitted } from '../agency-views.fixtures.js';
import { feedPage, named, readOn } from '../feed/feed-reader.fixtures.js';
import { SpecBus } from '../spec-bus.fixtures.js';
import { minimum, stranger } from '../spec-reads.fixtures.js';

const DAY = 86_400_000;
const HOUR = DAY / 24;
const id = referralId(1, 1);
const asked = { purpose: 'INVESTIGATE', extent: 'CASE', note: null, rules: null } as const;
const granted = { by: recipient.agency, requester: stranger.agency, extent: 'CASE', note: null, rules: null } as const;
const WHOLE = ['ReferralSubmitted', 'PrioritySet', 'ReferralReceived', 'AccessRequested', 'AccessGranted'];

describe('a grant of thirty days', () => {
  let bus: SpecBus;
  let owner: pg.Pool;
  const script = new LaneScript(1);
  const left = new Map<string, number>();
  const grantedAt = (): number => script.events.at(-1)?.meta.acceptedAt ?? Number.NaN;

  beforeAll(async () => {
    bus = await SpecBus.start(undefined, left);
    owner = new pg.Pool({ connectionString: bus.databaseUrl, max: 1 });
    const said: BusEvent[] = [
      ...submitted(),
      received,
      { type: 'AccessRequested', data: { ...asked, requester: { ...stranger, country: 'GB' } } },
      { type: 'AccessGranted', data: { ...granted, until: Date.now() + 30 * DAY } },
    ];
    script.append(id, said);
    await bus.publish(script.rows);
  }, 60_000);
  afterAll(async () => {
    await owner.end();
    await bus.stop();
  });

  const statuses = async (): Promise<number[]> => {
    const paths = ['', '/timeline', '/timeline?format=csv'].map((path) => `/v1/referrals/${id}${path}`);
    const answers = await Promise.all(paths.map((path) => bus.get(path, stranger, minimum(script))));
    await Promise.all(answers.map((answer) => answer.arrayBuffer()));
    return answers.map(({ status }) => status);
  };

  describe('with the time of the bus put ahead by less', () => {
    beforeEach(() => tellTimeAhead(owner, 30 * DAY - HOUR));

    it('holds: in the detail, the timeline, its export and the feed', async () => {
      expect(await statuses()).toEqual([200, 200, 200]);
      expect(named(await readOn(bus, stranger, { after: script }))).toEqual(WHOLE);
    });
  });

  describe('to an agency that left, and was admitted anew', () => {
    afterEach(() => left.clear());

    it('holds where it was given since', async () => {
      left.set(stranger.agency, grantedAt() - 1);
      expect(await statuses()).toEqual([200, 200, 200]);
      expect(named(await readOn(bus, stranger, { after: script }))).toEqual(WHOLE);
    });

    it('has ended for good where it was given before, whatever of the feed was read ahead', async () => {
      const first = await feedPage(bus, stranger, { limit: 1, after: script });
      expect(named(first)).toEqual(WHOLE.slice(0, 1));
      left.set(stranger.agency, grantedAt());
      expect(await statuses()).toEqual([404, 404, 404]);
      expect((await feedPage(bus, stranger, { limit: 1, cursor: first.next })).items).toEqual([]);
      expect(named(await readOn(bus, stranger, { after: script }))).toEqual([]);
    });

    it('leaves to parties what is theirs', async () => {
      left.set(recipient.agency, Date.now());
      expect(named(await readOn(bus, recipient, { after: script }))).toHaveLength(WHOLE.length);
      expect((await bus.get(`/v1/referrals/${id}`, recipient)).status).toBe(200);
    });
  });

  it('is over at once when the time is put past its end, whatever of the feed was read ahead (features C7)', async () => {
    const first = await feedPage(bus, stranger, { limit: 1, after: script });
    expect(named(first)).toEqual(WHOLE.slice(0, 1));
    await tellTimeAhead(owner, 30 * DAY + HOUR);
    expect(await statuses()).toEqual([404, 404, 404]);
    expect((await feedPage(bus, stranger, { limit: 1, cursor: first.next })).items).toEqual([]);
    expect(named(await readOn(bus, stranger, { after: script }))).toEqual([]);
    expect(named(await readOn(bus, recipient, { after: script }))).toHaveLength(WHOLE.length);
  });

  it('does not come back: time never goes back', async () => {
    await tellTimeAhead(owner, 0);
    expect(await statuses()).toEqual([404, 404, 404]);
    await expect(owner.query('UPDATE bus.time_ahead SET ms = 0')).rejects.toMatchObject({ code: '23514' });
  });
});
