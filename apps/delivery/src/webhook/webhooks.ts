import { randomBytes } from 'node:crypto';
import { requireCaseAccess } from '#libs/access';
import { readContent } from '#libs/accepting';
import { DomainError } from '#libs/kernel';
import { type Caller, ProblemError } from '#libs/platform';
import { v7 } from 'uuid';
import type { Channel } from '../channel/channel.js';
import type { WebhookMessage, WebhookTarget } from '../channel/webhook-channel.js';
import type { FeedDoor, OwnWord } from '../feed/feed-door.js';
import { type OutgoingRules, urlRefusalOf } from '../outgoing/destination.js';
import type { Outcome } from '../outgoing/outcome.js';
import {
  type ChangeContent,
  changeSchema,
  type RegistrationContent,
  registrationSchema,
  rotationSchema,
} from './content.js';
import { assertSame, type Keyed, keyed } from './keyed.js';
import { tagOf, type WebhookView } from './views.js';
import type { Settings, Subscription, Webhook } from './webhook.js';
import type { Changed, WebhookChanges } from './webhook-changes.js';
import type { Rotated } from './webhook-secrets.js';
import { type Registered, type Registration, type WebhookStore } from './webhook-store.js';

export interface WebhookParts {
  readonly store: WebhookStore;
  readonly changes: WebhookChanges;
  readonly door: FeedDoor;
  readonly channel: Channel<WebhookTarget, WebhookMessage>;
  readonly rules: OutgoingRules;
}

/** What an agency says, with the key that it says it under and its own word at the API. */
export interface Said {
  readonly caller: Caller;
  readonly word: OwnWord;
  readonly idempotencyKey: unknown;
  readonly body: unknown;
}

const ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Webhooks as their agency handles them. Those of others are answered as those that do not exist. */
export class Webhooks {
  constructor(private readonly parts: WebhookParts) {}

  /** @throws ProblemError, DomainError 422 WEBHOOK_ADDRESS_REFUSED; Unavailable */
  async register({ caller, word, idempotencyKey, body }: Said): Promise<Registered> {
    requireCaseAccess(caller);
    const content = readContent(registrationSchema, body ?? {});
    const key = keyed({ agency: caller.agency, idempotencyKey, command: 'RegisterWebhook', target: null, content });
    const { store, door, rules } = this.parts;
    requireAllowed(content.url, rules);
    const registration = registrationOf(content);
    await door.allow(word);
    if (!(await door.isPlace(caller.agency, registration.cursor, registration.synthetic)))
      throw new ProblemError('WEBHOOK_CURSOR_INVALID');
    const registered = await store.register(caller, key, registration);
    if (!registered) throw new ProblemError('WEBHOOKS_TOO_MANY');
    assertSame(key, registered.request);
    return registered;
  }

  async listOf(caller: Caller): Promise<Webhook[]> {
    requireCaseAccess(caller);
    return this.parts.store.listOf(caller.agency);
  }

  /** @throws ProblemError 404 */
  async get(caller: Caller, id: string): Promise<Webhook> {
    requireCaseAccess(caller);
    const found = ID.test(id) ? await this.parts.store.find(caller.agency, id) : undefined;
    if (!found) throw new ProblemError('NOT_FOUND');
    return found;
  }

  /** Challenges it; what answers is sent to from now on. @throws DomainError 409 WEBHOOK_CHALLENGE_FAILED */
  async enable(caller: Caller, word: OwnWord, id: string): Promise<Webhook> {
    const webhook = await this.get(caller, id);
    await this.parts.door.allow(word);
    await this.#challenge(webhook);
    return this.parts.store.enable(caller, webhook);
  }

  /**
   * Changes where it leads and what it is told; it goes on from where it stands. Another address of one that is sent to takes its
   * place only once it answered a challenge.
   * @param ifMatch tag of the webhook as the caller knows it; without it whatever stands is changed
   * @throws ProblemError 404, 412 WEBHOOK_CHANGED; DomainError 409 WEBHOOK_CHALLENGE_FAILED, 422 WEBHOOK_ADDRESS_REFUSED
   */
  async change(
    { caller, idempotencyKey, body }: Omit<Said, 'word'>,
    id: string,
    ifMatch: string | undefined,
  ): Promise<WebhookView> {
    const { changes } = this.parts;
    const webhook = await this.get(caller, id);
    const content = readContent(changeSchema, body ?? {});
    const key = keyed({ agency: caller.agency, idempotencyKey, command: 'ChangeWebhook', target: id, content });
    const made = (await changes.madeUnder(key)) ?? (await this.#change(caller, webhook, key, content, ifMatch));
    assertSame(key, made.request);
    return made.answer;
  }

  async #change(
    caller: Caller,
    webhook: Webhook,
    key: Keyed,
    content: ChangeContent,
    ifMatch: string | undefined,
  ): Promise<Changed> {
    const next = changedBy(webhook, content);
    requireAllowed(next.url, this.parts.rules);
    const holds = ifMatch === undefined || ifMatch.trim() === '*' || ifMatch.trim() === tagOf(webhook);
    if (!holds) throw new ProblemError('WEBHOOK_CHANGED');
    // one that is sent to nowhere is challenged when it is enabled
    if (next.url !== webhook.url && webhook.status === 'ACTIVE') await this.#challenge({ ...webhook, url: next.url });
    const made = await this.parts.changes.make(caller, webhook, key, next);
    if (!made) throw new ProblemError('WEBHOOK_CHANGED');
    return made;
  }

  async #challenge(webhook: Webhook): Promise<void> {
    const challenge = randomBytes(24).toString('base64url');
    const outcome = await this.#say(webhook, 'webhook.challenge', { challenge });
    if (outcome.code === 'TAKEN' && isEchoed(outcome.body, challenge)) return;
    const came = outcome.code === 'TAKEN' ? 'CHALLENGE_NOT_ECHOED' : outcome.code;
    throw new DomainError('WEBHOOK_CHALLENGE_FAILED', { outcome: came, status: outcome.status });
  }

  async disable(caller: Caller, id: string): Promise<Webhook> {
    return this.parts.store.disable(caller, await this.get(caller, id));
  }

  /** Whether it takes a message now, whatever its status. */
  async test(caller: Caller, id: string): Promise<Outcome> {
    const webhook = await this.get(caller, id);
    await this.parts.store.tested(caller, webhook);
    return this.#say(webhook, 'webhook.test', {});
  }

  async rotate({ caller, idempotencyKey, body }: Omit<Said, 'word'>, id: string): Promise<Rotated> {
    const webhook = await this.get(caller, id);
    const content = readContent(rotationSchema, body ?? {});
    const key = keyed({ agency: caller.agency, idempotencyKey, command: 'RotateSecret', target: id, content });
    const rotated = await this.parts.store.rotate(caller, webhook, key, content.overlapHours * 3_600);
    assertSame(key, rotated.request);
    return rotated;
  }

  /** With the last one the bus is allowed to read the feed no more. */
  async delete(caller: Caller, word: OwnWord, id: string): Promise<void> {
    const { store, door } = this.parts;
    const webhook = await this.get(caller, id);
    // first, so that it can be said again where the feed is away
    if ((await store.listOf(caller.agency)).length === 1) await door.withdraw(word);
    await store.delete(caller, webhook);
  }

  /** A message of the bus's own, without anything of a case. */
  #say(webhook: Webhook, type: string, data: object): Promise<Outcome> {
    const id = v7();
    const body = JSON.stringify({ type, timestamp: new Date().toISOString(), data: { webhook: webhook.id, ...data } });
    return this.parts.channel.deliver(webhook, { id, body });
  }
}

function requireAllowed(url: string, rules: OutgoingRules): void {
  const refusal = urlRefusalOf(url, rules);
  if (refusal) throw new DomainError('WEBHOOK_ADDRESS_REFUSED', { reason: refusal }, 422);
}

function registrationOf({ url, description, subscription, synthetic, cursor }: RegistrationContent): Registration {
  return { url: hrefOf(url), description, synthetic, ...wantedBy(subscription), cursor: cursor ?? null };
}

function changedBy(
  { topics, types, jurisdictions, priorities, ...webhook }: Webhook,
  { url, description = webhook.description, subscription }: ChangeContent,
): Settings {
  const wanted = subscription ? wantedBy(subscription) : { topics, types, jurisdictions, priorities };
  return { url: url === undefined ? webhook.url : hrefOf(url), description, ...wanted };
}

/** In its one spelling, as it will be sent to; what is no address is refused as it is. */
const hrefOf = (url: string): string => (URL.canParse(url) ? new URL(url).href : url);

function wantedBy(subscription: RegistrationContent['subscription']): Subscription {
  const { topics, types, jurisdictions, priorities } = subscription;
  return {
    topics: topics ?? null,
    types: types ?? null,
    jurisdictions: jurisdictions ?? null,
    priorities: priorities ?? null,
  };
}

/** As it is, or as the member `challenge` of a JSON object. */
function isEchoed(body: string, challenge: string): boolean {
  const text = body.trim();
  if (text === challenge) return true;
  try {
    const json: unknown = JSON.parse(text);
    return typeof json === 'object' && json !== null && 'challenge' in json && json.challenge === challenge;
  } catch {
    return false;
  }
}
