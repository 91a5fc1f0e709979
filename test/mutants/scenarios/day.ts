import { v7 } from 'uuid';
import type { Told } from '../../../apps/cli/src/simulate/bus-line.js';
import type { Agencies } from '../agencies.js';
import type { Scenario } from '../scenario.js';

const RECIPIENTS = ['PH-WCPC', 'DE-NCP', 'KE-NCP'] as const;
const SENDERS = ['US-CLEAR', 'GB-HOTLINE'] as const;
/** Every second one is rejected, which R1.5 does not let anybody do to P1 and P2 for lack of information. */
const LEVELS = ['P1', 'P3', 'P2', 'P4'] as const;
const HOUR_MS = 3_600_000;

/** Everything that agencies do, once or twice, and nothing goes wrong but what they do wrong themselves. */
export const day: Scenario = {
  what: 'agencies submit, repeat, answer, contradict themselves and look',
  play: async ({ agencies }) => {
    await Promise.all([
      ...RECIPIENTS.flatMap((to) => SENDERS.map((from) => aReferral(agencies, from, to))),
      misuse(agencies),
    ]);
  },
};

/** From its submission to its end, with the looks of both sides. */
async function aReferral(agencies: Agencies, from: string, to: string): Promise<void> {
  for (const [at, level] of LEVELS.entries()) {
    const [key, reference] = [v7(), `${from}/${to}/${level}`];
    const sentAt = new Date(Date.now() - at * HOUR_MS);
    const submission = { from, to, level, key, reference, sentAt };
    const told = await agencies.submit(submission);
    await agencies.submit(submission);
    if (told?.id)
      await aRecipient(agencies, { id: told.id, by: to, end: at % 2 === 0 ? 'accept' : 'reject', told, from });
  }
}

interface Case {
  readonly id: string;
  readonly from: string;
  readonly by: string;
  readonly end: 'accept' | 'reject';
  readonly told: Told;
}

async function aRecipient(agencies: Agencies, { id, from, by, end, told }: Case): Promise<void> {
  const session = v7();
  await agencies.look({ what: 'referral', by: from, target: id, minimum: told.position, session });
  let seen = told.position;
  for (const word of ['receive', 'acknowledge', end] as const) {
    const key = v7();
    const first = await agencies.say(id, word, { by, key });
    await agencies.say(id, word, { by, key });
    seen = first?.position ?? seen;
    await agencies.look({ what: 'timeline', by, target: id, minimum: seen, session: `${session} ${by}` });
  }
  await agencies.say(id, end, { by }); // said again under another key: nothing new
  const late = { by, key: v7() };
  await agencies.say(id, end === 'accept' ? 'reject' : 'accept', late); // refused
  await agencies.say(id, end === 'accept' ? 'reject' : 'accept', late); // and the refusal stands
  await agencies.look({ what: 'referral', by, target: id, minimum: seen, session: `${session} ${by}` });
}

/** One key for two agencies, which is nobody's fault, and one key for two requests, which is. */
async function misuse(agencies: Agencies): Promise<void> {
  const [shared, twice] = [v7(), v7()];
  for (const from of SENDERS) await agencies.submit({ from, key: shared, reference: `shared-${from}` });
  await agencies.submit({ key: twice, reference: 'first' });
  await agencies.submit({ key: twice, reference: 'second' });
}
