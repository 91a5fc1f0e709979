import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parseReferralId } from '#libs/kernel';
import pg from 'pg';
import { exampleSubmission } from '../api-docs/examples.js';
import {
  type Answer,
  newKey,
  outcome,
  type SpecApp,
  type SpecClient,
  startReferrals,
} from '../referrals-app.fixtures.js';

let app: SpecApp;
let sender: SpecClient;
let receiver: SpecClient;
let owner: pg.Client;

beforeAll(async () => {
  app = await startReferrals();
  [sender, receiver] = [await app.client('US-CLEAR'), await app.client('PH-WCPC')];
  owner = new pg.Client({ connectionString: app.database.url() });
  await owner.connect();
}, 30_000);
afterAll(async () => {
  await owner.end();
  await app.close();
}, 30_000);

const urgent = exampleSubmission;
const routine = { ...exampleSubmission, priority: { level: 'P3', reasons: ['IDENTIFIED_SUSPECT'] } };
const submit = (body: object, key = newKey()): Promise<Answer> => sender.post('/v1/referrals', body, key);
const idOf = (answer: Answer): string => answer.json<{ id: string }>().id;
const laneOf = (answer: Answer): number => parseReferralId(idOf(answer))?.lane ?? -1;
const seal = (lane: number): Promise<unknown> => owner.query('UPDATE lane SET sealed = true WHERE lane = $1', [lane]);

describe('when a lane was sealed', () => {
  it('its jurisdiction goes on in the others, and a key used before finds its answer in the sealed one', async () => {
    const key = newKey();
    const first = await submit(routine, key);
    const lane = laneOf(first);
    await seal(lane);
    const later = await Promise.all([...Array(40)].map(() => submit(routine)));
    expect(later.map(({ statusCode }) => statusCode)).toEqual(Array(40).fill(201));
    const others = app.config.directory.lanes.lanesOf('PH', 'routine').filter((each) => each !== lane);
    for (const answer of later) expect(others).toContain(laneOf(answer));
    const again = await submit(routine, key);
    expect([again.statusCode, again.body]).toEqual([201, first.body]);
  });

  it('its open referrals are told to come back, and do not move', async () => {
    const id = idOf(await submit(routine));
    await seal(parseReferralId(id)?.lane ?? -1);
    const answer = await receiver.post(`/v1/referrals/${id}/receive`, {}, newKey());
    expect(outcome(answer)).toEqual([503, 'LANE_SEALED']);
    expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0);
  });

  it('an urgent referral goes by a routine lane rather than not at all', async () => {
    expect(laneOf(await submit(urgent))).toBe(36);
    await seal(36);
    const answers = await Promise.all([...Array(10)].map(() => submit(urgent)));
    const lanes = app.config.directory.lanes.lanesOf('PH', 'routine');
    for (const answer of answers) expect(lanes).toContain(laneOf(answer));
  });

  it('and no lane is left, commands are told so until the directory names another', async () => {
    for (const lane of app.config.directory.lanes.lanesOf('PH', 'routine')) await seal(lane);
    expect(outcome(await submit(routine))).toEqual([503, 'LANE_SEALED']);
    expect(outcome(await submit(urgent))).toEqual([503, 'LANE_SEALED']);
    const abroad = await submit({ ...routine, to: { agency: 'GB-NCP' } });
    expect(abroad.statusCode).toBe(201);
  });
});
