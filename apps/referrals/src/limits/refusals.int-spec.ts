import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { RECORDED_REFUSALS } from '#libs/journal';
import pg from 'pg';
import { exampleInformation, exampleSubmission } from '../api-docs/examples.js';
import {
  type Answer,
  newKey,
  outcome,
  type SpecApp,
  type SpecClient,
  startReferrals,
} from '../referrals-app.fixtures.js';

const FLOOD = 400;
/** Stands in what is refused, and must stand nowhere else. */
const REFUSED = 'CANARY-REFUSED';
const ACCEPTED = 'CANARY-ACCEPTED';
const ILLEGAL = [409, 'REFERRAL_TRANSITION_ILLEGAL'];

describe('a flood of illegal commands (design 3 "Idempotency")', () => {
  let app: SpecApp;
  let owner: pg.Pool;
  let sender: SpecClient;
  let receiver: SpecClient;
  let id: string;
  let keys: Record<string, string>[];
  let answers: Answer[];
  let seconds: number;

  const provide = (key: Record<string, string>, note: string): Promise<Answer> =>
    sender.post(`/v1/referrals/${id}/provide-information`, { ...exampleInformation, note }, key);
  const refusedTo = async (agency: string): Promise<number> =>
    (await app.events()).filter(({ type, meta }) => type === 'CommandRefused' && meta.actor.agency === agency).length;
  const metrics = async (): Promise<string> => (await app.http.app.inject('/metrics')).body;
  const unrecorded = async (): Promise<number> =>
    Number(/^bus_refusals_unrecorded (\d+)$/m.exec(await metrics())?.[1] ?? Number.NaN);
  /** Events of the journal in whose bytes a text stands. */
  const journalledWith = async (text: string): Promise<number> =>
    (await owner.query(`SELECT FROM journal WHERE position(convert_to($1, 'UTF8') IN bytes) > 0`, [text])).rowCount ??
    0;

  beforeAll(async () => {
    app = await startReferrals();
    owner = new pg.Pool({ connectionString: app.database.url() });
    [sender, receiver] = [await app.client('US-CLEAR'), await app.client('PH-WCPC')];
    const submitted = await sender.post('/v1/referrals', { ...exampleSubmission, reference: ACCEPTED }, newKey());
    ({ id } = submitted.json<{ id: string }>());
    keys = Array.from({ length: FLOOD }, () => newKey());
    const begun = performance.now();
    // nobody has asked for information
    answers = await Promise.all(keys.map((key, nth) => provide(key, `${REFUSED}-${nth}`)));
    seconds = (performance.now() - begun) / 1_000;
  }, 60_000);
  afterAll(async () => {
    await owner.end();
    await app.close();
  });

  it('is answered with its code, each of it', () => expect(answers.map(outcome)).toEqual(answers.map(() => ILLEGAL)));

  it('is recorded within the allowance of its agency, and the rest is counted where the operator sees it', async () => {
    const { burst, perSecond } = RECORDED_REFUSALS;
    const recorded = await refusedTo('US-CLEAR');
    expect(recorded).toBeGreaterThanOrEqual(burst);
    expect(recorded).toBeLessThanOrEqual(burst + Math.ceil(seconds * perSecond));
    expect(recorded).toBeLessThan(FLOOD);
    expect(await unrecorded()).toBe(FLOOD - recorded);
    const counted = `bus_commands_total{command="ProvideInformation",outcome="REFERRAL_TRANSITION_ILLEGAL"} ${FLOOD}`;
    expect(await metrics()).toContain(counted);
  });

  it('leaves nothing of what was refused: not in the journal, not in a log line, not in a metric', async () => {
    expect(await journalledWith(ACCEPTED)).toBeGreaterThan(0);
    expect(await journalledWith(REFUSED)).toBe(0);
    expect((await metrics()) + app.log()).not.toContain(REFUSED);
    const [record] = (await app.events()).filter(({ type }) => type === 'CommandRefused');
    expect(record?.data).toEqual({
      command: 'ProvideInformation',
      target: id,
      code: 'REFERRAL_TRANSITION_ILLEGAL',
      details: expect.any(Object),
    });
  });

  it('takes nothing from the records of other agencies', async () => {
    const before = await unrecorded();
    const refused = await receiver.post(`/v1/referrals/${id}/start-work`, {}, newKey());
    expect(outcome(refused)).toEqual(ILLEGAL);
    expect([await refusedTo('PH-WCPC'), await unrecorded()]).toEqual([1, before]);
  });

  it('stands under its keys as far as it is recorded; what is not keeps no key and is decided anew', async () => {
    await receiver.post(`/v1/referrals/${id}/acknowledge`, {}, { ...newKey(), 'bus-person': 'p-1' });
    const asked = await receiver.post(
      `/v1/referrals/${id}/request-information`,
      { types: ['LOCATION', 'TIME'] },
      { ...newKey(), 'bus-person': 'p-1' },
    );
    expect(asked.statusCode).toBe(200);
    const recorded = await refusedTo('US-CLEAR');
    const again: Answer[] = [];
    for (const [nth, key] of keys.entries()) again.push(await provide(key, `${REFUSED}-${nth}`));
    const held = again.filter(({ body }, nth) => body === answers[nth]?.body);
    expect(held).toHaveLength(recorded);
    // the first of the others says what is legal by now
    expect(again.filter(({ statusCode }) => statusCode === 200)).toHaveLength(1);
  }, 60_000);
});
