import { Directory, type DirectoryFile } from '#libs/domain';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { v7 } from 'uuid';
import { exampleSubmission, inDays } from '../api-docs/examples.js';
import { newKey, outcome, type SpecApp, startReferrals } from '../referrals-app.fixtures.js';
import { acceptedCase, newCase, type Parties, partiesOf, refusal, says, status } from './parties.fixtures.js';

let app: SpecApp;
let parties: Parties;

beforeAll(async () => {
  app = await startReferrals({ directory: withRelease('DE-NCP') });
  parties = await partiesOf(app);
});
afterAll(() => app.close());

/** The demo directory, in which one agency has its referrals released by a second person. */
function withRelease(code: string): Directory {
  const url = new URL('../../../../deploy/demo/directory.json', import.meta.url);
  const { jurisdictions, agencies } = JSON.parse(readFileSync(url, 'utf8')) as DirectoryFile;
  return new Directory({
    jurisdictions,
    agencies: agencies.map((agency) => ({ ...agency, needsRelease: agency.code === code })),
  });
}

const eventsOf = async (id: string) => (await app.events()).filter(({ meta }) => meta.leg === id);
const to = { agency: 'AU-NCP' };
const whole = { agency: 'AU-NCP', role: 'NCP_LE', country: 'AU' };

describe('a case that goes on', () => {
  it('is forwarded to an agency named with role and country, which the sender is told at once (vocabulary 2.4 I1 I2)', async () => {
    const { id, receiver } = await newCase(parties);
    await receiver('receive');
    const answer = await receiver('forward', { to, reason: 'NOT_COMPETENT_TERRITORY' });
    const { onward, ...rest } = answer.json<{ onward: { leg: string; to: object } }>();
    expect(rest).toEqual({ id, status: 'FORWARDED', since: expect.any(String) });
    expect(onward.to).toEqual(whole);
    const [, lane] = onward.leg.split('.');
    expect(app.config.directory.lanes.lanesOf('AU', 'routine')).toContain(Number(lane));
    expect((await eventsOf(id)).at(-1)).toMatchObject({
      type: 'ReferralForwarded',
      data: { to: whole, leg: onward.leg, hop: 1, handover: false },
    });
    expect((await receiver('forward', { to })).json()).toMatchObject({ status: 'FORWARDED', onward });
  });

  it('urgent, goes on in an urgent lane', async () => {
    const { receiver } = await newCase(parties, { priority: { level: 'P1', reasons: ['LIVE_ABUSE'] } });
    await receiver('receive');
    const { onward } = (await receiver('forward', { to })).json<{ onward: { leg: string } }>();
    expect(app.config.directory.lanes.classOf(Number(onward.leg.split('.')[1]))).toBe('urgent');
  });

  it('does not come back to who had it (vocabulary 2.4 I6)', async () => {
    const { id, receiver } = await newCase(parties);
    await receiver('receive');
    const back = { to: { agency: 'US-CLEAR' } };
    expect(await refusal(receiver('forward', back))).toEqual([409, 'ONWARD_CYCLE']);
    expect((await eventsOf(id)).at(-1)).toMatchObject({
      type: 'OnwardRefused',
      data: { cause: 'CYCLE', contacts: [{ agency: 'PH-NCP' }], unfilled: ['US'], audience: ['PH-NCP'] },
    });
    expect(await refusal(receiver('forward', back))).toEqual([409, 'ONWARD_CYCLE']);
    expect((await eventsOf(id)).filter(({ type }) => type === 'OnwardRefused')).toHaveLength(1);
    expect(await refusal(receiver('forward', { to: { agency: 'ZZ-NONE' } }))).toEqual([422, 'RECIPIENT_UNKNOWN']);
    expect(await refusal(receiver('forward', { to: { agency: 'GB-HOTLINE' } }))).toEqual([
      422,
      'RECIPIENT_ROLE_UNSUITABLE',
    ]);
  });

  it('in work is offered to another agency and stays with its holder until that one accepts (vocabulary 2.3)', async () => {
    const { id, sender, receiver } = await acceptedCase(parties);
    const answer = await receiver('offer-handover', { to });
    expect(answer.json()).toMatchObject({ id, at: expect.any(String), onward: { to: whole } });
    expect(await refusal(receiver('offer-handover', { to: { agency: 'GB-NCP' } }))).toEqual([409, 'ONWARD_OFFER_OPEN']);
    const askBack = sender('request-withdrawal', { reason: 'NO_LONGER_NEEDED' });
    expect(await refusal(askBack)).toEqual([409, 'ONWARD_OFFER_OPEN']);
    expect(await status(receiver('start-work'))).toBe('IN_PROGRESS');
  });
});

describe('an agency that is no party', () => {
  const request = { purpose: 'INVESTIGATE', extent: 'CASE' };

  it('asks to see the case, and is granted or refused that by a person of the holder (features B7)', async () => {
    const { id, receiver, third } = await newCase(parties);
    const grant = { requester: 'GB-NCP', extent: 'CASE', until: inDays(30) };
    expect(await refusal(receiver('grant-access', grant))).toEqual([409, 'REQUEST_NOT_OPEN']);
    await third('request-access', request);
    expect(await status(receiver('grant-access', grant))).toBe('stays');
    await third('request-access', { ...request, extent: 'STATE_AND_OUTCOME' });
    expect(await status(receiver('refuse-access', { requester: 'GB-NCP', reason: 'HARMS_INVESTIGATION' }))).toBe(
      'stays',
    );
    expect((await eventsOf(id)).map(({ type }) => type).slice(2)).toEqual([
      'AccessRequested',
      'AccessGranted',
      'AccessRequested',
      'AccessRefused',
    ]);
  });

  it('asks for the case, and has it as an onward leg where the holder agrees (features B8)', async () => {
    const before = await newCase(parties);
    await before.receiver('receive');
    await before.third('request-transfer', { reason: 'MOST_VICTIMS' });
    expect(await status(before.receiver('approve-transfer', { requester: 'GB-NCP' }))).toBe('FORWARDED');
    const inWork = await acceptedCase(parties);
    await inWork.third('request-transfer', { reason: 'SUSPECT_PRESENT' });
    expect(await status(inWork.receiver('approve-transfer', { requester: 'GB-NCP' }))).toBe('stays');
    expect((await eventsOf(inWork.id)).map(({ type }) => type).slice(-2)).toEqual([
      'TransferApproved',
      'HandoverOffered',
    ]);
    const kept = await newCase(parties);
    await kept.third('request-transfer', { reason: 'AGREED' });
    expect(await status(kept.receiver('refuse-transfer', { requester: 'GB-NCP', reason: 'ENDANGERS_PERSON' }))).toBe(
      'stays',
    );
  });

  it.each([
    ['request-access', request, { ...request, extent: 'STATE_AND_OUTCOME' }],
    ['request-transfer', { reason: 'AGREED' }, { reason: 'MOST_VICTIMS' }],
  ])('does not learn by %s whether there is such a referral (design 5)', async (command, body, otherBody) => {
    const { id } = await newCase(parties);
    const [jurisdiction, lane] = id.split('.');
    const addresses = [id, `${jurisdiction}.${lane}.${v7()}`];
    const answers = await Promise.all(
      addresses.map(async (address) => {
        const key = newKey();
        const ask = async (words: object): Promise<unknown[]> => {
          const {
            statusCode,
            body: bytes,
            headers,
          } = await parties.third.post(`/v1/referrals/${address}/${command}`, words, key);
          const { 'bus-correlation-id': _, 'content-length': __, date: ___, ...told } = headers;
          return [statusCode, statusCode === 422 ? (JSON.parse(bytes) as { code: string }).code : bytes, told];
        };
        return [await ask(body), await ask(body), await ask(otherBody)];
      }),
    );
    expect(answers[0]).toEqual(answers[1]);
    expect(answers[0]?.map(([code]) => code)).toEqual([202, 202, 422]);
    expect(outcome(await parties.third.post(`/v1/referrals/x/${command}`, body, newKey()))).toEqual([202, undefined]);
    expect((await eventsOf(id)).at(-1)?.type).toMatch(/Requested$/);
  });

  it('is refused its request as a party, which knows of the case', async () => {
    const { sender } = await newCase(parties);
    expect(await refusal(sender('request-access', request))).toEqual([409, 'REFERRAL_ADDRESSED_ELSEWHERE']);
  });
});

describe('a release by a second person (vocabulary 2.3, features B12)', () => {
  const asking = { ...exampleSubmission, to: { agency: 'PH-WCPC' } };
  const by = (person: string) => ({ ...newKey(), 'bus-person': person });

  const asked = async (body: object = asking) => {
    const backend = await app.client('DE-NCP');
    const answer = await backend.post('/v1/referrals:request-release', body, by('first'));
    expect(outcome(answer)).toEqual([201, undefined]);
    const { id } = answer.json<{ id: string }>();
    return { id, answer, say: says(backend, id) };
  };

  it('is asked for, and submits once another person has said the same', async () => {
    const { id, answer, say } = await asked();
    expect(answer.json()).toEqual({
      id,
      at: expect.any(String),
      to: { agency: 'PH-WCPC', role: 'LE_UNIT', country: 'PH' },
      priority: 'P2',
      release: 'REQUESTED',
    });
    expect(await refusal(says(parties.receiver, id)('receive'))).toEqual([404, 'REFERRAL_NOT_FOUND']);
    expect(await refusal(say('approve-release', asking, 'first'))).toEqual([409, 'SECOND_PERSON_REQUIRED']);
    const other = { ...asking, reference: 'CT-OTHER' };
    expect(await refusal(say('approve-release', other, 'second'))).toEqual([409, 'RELEASE_CONTENT_DIFFERS']);
    const real = { ...asking, synthetic: false };
    expect(await refusal(say('approve-release', real, 'second'))).toEqual([409, 'RELEASE_CONTENT_DIFFERS']);
    expect((await say('approve-release', asking, 'second')).json()).toMatchObject({
      id,
      status: 'SUBMITTED',
      release: 'APPROVED',
      priority: 'P2',
    });
    const events = await eventsOf(id);
    expect(events.map(({ type }) => type)).toEqual([
      'ReleaseRequested',
      'ReleaseApproved',
      'ReferralSubmitted',
      'PrioritySet',
    ]);
    expect(events.every(({ meta }) => meta.synthetic)).toBe(true);
    expect(await status(says(parties.receiver, id)('receive'))).toBe('RECEIVED');
  });

  it('is refused by another person, with a ground', async () => {
    const { say } = await asked();
    expect((await say('refuse-release', { reason: 'INSUFFICIENT_INFO' }, 'second')).json()).toMatchObject({
      release: 'REFUSED',
    });
    expect(await refusal(say('approve-release', asking, 'second'))).toEqual([409, 'RELEASE_NOT_PENDING']);
  });

  it('is the only way for an agency that asks for it', async () => {
    const backend = await app.client('DE-NCP');
    const single = await backend.post('/v1/referrals', asking, by('first'));
    expect(outcome(single)).toEqual([409, 'RELEASE_REQUIRED']);
    const items = [{ idempotencyKey: newKey()['idempotency-key'], referral: asking }];
    const batch = await backend.post('/v1/referrals:batch', { items });
    expect(batch.json()).toMatchObject({ results: [{ status: 409, problem: { code: 'RELEASE_REQUIRED' } }] });
  });

  it('of another agency is unknown', async () => {
    const { id } = await asked();
    const foreign = says(parties.sender, id);
    expect(await refusal(foreign('approve-release', asking, 'second'))).toEqual([404, 'REFERRAL_NOT_FOUND']);
  });
});
