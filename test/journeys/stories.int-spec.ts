import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { stories } from '../../apps/cli/src/stories/stories.js';
import { Deployment } from '../deployment/index.js';

/** Small, so that a burst that a test has time for exceeds it. */
const quota = { AGENCY_COMMANDS_PER_SECOND: '60', AGENCY_COMMANDS_BURST: '500', AGENCY_COMMANDS_OPEN: '500' };

/** An agency is let in and out again, rules are changed for ever: they must begin anew from where they ended. */
const [JOINING_AND_LEAVING, RULES_FROM_MARCH] = [14, 16];

describe('on one deployment, one after the other', () => {
  let bus: Deployment;
  beforeAll(async () => {
    bus = await Deployment.start({ env: { referrals: quota } });
  }, 300_000);
  afterAll(() => bus.stop(), 60_000);

  const goesAsTold = async (story: number): Promise<void> => {
    const { code, stdout, stderr } = await bus.bus(['simulate', '--story', String(story), '--referrals', '900']).done;
    expect({ code, stderr, stdout }).toEqual({ code: 0, stderr: '', stdout: expect.stringContaining('went as told') });
  };

  it.each([...stories.values()].map(({ number, title }) => [number, title] as const))(
    'story %i goes as told: %s',
    (number) => goesAsTold(number),
    180_000,
  );

  it.each([JOINING_AND_LEAVING, RULES_FROM_MARCH])(
    'the same bus lives through story %i again',
    (number) => goesAsTold(number),
    180_000,
  );

  it('is sound after all of them', async () => {
    const { code, stdout } = await bus.bus(['verify', '--json']).done;
    expect([code, JSON.parse(stdout)]).toEqual([0, expect.objectContaining({ sound: true })]);
  }, 240_000);
});
