import type { Pool } from 'pg';
import { DELIVERY_SCHEMA as schema } from '../delivery.js';
import type { FeedDoor } from '../feed/feed-door.js';
import type { WaitingNews } from './passing-on.js';

interface Receipt {
  readonly referral: string;
}

/** What webhooks have taken, as evidence of delivery. */
export const receiptsOf = (pool: Pool, door: Pick<FeedDoor, 'retrieved'>): WaitingNews<Receipt> => ({
  words: { part: 'delivery', code: 'RECEIPTS_AWAY', what: 'receipts of webhooks wait' },
  everyMs: 1_000,
  atOnce: 500,
  read: async (limit) => (await pool.query<Receipt>(`SELECT referral FROM ${schema}.receipt LIMIT ${limit}`)).rows,
  pass: (receipts) => door.retrieved(referralsOf(receipts)),
  note: async (receipts) => {
    await pool.query(`DELETE FROM ${schema}.receipt WHERE referral = ANY($1::text[])`, [referralsOf(receipts)]);
  },
});

const referralsOf = (receipts: readonly Receipt[]): string[] => receipts.map(({ referral }) => referral);
