import { v7 } from 'uuid';
import { until } from '#libs/testing';
import type { Answer, Deployment } from '../deployment/index.js';
import type { Receiver } from './receiver.js';

export interface WebhookSaid {
  readonly id: string;
  readonly status: string;
  readonly secret?: string;
  readonly reason: string | null;
  readonly failures: number;
  readonly reading: string | null;
}

export const submission = {
  to: { agency: 'PH-WCPC' },
  incident: { offenceType: 'SOLICITATION', modifiers: [] },
  files: [{ kind: 'CHAT_LOG', count: 1 }],
  nexus: [{ country: 'PH', basis: 'VICTIM_PRESENT', confidence: 'MEDIUM' }],
  priority: { level: 'P3', reasons: ['IDENTIFIED_SUSPECT'] },
};

/** How a referral got to its receiver is told when it comes: by then nobody waits for it. */
const EVIDENCE = 'EvidenceAdvanced';

export interface ToldItem {
  readonly id: string;
  readonly type: string;
  readonly referral: string;
}

interface FeedPage {
  readonly items: readonly ToldItem[];
  readonly next: string;
}

/** An agency that has webhooks and works on referrals. */
export class Agency {
  constructor(
    private readonly bus: Deployment,
    readonly code: string,
  ) {}

  /** @throws Error where it is refused */
  async say(path: string, body: object = {}): Promise<Answer['json'] & Partial<WebhookSaid>> {
    const answer = await this.post(path, body);
    if (answer.status >= 300) throw new Error(`${path}: ${answer.text}`);
    return answer.json;
  }

  post(path: string, body: object = {}, key: string = v7()): Promise<Answer> {
    const app = path.startsWith('/v1/webhooks')
      ? 'delivery'
      : path.startsWith('/v1/membership')
        ? 'membership'
        : 'referrals';
    const headers = { 'idempotency-key': key, 'bus-person': 'p-1' };
    return this.bus.ask(app, this.code, path, { method: 'POST', headers, body });
  }

  /** Changes a webhook. */
  patch(id: string, body: object, { key = v7(), ifMatch }: { key?: string; ifMatch?: string } = {}): Promise<Answer> {
    const headers = { 'idempotency-key': key, ...(ifMatch !== undefined && { 'if-match': ifMatch }) };
    return this.bus.ask('delivery', this.code, `/v1/webhooks/${id}`, { method: 'PATCH', headers, body });
  }

  /** A webhook that is sent what comes from now on. */
  async webhookTo(receiver: Receiver, changes: object = {}): Promise<string> {
    const { next: cursor } = await this.#feed();
    const { id = '', secret = '' } = await this.say('/v1/webhooks', { url: receiver.url, cursor, ...changes });
    receiver.secrets = [secret];
    await this.say(`/v1/webhooks/${id}/enable`);
    return id;
  }

  async webhook(id: string): Promise<WebhookSaid> {
    const { text } = await this.bus.ask('delivery', this.code, `/v1/webhooks/${id}`);
    return JSON.parse(text) as WebhookSaid;
  }

  async submit(changes: object = {}): Promise<string> {
    const { id = '' } = await this.say('/v1/referrals', { ...submission, ...changes });
    return id;
  }

  /** All that the feed has told the agency of these referrals, once the last command on each is in it: `id type` by referral, in order. */
  async told(referrals: readonly string[], perReferral: number): Promise<Map<string, string[]>> {
    return until(async () => {
      const { told } = await this.#feed();
      const wanted = new Map(referrals.map((referral) => [referral, told.get(referral) ?? []]));
      return [...wanted.values()].every((items) => items.length >= perReferral) ? wanted : undefined;
    }, 60_000);
  }

  async #feed(): Promise<{ told: Map<string, string[]>; next: string }> {
    const told = new Map<string, string[]>();
    const { items, next } = await this.toldSince('');
    for (const { id, type, referral } of items)
      if (type !== EVIDENCE) told.set(referral, [...(told.get(referral) ?? []), `${id} ${type}`]);
    return { told, next };
  }

  /** All of its feed beyond a place, and where that ends. @param place a cursor; empty: the beginning */
  async toldSince(place: string): Promise<FeedPage> {
    const items: ToldItem[] = [];
    for (let cursor = place; ;) {
      const page = await until(() => this.#page(cursor === '' ? '' : `&cursor=${cursor}`), 60_000);
      if (page.items.length === 0) return { items, next: page.next };
      items.push(...page.items);
      cursor = page.next;
    }
  }

  /** Undefined while the feed cannot be read, as before its consumer has begun. */
  async #page(cursor: string): Promise<FeedPage | undefined> {
    const { status, text } = await this.bus.ask('agency-views', this.code, `/v1/feed?limit=500${cursor}`);
    if (status === 503) return undefined;
    if (status !== 200) throw new Error(text);
    return JSON.parse(text) as FeedPage;
  }
}

/** What a receiver took of each referral, in order. */
export function takenBy(receiver: Receiver): Map<string, string[]> {
  const taken = new Map<string, string[]>();
  for (const { id, type, referral } of receiver.taken)
    if (type !== EVIDENCE) taken.set(referral, [...(taken.get(referral) ?? []), `${id} ${type}`]);
  return taken;
}

/** Position of the last event of membership that holds in a process. */
export async function membershipIn(url: string): Promise<number> {
  const metrics = await (await fetch(`${url}/metrics`)).text();
  return Number(/^bus_membership_position (\d+)$/m.exec(metrics)?.[1] ?? Number.NaN);
}
