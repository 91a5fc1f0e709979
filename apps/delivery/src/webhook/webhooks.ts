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
import { type RegistrationContent, registrationSchema, rotationSchema } from './content.js';
import { assertSame, keyed } from './keyed.js';
import type { Webhook } from './webhook.js';
import type { Rotated } from './webhook-secrets.js';
import { type Registered, type Registration, type WebhookStore } from './webhook-store.js';

export interface WebhookParts {
  readonly store: WebhookStore;
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
    const refusal = urlRefusalOf(content.url, rules);
    if (refusal) throw new DomainError('WEBHOOK_ADDRESS_REFUSED', { reason: refusal }, 422);
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
    const challenge = randomBytes(24).toString('base64url');
    const outcome = await this.#say(webhook, 'webhook.challenge', { challenge });
    if (outcome.code === 'TAKEN' && isEchoed(outcome.body, challenge)) return this.parts.store.enable(caller, webhook);
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

function registrationOf({ url, description, subscription, synthetic, cursor }: RegistrationContent): Registration {
  const { topics = null, types = null, jurisdictions = null, priorities = null } = subscription;
  // in its one spelling, as it will be sent to
  const href = new URL(url).href;
  return { url: href, description, synthetic, topics, types, jurisdictions, priorities, cursor: cursor ?? null };
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
