import { setTimeout as delay } from 'node:timers/promises';
import { z } from 'zod';
import { type ApiAnswer, jsonOf } from '../bus/api.js';
import { isAccepted } from '#libs/verification';
import { type BusLine, entry, newKey, NO_ANSWER, type Said, sha256, type Told } from './bus-line.js';
import { arrivals } from './pace.js';
import type { Step, Submission } from './plan.js';
import type { Prng } from './prng.js';
import type { Tally } from './tally.js';

const itemShape = z.looseObject({
  status: z.int(),
  id: z.string().optional(),
  referral: z.unknown().optional(),
  busPosition: z.string().optional(),
  problem: z.looseObject({ code: z.string() }).optional(),
});
/** One submission of so many is looked at by its sender. */
const LOOK_EVERY = 10;

const batchShape = z.looseObject({ results: z.array(itemShape) });

export interface SendersParts {
  readonly line: BusLine;
  readonly tally: Tally;
  readonly prng: Prng;
  /** Referrals a second over all senders. */
  readonly perSecond: number;
  /** Steps on their way at the same time. */
  readonly concurrency: number;
  readonly signal: AbortSignal;
}

/** The senders' backends play the plan: each step at its moment, or as soon as one of the lines is free. */
export async function playSenders(steps: Iterable<Step>, parts: SendersParts): Promise<void> {
  const times = arrivals(parts.prng, parts.perSecond);
  const begun = Date.now();
  const open = new Set<Promise<void>>();
  for (const step of steps) {
    const wait = begun + Number(times.next().value) - Date.now();
    if (wait > 1) await delay(wait, undefined, { signal: parts.signal });
    while (open.size >= parts.concurrency) await Promise.race(open);
    const playing: Promise<void> = play(step, parts).finally(() => open.delete(playing));
    open.add(playing);
  }
  await Promise.all(open);
}

async function play(step: Step, parts: SendersParts): Promise<void> {
  if (step.kind === 'malformed') return playMalformed(step, parts);
  parts.tally.submitted += step.submissions.length;
  if (step.submissions.length === 1)
    for (const submission of step.submissions) await playSingle(step.from, submission, parts);
  else await playBatch(step, parts);
}

async function playSingle(
  player: Said['player'],
  { report, again }: Submission,
  { line, tally }: SendersParts,
): Promise<void> {
  const said = saidOf(player, report.reference ?? null);
  const request = {
    method: 'POST',
    path: '/v1/referrals',
    headers: keyed(said),
    body: JSON.stringify(report),
  } as const;
  const told = await line.command(said, request);
  tally.submission(told);
  await lookBack(player, told, { line, tally });
  if (!again) return;
  const second = await line.command(said, request);
  tally.repeated += 1;
  if (second.digest !== told.digest) tally.odd(`a repeated submission was answered otherwise (${said.key})`);
}

/** Some backends look at once whether their referral is there. */
async function lookBack(
  player: Said['player'],
  { id, position }: Told,
  { line, tally }: Pick<SendersParts, 'line' | 'tally'>,
): Promise<void> {
  if (id === null || position === null || tally.submitted % LOOK_EVERY !== 0) return;
  const look = await line.look({ what: 'referral', player, target: id, minimum: position, session: null });
  if (!isAccepted(look)) tally.odd(`${id} was accepted, and its sender was answered ${look.status} about it`);
}

async function playMalformed(
  { from, malformed }: Extract<Step, { kind: 'malformed' }>,
  { line, tally }: SendersParts,
): Promise<void> {
  const said = saidOf(from, null);
  const headers = { ...(malformed.keyed && keyed(said)), ...malformed.headers };
  const told = await line.command(said, { method: 'POST', path: '/v1/referrals', headers, body: malformed.body });
  tally.malformed += 1;
  if (isAccepted(told)) tally.odd(`a malformed submission was accepted (${malformed.name})`);
  else tally.refused(told.code ?? `HTTP_${told.status}`);
  if (!isAccepted(told) && !malformed.refusals.includes(told.code ?? ''))
    tally.odd(`a malformed submission (${malformed.name}) was refused as ${told.code}`);
}

/** The whole batch is repeated until every item has a final answer: items accepted before keep their answers. */
async function playBatch(
  { from, submissions }: Extract<Step, { kind: 'submit' }>,
  { line, tally }: SendersParts,
): Promise<void> {
  const all = submissions.map(({ report }) => ({ said: saidOf(from, report.reference ?? null), report }));
  const items = all.map(({ said, report }) => ({ idempotencyKey: said.key, referral: report }));
  const request = { method: 'POST', path: '/v1/referrals:batch', body: JSON.stringify({ items }) } as const;
  const { entries } = await line.exchange(from, request, async (answer) => {
    const told = all.map(({ said, report }, at) =>
      entry(said, { ...heardOf(answer, at), request: sha256(JSON.stringify(report)) }),
    );
    await line.write(told);
    return { entries: told, done: told.every(({ status }) => status !== 429 && status < 500) };
  });
  for (const told of entries) tally.submission(told);
}

function heardOf(answer: ApiAnswer | null, at: number): Omit<Parameters<typeof entry>[1], 'request'> {
  if (!answer || answer.status !== 200) return { ...NO_ANSWER, status: answer?.status ?? 0 };
  const item = batchShape.parse(jsonOf(answer)).results[at];
  if (!item) throw new Error('the bus answered fewer items than it was sent');
  const id = item.id ?? null;
  const digest = item.referral === undefined ? null : sha256(JSON.stringify(item.referral));
  return { status: item.status, code: item.problem?.code ?? null, id, digest, position: item.busPosition ?? null };
}

const saidOf = (player: Said['player'], reference: string | null): Said => ({
  player,
  command: 'SubmitReferral',
  key: newKey(),
  target: null,
  reference,
});

const keyed = ({ key }: Said): Record<string, string> => (key === null ? {} : { 'Idempotency-Key': key });
