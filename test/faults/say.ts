import { setTimeout as delay } from 'node:timers/promises';
import { v7 } from 'uuid';
import type { Answer, AppProcess } from '../deployment/index.js';
import type { Scene } from './scene.js';

/** A routine referral, as short as one can be. */
export const routine = {
  to: { agency: 'PH-WCPC' },
  incident: { offenceType: 'SOLICITATION' },
  priority: { level: 'P3', reasons: ['IDENTIFIED_SUSPECT'] },
  synthetic: true,
} as const;

/** One submission, tried once: an agency is answered 2xx although something is away (faults: "202 still honest"). */
export async function isStillServed(scene: Scene): Promise<void> {
  const headers = { 'idempotency-key': v7() };
  const asked = scene.bus.ask('referrals', 'US-CLEAR', '/v1/referrals', { method: 'POST', headers, body: routine });
  const { status, text } = await asked.catch((error: unknown) => ({ status: 0, text: String(error) }));
  if (status === 201) scene.note('a referral is accepted meanwhile');
  else scene.fail(`a referral is answered ${status} meanwhile: ${text.slice(0, 200)}`);
}

interface Word {
  readonly by: string;
  readonly path: string;
  readonly body: object;
  /** To this write app; else to the first. */
  readonly at?: AppProcess;
}

/** Again with the same key until there is an answer, as any agency does. @throws Error for a refusal */
export async function say(scene: Scene, { by, path, body, at }: Word): Promise<Answer> {
  const headers = { 'idempotency-key': v7(), 'bus-person': 'p-1' };
  for (;;) {
    const said = scene.bus.ask(at ?? 'referrals', by, path, { method: 'POST', headers, body });
    const answer = await said.catch(() => null);
    if (answer && answer.status < 300) return answer;
    if (answer && answer.status !== 429 && answer.status < 500) throw new Error(`${path}: ${answer.text}`);
    await delay(200);
  }
}
