import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { firstRulebook, referralRulebook, type Rulebook, rules } from '#libs/domain';
import { parseBusPosition } from '#libs/kernel';
import { v4, v7 } from 'uuid';
import { exampleSubmission } from '../api-docs/examples.js';
import {
  demoDirectory,
  newKey,
  outcome,
  type SpecApp,
  type SpecClient,
  startReferrals,
} from '../referrals-app.fixtures.js';

let app: SpecApp;
let clearingHouse: SpecClient;
let stranger: SpecClient;

let { codes } = firstRulebook;
const rulebook: Rulebook = {
  ...firstRulebook,
  get codes() {
    return codes;
  },
};

/** As after an edition of the list that says so. */
function retire(list: string, code: string): void {
  const document = JSON.stringify({ codes: {}, retired: [code] });
  const data = { list, version: 2, owner: 'SCHEME_ADMIN', inForceFrom: 0, document, change: null };
  const said = { at: 0, eventId: v7(), person: null, synthetic: false };
  ({ codes } = referralRulebook(rules.evolve(rules.initialState(), { type: 'CodeListPublished', data }, said)));
}

beforeAll(async () => {
  const rights = { originate: true, receive: true, setPriority: false };
  app = await startReferrals({ rulebook, directory: demoDirectory({}, { 'DE-NCP': rights }) });
  clearingHouse = await app.client('US-CLEAR');
  stranger = await app.client('GB-NCP');
});
afterAll(() => app.close());

const submitted = async (changes: object): Promise<string> => {
  const answer = await clearingHouse.post('/v1/referrals', { ...exampleSubmission, ...changes }, newKey());
  expect(answer.statusCode).toBe(201);
  return answer.json<{ id: string }>().id;
};

describe('a submission', () => {
  it('is answered with its address, its lane by priority, and its place in the log', async () => {
    const answer = await clearingHouse.post('/v1/referrals', exampleSubmission, newKey());
    expect(answer.statusCode).toBe(201);
    const { id, since, ...rest } = answer.json<{ id: string; since: string }>();
    expect(id).toMatch(/^PH\.36\.[0-9a-f-]{36}$/);
    expect(Math.abs(Date.parse(since) - Date.now())).toBeLessThan(60_000);
    expect(rest).toEqual({
      status: 'SUBMITTED',
      to: { agency: 'PH-WCPC', role: 'LE_UNIT', country: 'PH' },
      priority: 'P2',
    });
    expect(answer.headers.location).toBe(`/v1/referrals/${id}`);
    expect(parseBusPosition(String(answer.headers['bus-position']))).toMatchObject({ lane: 36 });
    const events = (await app.events()).filter(({ meta }) => meta.leg === id);
    expect(events).toMatchObject([
      {
        type: 'ReferralSubmitted',
        data: {
          from: { agency: 'US-CLEAR', role: 'CLEARINGHOUSE', country: 'US' },
          reporter: { company: 'Example Video Ltd' },
          subjects: [],
        },
        meta: {
          lane: 36,
          claimedAt: Date.parse(exampleSubmission.sentAt),
          synthetic: true,
          actor: { client: 'backend', country: 'US' },
        },
      },
      { type: 'PrioritySet', data: { side: 'SENDER', level: 'P2', reasons: ['EXTORTION_ACTIVE'] } },
    ]);
    expect(events[0]?.meta.correlation).toBe(answer.headers['bus-correlation-id']);
  });

  it('of routine priority takes a routine lane of the recipient', async () => {
    const id = await submitted({
      to: { agency: 'PH-CHILD' },
      priority: { level: 'P3', reasons: ['IDENTIFIED_VICTIM'] },
    });
    expect(app.config.directory.lanes.lanesOf('PH', 'routine')).toContain(Number(id.split('.')[1]));
  });

  it.each([['plain'], ['UUIDv7']])(
    'sent again under its %s key gets the same bytes, however it is written',
    async (kind) => {
      const key = kind === 'plain' ? newKey() : { 'idempotency-key': v7() };
      const first = await clearingHouse.post('/v1/referrals', exampleSubmission, key);
      const reordered = Object.fromEntries(Object.entries(exampleSubmission).reverse());
      const again = await clearingHouse.post('/v1/referrals', JSON.stringify(reordered, null, 4), key);
      expect([again.statusCode, again.body]).toEqual([201, first.body]);
      expect(again.headers['bus-position']).toBe(first.headers['bus-position']);
      expect(again.headers.location).toBe(first.headers.location);
    },
  );

  it('sent many times at once counts once', async () => {
    const key = newKey();
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => clearingHouse.post('/v1/referrals', exampleSubmission, key)),
    );
    expect(new Set(answers.map(({ body, statusCode }) => `${statusCode} ${body}`)).size).toBe(1);
    const id = answers[0]?.json<{ id: string }>().id;
    expect((await app.events()).filter(({ meta }) => meta.leg === id)).toHaveLength(2);
  });

  it('with the key of another one is refused, with nothing of the first', async () => {
    const key = newKey();
    const first = await clearingHouse.post('/v1/referrals', { ...exampleSubmission, reference: 'FIRST-CANARY' }, key);
    const other = await clearingHouse.post('/v1/referrals', { ...exampleSubmission, reference: 'OTHER' }, key);
    expect(outcome(other)).toEqual([422, 'IDEMPOTENCY_KEY_REUSED']);
    expect(other.body).not.toContain('FIRST-CANARY');
    expect(other.body).not.toContain(first.json<{ id: string }>().id);
    expect(other.headers.location).toBeUndefined();
  });

  it('of another agency under the same key is its own', async () => {
    const key = newKey();
    const [first, second] = [
      await clearingHouse.post('/v1/referrals', exampleSubmission, key),
      await stranger.post('/v1/referrals', { ...exampleSubmission, reference: 'X-1' }, key),
    ];
    expect([first.statusCode, second.statusCode]).toEqual([201, 201]);
    expect(first.json<{ id: string }>().id).not.toBe(second.json<{ id: string }>().id);
  });

  it('may try again under its key what was refused for its content', async () => {
    const key = newKey();
    const wrong = { ...exampleSubmission, to: { agency: 'PH-NOBODY' } };
    expect(outcome(await clearingHouse.post('/v1/referrals', wrong, key))).toEqual([422, 'RECIPIENT_UNKNOWN']);
    expect((await clearingHouse.post('/v1/referrals', exampleSubmission, key)).statusCode).toBe(201);
  });

  it.each([
    ['to itself', { to: { agency: 'US-CLEAR' } }, 'RECIPIENT_IS_SENDER'],
    ['to an agency that receives nothing', { to: { agency: 'GB-HOTLINE' } }, 'RECIPIENT_ROLE_UNSUITABLE'],
    [
      'to a role that the agency has not',
      { to: { agency: 'PH-WCPC', role: 'CHILD_PROT' } },
      'RECIPIENT_ROLE_UNSUITABLE',
    ],
    [
      'of next century',
      { incident: { offenceType: 'PERFORMANCE', occurredAt: '2099-01-01T00:00:00Z' } },
      'INCIDENT_TIME_ABSURD',
    ],
    ['with a sender', { from: { agency: 'GB-NCP' } }, 'CONTENT_INVALID'],
    ['with a lane', { lane: 1 }, 'CONTENT_INVALID'],
  ])('%s is refused', async (_what, changes, code) =>
    expect(outcome(await clearingHouse.post('/v1/referrals', { ...exampleSubmission, ...changes }, newKey()))).toEqual([
      422,
      code,
    ]),
  );

  it.each([[[{ name: 'CANARY-PERSON' }]], [{ name: 'CANARY-PERSON' }], ['CANARY-PERSON']])(
    'with a person in it is refused, and the person is seen nowhere',
    async (subjects) => {
      const answer = await clearingHouse.post('/v1/referrals', { ...exampleSubmission, subjects }, newKey());
      expect(outcome(answer)).toEqual([422, 'PERSONAL_DATA_NOT_ACCEPTED']);
      expect(answer.json<{ detail: string }>().detail).toContain('without subjects');
      expect(answer.body + app.log()).not.toContain('CANARY-PERSON');
    },
  );

  it('is carried as text, whatever the text would be elsewhere', async () => {
    const company = `'); DROP TABLE journal;-- =cmd|' /C calc'!A0 <script>alert(1)</script> \${jndi:x}`;
    const id = await submitted({ reporter: { company, role: 'INDUSTRY_TS' } });
    const events = (await app.events()).filter(({ meta }) => meta.leg === id);
    expect(events[0]).toMatchObject({ data: { reporter: { company } } });
  });
});

describe('the key', () => {
  it.each([
    ['none', {}, 400, 'IDEMPOTENCY_KEY_REQUIRED'],
    ['an empty one', { 'idempotency-key': '' }, 400, 'IDEMPOTENCY_KEY_REQUIRED'],
    ['a short one', { 'idempotency-key': 'a'.repeat(15) }, 422, 'IDEMPOTENCY_KEY_MALFORMED'],
    ['a long one', { 'idempotency-key': 'a'.repeat(129) }, 422, 'IDEMPOTENCY_KEY_MALFORMED'],
    ['one with a blank', { 'idempotency-key': 'a'.repeat(16) + ' b' }, 422, 'IDEMPOTENCY_KEY_MALFORMED'],
    ['a UUIDv7 of 1990', { 'idempotency-key': '0092b3c0-0000-7000-8000-000000000001' }, 422, 'IDEMPOTENCY_KEY_EXPIRED'],
  ])('is asked for: %s is refused', async (_what, headers, status, code) =>
    expect(outcome(await clearingHouse.post('/v1/referrals', exampleSubmission, headers))).toEqual([status, code]),
  );

  it('may be a random UUID', async () =>
    expect((await clearingHouse.post('/v1/referrals', exampleSubmission, { 'idempotency-key': v4() })).statusCode).toBe(
      201,
    ));
});

describe('the priority of a submission (vocabulary 6)', () => {
  const standingIn = async (id: string): Promise<unknown> => {
    const events = (await app.events()).filter(({ meta }) => meta.leg === id);
    return events.flatMap((event) => (event.type === 'ReferralSubmitted' ? event.data.priorityStanding : []));
  };

  it('is recorded as set by who may', async () => expect(await standingIn(await submitted({}))).toEqual(['SET']));

  it.each([
    ['whose role only proposes', 'GB-HOTLINE'],
    ['that may set none', 'DE-NCP'],
  ])('is recorded as proposed by an agency %s, and takes the urgent lane all the same', async (_what, agency) => {
    const answer = await (await app.client(agency)).post('/v1/referrals', exampleSubmission, newKey());
    const { id } = answer.json<{ id: string }>();
    expect(id).toMatch(/^PH\.36\./);
    expect(await standingIn(id)).toEqual(['PROPOSED']);
  });
});

describe('a code that its list retires (mission S2)', () => {
  it('is refused from then on, while what was said with it stands, goes on, and is answered again', async () => {
    const [key, recipient] = [newKey(), await app.client('PH-WCPC')];
    const first = await clearingHouse.post('/v1/referrals', exampleSubmission, key);
    retire('OffenceType', exampleSubmission.incident.offenceType);
    try {
      const answer = await clearingHouse.post('/v1/referrals', exampleSubmission, newKey());
      expect(outcome(answer)).toEqual([422, 'CODE_RETIRED']);
      const details = { field: 'incident.offenceType', code: 'SOLICITATION', list: 'OffenceType', version: 2 };
      expect(answer.json<{ details: object }>().details).toEqual(details);
      expect((await clearingHouse.post('/v1/referrals', exampleSubmission, key)).body).toBe(first.body);
      const path = `/v1/referrals/${first.json<{ id: string }>().id}/receive`;
      expect((await recipient.post(path, {}, newKey())).statusCode).toBe(200);
    } finally {
      codes = firstRulebook.codes;
    }
  });
});
