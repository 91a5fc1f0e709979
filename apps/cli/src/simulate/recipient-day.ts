import { setTimeout as delay } from 'node:timers/promises';
import type { Priority } from '#libs/contracts';
import { z } from 'zod';
import { jsonOf } from '../bus/api.js';
import { isAccepted } from '#libs/verification';
import { type BusLine, newKey } from './bus-line.js';
import type { Player } from './cast.js';
import { reactionsTo } from './decisions.js';
import type { Prng } from './prng.js';
import type { Pulse } from './pulse.js';
import type { Tally } from './tally.js';

const inboxShape = z.looseObject({
  items: z.array(
    z.looseObject({
      id: z.string(),
      reference: z.string().nullable(),
      submittedAt: z.string(),
      availableAt: z.string().optional(),
      priority: z.looseObject({ driving: z.string().nullable() }),
    }),
  ),
  next: z.string().nullable(),
});

const POLL_MS = 250;
/** A simulation is an exercise: it lives beside the real work. */
const INBOX = '/v1/inbox?synthetic=true&limit=200';
/** Referrals whose words are on their way at the same time, per recipient. */
const AT_ONCE = 8;
/** Part of the referrals that are looked at once more after what was said about them. */
const LOOK_OFTEN = 0.25;

export interface RecipientParts {
  readonly line: BusLine;
  readonly tally: Tally;
  readonly pulse: Pulse;
  readonly prng: Prng;
  /** Stands before the references of this run's referrals. */
  readonly run: string;
  readonly finished: () => boolean;
  readonly signal: AbortSignal;
}

/** A recipient's backend: polls its inbox, takes what is new in, and answers for its people. */
export async function playRecipient(player: Player, parts: RecipientParts): Promise<void> {
  const known = new Set<string>();
  while (!parts.finished()) {
    const fresh = await freshItems(player, known, parts);
    for (let at = 0; at < fresh.length; at += AT_ONCE) {
      await Promise.all(
        fresh
          .slice(at, at + AT_ONCE)
          .map(({ id, priority }, place) =>
            react(player, { id, priority: priority.driving as Priority | null, place }, parts),
          ),
      );
    }
    if (fresh.length === 0) await delay(POLL_MS, undefined, { signal: parts.signal });
  }
}

type Item = z.output<typeof inboxShape>['items'][number];

/** The newest pages until one brings nothing new. */
async function freshItems(
  player: Player,
  known: Set<string>,
  { line, tally, pulse, run }: RecipientParts,
): Promise<Item[]> {
  const fresh: Item[] = [];
  for (let path: string | null = INBOX; path !== null;) {
    const { page }: { page: z.output<typeof inboxShape> } = await line.exchange(
      player,
      { method: 'GET', path },
      async (answer) => {
        const read = inboxShape.safeParse(answer && jsonOf(answer));
        return { page: read.data ?? { items: [], next: null }, done: read.success };
      },
    );
    const found = page.items.filter(({ id }) => !known.has(id));
    for (const item of found) {
      known.add(item.id);
      if (!item.reference?.startsWith(run)) continue;
      fresh.push(item);
      const latency = item.availableAt ? Date.parse(item.availableAt) - Date.parse(item.submittedAt) : null;
      if (!tally.deliver(item.id, latency)) tally.odd(`${item.id} was delivered twice`);
      pulse.moved();
    }
    path = page.next !== null && found.length > 0 ? `${INBOX}&cursor=${encodeURIComponent(page.next)}` : null;
  }
  return fresh;
}

interface Reacting {
  readonly id: string;
  readonly priority: Priority | null;
  /** Among those that are reacted to at the same time: what is read there follows one another. */
  readonly place: number;
}

async function react(
  player: Player,
  { id, priority, place }: Reacting,
  { line, tally, pulse, prng, run }: RecipientParts,
): Promise<void> {
  let seen: string | null = null;
  for (const { command, verb, body, byPerson, illegal } of reactionsTo(prng, priority)) {
    const key = newKey();
    const headers = { 'Idempotency-Key': key, ...(byPerson && { 'Bus-Person': `${player.agency.toLowerCase()}-1` }) };
    const request = {
      method: 'POST',
      path: `/v1/referrals/${id}/${verb}`,
      headers,
      body: JSON.stringify(body ?? {}),
    } as const;
    const told = await line.command({ player, command, key, target: id, reference: null }, request);
    pulse.moved();
    seen = told.position ?? seen;
    if (isAccepted(told)) tally.commands += 1;
    else tally.refused(told.code ?? `HTTP_${told.status}`);
    if (told.status === 409) tally.refusals += 1;
    if (isAccepted(told) === (illegal === true)) tally.odd(`${command} on ${id} was answered ${told.status}`);
  }
  if (!prng.chance(LOOK_OFTEN)) return;
  const what = prng.chance(0.5) ? 'referral' : 'timeline';
  const look = await line.look({ what, player, target: id, minimum: seen, session: `${run} ${place}` });
  if (!isAccepted(look)) tally.odd(`${id} was answered ${look.status} to its recipient`);
}
