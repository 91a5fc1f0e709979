import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Outcome } from '../outgoing/outcome.js';
import { formatSecret } from '../signing/signature.js';
import type { ListedItem } from './deliveries.js';
import type { Webhook } from './webhook.js';
import type { Rotated } from './webhook-secrets.js';
import type { Registered } from './webhook-store.js';

const names = z.array(z.string()).readonly().nullable();

export const webhookView = z.strictObject({
  id: z.uuid(),
  url: z.string(),
  description: z.string(),
  subscription: z.strictObject({ topics: names, types: names, jurisdictions: names, priorities: names }),
  synthetic: z.boolean(),
  status: z.enum(['PENDING', 'ACTIVE', 'DISABLED']).meta({ description: 'PENDING: enable it, which challenges it.' }),
  reason: z.enum(['OWNER', 'FAILING', 'CLIENT_REVOKED']).nullable().meta({
    description:
      'Why it is disabled: by its owner, since it took nothing for too long, or since the client that set it up was revoked.',
  }),
  createdAt: z.iso.datetime(),
  failures: z.int().meta({ description: 'In a row, since it took something.' }),
  failingSince: z.iso.datetime().nullable(),
  pausedUntil: z.iso.datetime().nullable().meta({ description: 'Until then only what is urgent is tried.' }),
  reading: z.string().nullable().meta({ description: 'Code of what keeps the feed from being read; null: nothing.' }),
});

export type WebhookView = z.output<typeof webhookView>;

export const webhookExample: WebhookView = {
  id: '0198c1f0-6f2a-7b6e-9a51-3c1d2e4f5a6c',
  url: 'https://cases.wcpc.example/bus',
  description: 'Case system, production',
  subscription: { topics: ['referral', 'escalation'], types: null, jurisdictions: null, priorities: ['P1', 'P2'] },
  ...({ synthetic: false, status: 'ACTIVE', reason: null, createdAt: '2026-11-24T09:12:44.310Z' } as const),
  ...{ failures: 0, failingSince: null, pausedUntil: null, reading: null },
};

export const webhookList = z.strictObject({ items: z.array(webhookView), next: z.null() });

export const registeredView = webhookView.extend({
  secret: z.string().meta({ description: 'Shown here and nowhere else: keep it.' }),
});

export const registeredExample = {
  ...webhookExample,
  status: 'PENDING',
  secret: 'whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=',
} as const;

export const rotatedView = z.strictObject({
  secret: z.string().meta({ description: 'Shown here and nowhere else: keep it.' }),
  overlapUntil: z.iso.datetime().meta({ description: 'Until then the secret before signs as well.' }),
});

export const rotatedExample = { secret: registeredExample.secret, overlapUntil: '2026-11-25T09:12:44.310Z' };

export const outcomeView = z.strictObject({
  outcome: z.string().meta({ description: 'TAKEN, or what came instead.', example: 'TAKEN' }),
  status: z.int().nullable().meta({ description: 'Of the answer.' }),
  ms: z.int(),
});

export const outcomeExample = { outcome: 'TAKEN', status: 204, ms: 31 };

const delivery = z.strictObject({
  id: z.uuid().meta({ description: '`webhook-id` of each try.' }),
  type: z.string(),
  referral: z.string(),
  status: z.enum(['TAKEN', 'WAITING']),
  urgent: z.boolean(),
  filedAt: z.iso.datetime(),
  takenAt: z.iso.datetime().nullable(),
  nextTryAt: z.iso.datetime().nullable().meta({ description: 'At the earliest, and after what waits before it.' }),
  failures: z.int(),
  tries: z.array(outcomeView.extend({ at: z.string() })).meta({ description: 'The last ten.' }),
});

export const deliveryList = z.strictObject({ items: z.array(delivery), next: z.string().nullable() });

export function viewOf(webhook: Webhook): WebhookView {
  const { id, url, description, topics, types, jurisdictions, priorities } = webhook;
  const { synthetic, status, reason, failures, reading } = webhook;
  return {
    ...{ id, url, description, subscription: { topics, types, jurisdictions, priorities }, synthetic, status, reason },
    createdAt: webhook.created_at.toISOString(),
    failures,
    failingSince: webhook.failing_since?.toISOString() ?? null,
    pausedUntil: webhook.broken_until?.toISOString() ?? null,
    reading,
  };
}

/** Of what its owner may change: how it fares changes no tag. */
export function tagOf({ settings, id }: Pick<Webhook, 'id' | 'settings'>): string {
  return `"${createHash('sha256').update(`${id} ${settings}`).digest('base64url').slice(0, 27)}"`;
}

export const registeredOf = ({ webhook, secret }: Registered): z.output<typeof registeredView> => ({
  ...viewOf(webhook),
  secret: formatSecret(secret),
});

export const rotatedOf = ({ secret, overlapUntil }: Rotated): z.output<typeof rotatedView> => ({
  secret: formatSecret(secret),
  overlapUntil: overlapUntil.toISOString(),
});

export const outcomeOf = ({ code, status, ms }: Outcome): z.output<typeof outcomeView> => ({
  outcome: code,
  status,
  ms,
});

export const deliveryOf = (row: ListedItem): z.output<typeof delivery> => ({
  ...{ id: row.item, type: row.type, referral: row.referral, urgent: row.urgent, failures: row.failures },
  status: row.taken_at ? 'TAKEN' : 'WAITING',
  filedAt: row.filed_at.toISOString(),
  takenAt: row.taken_at?.toISOString() ?? null,
  nextTryAt: row.taken_at ? null : row.due_at.toISOString(),
  tries: row.tries,
});
