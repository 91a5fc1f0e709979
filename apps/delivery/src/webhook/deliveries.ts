import type { Pool } from 'pg';
import { DELIVERY_SCHEMA as schema } from '../delivery.js';

export interface ListedItem {
  readonly number: string;
  readonly item: string;
  readonly type: string;
  readonly referral: string;
  readonly urgent: boolean;
  readonly failures: number;
  readonly filed_at: Date;
  readonly due_at: Date;
  readonly taken_at: Date | null;
  readonly tries: {
    readonly outcome: string;
    readonly status: number | null;
    readonly ms: number;
    readonly at: string;
  }[];
}

export interface DeliveriesAsk {
  readonly status: 'TAKEN' | 'WAITING' | undefined;
  readonly limit: number;
  /** Number of the last one of the page before; null: the first page. */
  readonly before: number | null;
}

/** What went to a webhook, or waits to go, with each try; the newest first. */
export class Deliveries {
  constructor(private readonly pool: Pool) {}

  async of(webhook: string, { status, limit, before }: DeliveriesAsk): Promise<ListedItem[]> {
    const { rows } = await this.pool.query<ListedItem>(
      `SELECT number, item, type, referral, urgent, failures, filed_at, due_at, taken_at, tries FROM ${schema}.item
       WHERE webhook = $1 AND ($2::bigint IS NULL OR number < $2) AND ($3::boolean IS NULL OR (taken_at IS NOT NULL) = $3)
       ORDER BY number DESC LIMIT $4`,
      [webhook, before, status === undefined ? null : status === 'TAKEN', limit],
    );
    return rows;
  }
}
