import type { Metrics } from '#libs/platform';
import type { Pool } from 'pg';
import { DELIVERY_SCHEMA as schema } from '../delivery.js';
import type { Outcome } from '../outgoing/outcome.js';

export interface Measured {
  readonly pool: Pool;
  readonly open: () => number;
  readonly webhooks: () => number;
}

/** What an operator sees of delivery, of all webhooks together. The returned function counts what came of a request. */
export function openDeliveryMetrics(metrics: Metrics, { pool, open, webhooks }: Measured): (outcome: Outcome) => void {
  const came = metrics.counter({
    name: 'bus_webhook_requests_total',
    help: 'Requests to webhooks by what came of them: TAKEN, or why not.',
    labels: ['outcome'],
  });
  const seconds = metrics.histogram({
    name: 'bus_webhook_request_seconds',
    help: 'How long requests to webhooks took.',
    buckets: [0.01, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
  });
  metrics.gauge({
    name: 'bus_webhook_requests_open',
    help: 'Requests to webhooks that are under way.',
    collect: (gauge) => gauge.set(open()),
  });
  metrics.gauge({
    name: 'bus_webhooks_active',
    help: 'Webhooks that this process sends to.',
    collect: (gauge) => gauge.set(webhooks()),
  });
  metrics.gauge({
    name: 'bus_webhook_oldest_urgent_seconds',
    help: 'For how long the oldest urgent item has waited for its webhook to take it.',
    collect: async (gauge) => {
      const { rows } = await pool.query<{ seconds: string | null }>(
        `SELECT extract(epoch FROM now() - min(filed_at)) AS seconds FROM ${schema}.item JOIN ${schema}.webhook w
           ON w.id = webhook AND w.status = 'ACTIVE' WHERE taken_at IS NULL AND urgent`,
      );
      gauge.set(Number(rows[0]?.seconds ?? 0));
    },
  });
  return ({ code, ms }) => {
    came.inc({ outcome: code });
    seconds.observe(ms / 1_000);
  };
}
