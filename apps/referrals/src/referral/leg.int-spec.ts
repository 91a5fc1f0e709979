import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parseBusPosition } from '#libs/kernel';
import { v4, v7 } from 'uuid';
import { exampleSubmission } from '../api-docs/examples.js';
import { newKey, outcome, type SpecApp, type SpecClient, startReferrals } from '../referrals-app.fixtures.js';

let app: SpecApp;
let clearingHouse: SpecClient;
let unit: SpecClient;
let stranger: SpecClient;
const person = { 'bus-person': 'officer-7' };

beforeAll(async () => {
  app = await startReferrals();
  clearingHouse = await app.client('US-CLEAR');
  unit = await app.client('PH-WCPC');
  stranger = await app.client('GB-NCP');
});
afterAll(() => app.close());

const submitted = async (): Promise<string> => {
  const answer = await clearingHouse.post('/v1/referrals', exampleSubmission, newKey());
  expect(answer.statusCode).toBe(201);
  return answer.json<{ id: string }>().id;
};

const onConditions = { scope: 'CONDITIONAL', reason: 'HARMS_INVESTIGATION', conditions: ['CONSULT_BEFORE_ACTION'] };

describe('a leg', () => {
  const to = (id: string, command: string): string => `/v1/referrals/${id}/${command}`;
  const status = (answer: { json<T>(): T }): string => answer.json<{ status: string }>().status;

  it('goes from submission to acceptance', async () => {
    const id = await submitted();
    const received = await unit.post(to(id, 'receive'), undefined, newKey());
    const acknowledged = await unit.post(to(id, 'acknowledge'), {}, { ...newKey(), ...person });
    const accepted = await unit.post(to(id, 'accept'), { scope: 'PARTIAL', reason: 'CAPACITY' }, newKey());
    expect([received, acknowledged, accepted].map(({ statusCode }) => statusCode)).toEqual([200, 200, 200]);
    expect([received, acknowledged].map(status)).toEqual(['RECEIVED', 'ACKNOWLEDGED']);
    expect(accepted.json()).toEqual({
      id,
      status: 'ACCEPTED',
      since: expect.any(String),
      scope: 'PARTIAL',
      reason: 'CAPACITY',
    });
    expect(parseBusPosition(String(accepted.headers['bus-position']))).toMatchObject({ lane: 36 });
    const events = (await app.events()).filter(({ meta }) => meta.leg === id);
    expect(events.map(({ type }) => type)).toEqual([
      'ReferralSubmitted',
      'PrioritySet',
      'ReferralReceived',
      'ReferralAcknowledged',
      'ReferralAccepted',
    ]);
    expect(events[3]?.meta.actor).toMatchObject({ agency: 'PH-WCPC', role: 'LE_UNIT', person: 'officer-7' });
  });

  it('goes from submission to rejection', async () => {
    const id = await submitted();
    await unit.post(to(id, 'receive'), undefined, newKey());
    const rejected = await unit.post(
      to(id, 'reject'),
      { reason: 'WRONG_RECIPIENT', partialConsidered: true, suggested: { agency: 'GB-NCP' } },
      newKey(),
    );
    expect(rejected.json()).toEqual({ id, status: 'REJECTED', since: expect.any(String), reason: 'WRONG_RECIPIENT' });
    const last = (await app.events()).filter(({ meta }) => meta.leg === id).at(-1);
    expect(last).toMatchObject({
      data: { suggested: { agency: 'GB-NCP', role: 'NCP_LE', country: 'GB' }, duplicateOf: null },
    });
  });

  it('answers a repeated command with the same bytes, and one that says nothing new from its state', async () => {
    const id = await submitted();
    const key = newKey();
    const first = await unit.post(to(id, 'receive'), undefined, key);
    await unit.post(to(id, 'acknowledge'), undefined, { ...newKey(), ...person });
    const again = await unit.post(to(id, 'receive'), {}, key);
    expect([again.statusCode, again.body, again.headers['bus-position']]).toEqual([
      200,
      first.body,
      first.headers['bus-position'],
    ]);
    const late = newKey();
    const unchanged = await unit.post(to(id, 'receive'), undefined, late);
    expect([unchanged.statusCode, status(unchanged)]).toEqual([200, 'ACKNOWLEDGED']);
    await unit.post(to(id, 'accept'), { scope: 'FULL' }, newKey());
    const repeated = await unit.post(to(id, 'receive'), undefined, late);
    expect([repeated.statusCode, repeated.body]).toEqual([200, unchanged.body]);
  });

  it('refuses what its state does not allow; the refusal is in the log and is repeated byte for byte', async () => {
    const id = await submitted();
    const key = newKey();
    const refused = await unit.post(to(id, 'accept'), { scope: 'FULL' }, key);
    expect(outcome(refused)).toEqual([409, 'REFERRAL_TRANSITION_ILLEGAL']);
    await unit.post(to(id, 'receive'), undefined, newKey());
    const again = await unit.post(to(id, 'accept'), { scope: 'FULL' }, key);
    expect([again.statusCode, again.body]).toEqual([409, refused.body]);
    const records = (await app.events()).filter((event) => event.type === 'CommandRefused' && event.data.target === id);
    expect(records).toMatchObject([
      {
        data: { command: 'AcceptReferral', code: 'REFERRAL_TRANSITION_ILLEGAL', details: { status: 'SUBMITTED' } },
        meta: { lane: 48, actor: { agency: 'PH-WCPC' } },
      },
    ]);
    expect((await unit.post(to(id, 'accept'), { scope: 'FULL' }, newKey())).statusCode).toBe(200);
  });

  it('is not moved by its sender', async () => {
    const id = await submitted();
    expect(outcome(await clearingHouse.post(to(id, 'receive'), undefined, newKey()))).toEqual([
      409,
      'REFERRAL_ADDRESSED_ELSEWHERE',
    ]);
  });

  it.each([
    ['acknowledge', undefined, 'PERSON_REQUIRED'],
    ['accept', { scope: 'FULL', reason: 'CAPACITY' }, 'REASON_NOT_APPLICABLE'],
    ['accept', { scope: 'PARTIAL' }, 'REASON_REQUIRED'],
    ['accept', { ...onConditions, conditions: undefined }, 'CONDITION_REQUIRED'],
    ['accept', { ...onConditions, conditions: undefined, note: 'NOTE-1' }, 'CONDITION_REQUIRED'],
    ['accept', { ...onConditions, reason: undefined }, 'REASON_REQUIRED'],
    ['accept', { ...onConditions, scope: 'PARTIAL' }, 'CONDITION_NOT_APPLICABLE'],
    ['accept', { scope: 'FULL', conditions: ['LE_ONLY'] }, 'CONDITION_NOT_APPLICABLE'],
    ['accept', { ...onConditions, conditions: [] }, 'CONTENT_INVALID'],
    ['accept', { ...onConditions, conditions: ['LE_ONLY', 'LE_ONLY'] }, 'CONTENT_INVALID'],
    ['accept', { ...onConditions, conditions: ['UNKNOWN'] }, 'CONTENT_INVALID'],
    ['accept', { ...onConditions, note: 'a sentence about somebody' }, 'CONTENT_INVALID'],
    ['reject', { reason: 'DATA_NOT_HELD', note: 'a sentence about somebody' }, 'CONTENT_INVALID'],
    ['reject', { note: 'NOTE-1' }, 'CONTENT_INVALID'],
    ['accept', { scope: 'UNKNOWN' }, 'CONTENT_INVALID'],
    ['accept', undefined, 'CONTENT_INVALID'],
    ['accept', { scope: 'FULL', by: 'GB-NCP' }, 'CONTENT_INVALID'],
    ['receive', { status: 'ACCEPTED' }, 'CONTENT_INVALID'],
    ['reject', { reason: 'NO_LEGAL_BASIS' }, 'PARTIAL_NOT_CONSIDERED'],
    ['reject', { reason: 'WRONG_RECIPIENT', partialConsidered: true }, 'SUGGESTION_REQUIRED'],
    [
      'reject',
      { reason: 'WRONG_RECIPIENT', partialConsidered: true, suggested: { agency: 'XX-NONE' } },
      'SUGGESTION_UNKNOWN',
    ],
    ['reject', { reason: 'DUPLICATE' }, 'DUPLICATE_LINK_REQUIRED'],
    ['reject', { reason: 'DUPLICATE', duplicateOf: 'PH.36.1' }, 'CONTENT_INVALID'],
  ])('needs the right words to %s (%j: %s)', async (command, body, code) => {
    const id = await submitted();
    await unit.post(to(id, 'receive'), undefined, newKey());
    expect(outcome(await unit.post(to(id, command), body, newKey()))).toEqual([422, code]);
  });

  it('is not rejected as its own duplicate', async () => {
    const id = await submitted();
    const body = { reason: 'DUPLICATE', duplicateOf: id };
    expect(outcome(await unit.post(to(id, 'reject'), body, newKey()))).toEqual([422, 'DUPLICATE_OF_ITSELF']);
  });

  it('in danger is not rejected for want of capacity', async () => {
    const id = await submitted();
    await unit.post(to(id, 'receive'), undefined, newKey());
    expect(outcome(await unit.post(to(id, 'reject'), { reason: 'CAPACITY' }, newKey()))).toEqual([
      409,
      'PRIORITY_FORBIDS_REASON',
    ]);
  });

  it.each([
    ['receive', undefined],
    ['acknowledge', undefined],
    ['accept', { scope: 'FULL' }],
    ['reject', { reason: 'CAPACITY' }],
  ])('of others answers to %s as one that does not exist', async (command, body) => {
    const id = await submitted();
    const [jurisdiction, lane] = id.split('.');
    const unknown = `${jurisdiction}.${lane}.${v7()}`;
    const nowhere = [
      `${jurisdiction}.63.${v7()}`,
      `GB.36.${v7()}`,
      `${jurisdiction}.99999.${v7()}`,
      id.toLowerCase(),
      'x',
      '%00',
      `${id}%0d%0aX:1`,
    ];
    const headers = { ...person, 'bus-correlation-id': v4() };
    const answers = await Promise.all(
      [id, unknown, ...nowhere].map((each) => stranger.post(to(each, command), body, { ...headers, ...newKey() })),
    );
    expect(answers.map(outcome)).toEqual(answers.map(() => [404, 'REFERRAL_NOT_FOUND']));
    expect(new Set(answers.map((answer) => answer.body)).size).toBe(1);
    expect(new Set(answers.map(({ headers: { date: _date, ...rest } }) => JSON.stringify(rest))).size).toBe(1);
    expect(
      (await app.events()).filter((event) => event.type === 'CommandRefused' && event.meta.actor.agency === 'GB-NCP'),
    ).toEqual([]);
  });
});
