import { v7 } from 'uuid';
import type { Answer, Deployment } from '../../deployment/index.js';

/** A referral that stands on the bus, with who may know of it. */
export interface Known {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  /** `Bus-Position` after its last command. */
  readonly position: string;
}

/** Agencies of several jurisdictions, some sharing one. Those that receive can also send. */
export const SENDERS = ['US-CLEAR', 'GB-NCP', 'GB-HOTLINE', 'DE-NCP', 'PH-WCPC'] as const;
export const RECIPIENTS = ['PH-WCPC', 'PH-CHILD', 'GB-NCP', 'DE-NCP'] as const;
export const STRANGERS = ['FR-NCP', 'KE-CHILD', 'JP-HEALTH'] as const;

const COMMANDS: readonly (readonly [name: string, body: object])[] = [
  ['receive', {}],
  ['acknowledge', {}],
  ['accept', { scope: 'FULL' }],
];
const REJECTION: typeof COMMANDS = [...COMMANDS.slice(0, 1), ['reject', { reason: 'STALE' }]];

/** Everybody of the senders refers a case to every recipient; each case gets further than the one before it. */
export async function populate(bus: Deployment): Promise<Known[]> {
  const pairs = SENDERS.flatMap((from) => RECIPIENTS.flatMap((to) => (from === to ? [] : [{ from, to }])));
  const known: Known[] = [];
  for (const [index, { from, to }] of pairs.entries()) {
    const submitted = await command(bus, from, '/v1/referrals', submissionTo(to, index));
    const id = submitted.json.id ?? '';
    let { position } = submitted;
    const steps = index % 5 === 4 ? REJECTION : COMMANDS.slice(0, index % 5);
    for (const [name, body] of steps) ({ position } = await command(bus, to, `/v1/referrals/${id}/${name}`, body));
    known.push({ id, from, to, position });
  }
  for (const { id, from, position } of known) await seen(bus, from, id, position);
  return known;
}

export const submissionTo = (agency: string, index = 0): object => ({
  to: { agency },
  reference: `R-${index}`,
  incident: { offenceType: 'SOLICITATION', modifiers: [] },
  files: [{ kind: 'CHAT_LOG', count: 1 + index }],
  nexus: [{ country: 'PH', basis: 'VICTIM_PRESENT', confidence: 'MEDIUM' }],
  priority: { level: index % 3 === 0 ? 'P1' : 'P3', reasons: ['IDENTIFIED_SUSPECT'] },
});

/** @throws Error when it is not accepted */
export async function command(bus: Deployment, agency: string, path: string, body: object): Promise<Answer> {
  const headers = { 'idempotency-key': v7(), 'bus-person': 'p-1' };
  const answer = await bus.ask('referrals', agency, path, { method: 'POST', headers, body });
  if (answer.status >= 300) throw new Error(`${path} was answered with ${answer.status} ${answer.text}`);
  return answer;
}

/** Resolves when the read side shows the referral as it is at this position. */
export async function seen(bus: Deployment, agency: string, id: string, position: string): Promise<void> {
  const headers = { 'bus-min-position': position };
  for (;;) {
    const { status } = await bus.ask('agency-views', agency, `/v1/referrals/${id}`, { headers });
    if (status === 200) return;
    if (status !== 425) throw new Error(`${id} was answered with ${status}`);
  }
}

/** An id beside that of the referral, under which there is none. */
export const unknownBeside = (id: string): string => `${id.slice(0, id.lastIndexOf('.'))}.${v7()}`;
