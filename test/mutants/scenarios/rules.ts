import { advanceBusClock } from '#libs/journal';
import { until } from '#libs/testing';
import { v7 } from 'uuid';
import type { Answer, Deployment } from '../../deployment/index.js';
import type { Scenario } from '../scenario.js';

const DAY_MS = 86_400_000;
/** Longer than the two months of a comment period. */
const COMMENTED_MS = 70 * DAY_MS;
/** From then on the rules hold, long after everything here. */
const IN_FORCE_MS = 200 * DAY_MS;
const FOLLOWED_MS = 20_000;

const document = {
  ...{ hopLimit: 4, expiryDays: { P3: 14, P4: 30 }, silenceDays: 60 },
  ...{ longestHoldDays: 365, longestGrantDays: 365 },
};
const referral = {
  to: { agency: 'PH-WCPC' },
  incident: { offenceType: 'SOLICITATION' },
  priority: { level: 'P3', reasons: ['IDENTIFIED_SUSPECT'] },
};

/** Rules are agreed on that do not hold yet, and a referral is submitted to an app that knows of them. */
export const rulesToCome: Scenario = {
  what: 'a referral is submitted after other rules were published that hold from a later date',
  play: async ({ bus, hands }) => {
    const inForceFrom = new Date(Date.now() + IN_FORCE_MS).toISOString();
    const proposal = { kind: 'RULE_SET', subject: 'referral', document, inForceFrom };
    const { change = '' } = (await agreed(bus, 'operator', 'proposals', proposal)).json;
    await hands.withClient('journal', (journal) => advanceBusClock(journal, COMMENTED_MS));
    await agreed(bus, 'operator-2', `proposals/${change}/approve`);
    // whoever lets a case into an exercise knows of the exercise, and so of what was published before it
    const exercise = 'EX-RULES-TO-COME';
    const participants = ['US-CLEAR', 'PH-WCPC'];
    await agreed(bus, 'operator', 'exercises', { exercise, name: 'Rules to come', participants });
    await until(async () => {
      const { status } = await asked(bus, 'referrals', 'US-CLEAR', '/v1/referrals', { ...referral, exercise });
      return status === 201 || undefined;
    }, FOLLOWED_MS);
  },
};

async function agreed(bus: Deployment, by: string, path: string, body: object = {}): Promise<Answer> {
  const answer = await asked(bus, 'membership', by, `/v1/membership/${path}`, body);
  if (answer.status !== 200) throw new Error(`${path} was answered ${answer.text}`);
  return answer;
}

const asked = (
  bus: Deployment,
  app: 'membership' | 'referrals',
  by: string,
  path: string,
  body: object,
): Promise<Answer> => bus.ask(app, by, path, { method: 'POST', headers: { 'idempotency-key': v7() }, body });
