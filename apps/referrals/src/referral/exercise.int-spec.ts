import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { exampleSubmission } from '../api-docs/examples.js';
import { demoDirectory, newKey, outcome, type SpecApp, startReferrals } from '../referrals-app.fixtures.js';

const drill = { since: 0, name: 'Drill', participants: ['PH-WCPC', 'GB-NCP', 'US-CLEAR'], plannedEnd: null };

let app: SpecApp;
beforeAll(async () => {
  const directory = demoDirectory({
    'EX-RUNNING': { ...drill, status: 'RUNNING' },
    'EX-ENDED': { ...drill, status: 'ENDED' },
    'EX-TWO': { ...drill, status: 'RUNNING', participants: ['PH-WCPC', 'US-CLEAR'] },
  });
  app = await startReferrals({ directory });
});
afterAll(() => app.close());

const intoExercise = (exercise: string, changes: object = {}): object => ({
  ...exampleSubmission,
  synthetic: false,
  exercise,
  ...changes,
});

describe('a submission into an exercise (vocabulary 9)', () => {
  it('is synthetic with all that follows on it, whatever its sender says', async () => {
    const [sender, recipient] = [await app.client('US-CLEAR'), await app.client('PH-WCPC')];
    const answer = await sender.post('/v1/referrals', intoExercise('EX-RUNNING'), newKey());
    const { id } = answer.json<{ id: string }>();
    for (const [command, body] of [
      ['receive', {}],
      ['forward', { to: { agency: 'GB-NCP' } }],
    ] as const)
      await recipient.post(`/v1/referrals/${id}/${command}`, body, newKey());
    const events = (await app.events()).filter(({ meta }) => meta.leg === id);
    expect(events.map(({ type, meta }) => [type, meta.synthetic])).toEqual([
      ['ReferralSubmitted', true],
      ['PrioritySet', true],
      ['ReferralReceived', true],
      ['ReferralForwarded', true],
    ]);
    expect(events[0]).toMatchObject({ data: { exercise: 'EX-RUNNING' } });
  });

  it('is synthetic in what is refused of it too, and of nothing real', async () => {
    const [sender, recipient] = [await app.client('US-CLEAR'), await app.client('PH-WCPC')];
    const drilled = [intoExercise('EX-RUNNING'), true] as const;
    for (const [submission, synthetic] of [drilled, [{ ...exampleSubmission, synthetic: false }, false] as const]) {
      const { id } = (await sender.post('/v1/referrals', submission, newKey())).json<{ id: string }>();
      const answer = await recipient.post(`/v1/referrals/${id}/start-work`, {}, newKey());
      expect(outcome(answer)).toEqual([409, 'REFERRAL_TRANSITION_ILLEGAL']);
      const refused = (await app.events()).find(({ type, data }) => type === 'CommandRefused' && data.target === id);
      expect(refused?.meta).toMatchObject({ synthetic });
    }
  });

  it.each([
    ['one that nobody started', 'EX-NEVER', {}, 'EXERCISE_NOT_RUNNING'],
    ['one that ended', 'EX-ENDED', {}, 'EXERCISE_NOT_RUNNING'],
    ['one that the recipient is not of', 'EX-RUNNING', { to: { agency: 'JP-NCP' } }, 'EXERCISE_NOT_A_PARTICIPANT'],
    ['what is no code of one', 'drill', {}, 'CONTENT_INVALID'],
  ])('is refused for %s', async (_what, exercise, changes, code) => {
    const sender = await app.client('US-CLEAR');
    const answer = await sender.post('/v1/referrals', intoExercise(exercise, changes), newKey());
    expect(outcome(answer)).toEqual([422, code]);
  });

  it('grades a case where there is one to hand it to who does not grade, and is an ordinary one otherwise', async () => {
    const sender = await app.client('US-CLEAR');
    const handed = async (exercise: string, reference: string): Promise<unknown> =>
      outcome(await sender.post('/v1/referrals', intoExercise(exercise, { reference }), newKey()));
    expect(await handed('EX-TWO', 'EX-TWO-K07')).toEqual([422, 'GRADING_NOT_BLIND']);
    expect(await handed('EX-TWO', 'EX-TWO-7')).toEqual([201, undefined]);
    expect(await handed('EX-RUNNING', 'EX-RUNNING-K07')).toEqual([201, undefined]);
  });

  it('is refused to a sender that is not of it', async () => {
    const sender = await app.client('DE-NCP');
    const answer = await sender.post('/v1/referrals', intoExercise('EX-RUNNING'), newKey());
    expect(outcome(answer)).toEqual([422, 'EXERCISE_NOT_A_PARTICIPANT']);
  });
});
