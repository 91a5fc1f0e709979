import type { CaseReader } from '#libs/access';
import { quoted, type ViewRoles } from '#libs/projections';
import { Injectable } from '@nestjs/common';
import { FeedStores } from './feed-stores.js';
import { CURSORS } from './kept-cursors.js';

const table = `${quoted(CURSORS)}.delegate`;

export function delegateTable({ writer }: ViewRoles): string[] {
  return [
    `CREATE TABLE ${table} (agency text PRIMARY KEY, role text NOT NULL, since timestamptz NOT NULL DEFAULT now())`,
    `COMMENT ON TABLE ${table} IS 'Agencies that let the bus read their feed for their webhooks, and the role in which it does; said with a token of their own.'`,
    ...(writer === undefined ? [] : [`GRANT SELECT, INSERT, UPDATE, DELETE ON ${table} TO ${quoted(writer)}`]),
  ];
}

/** What an agency let the bus do. */
export interface Delegation {
  readonly agency: string;
  readonly role: string;
  readonly since: Date;
}

/** Who lets the bus read a feed. Only the agency itself says so and takes it back: what sends webhooks cannot. */
@Injectable()
export class FeedDelegates {
  constructor(private readonly stores: FeedStores) {}

  /** Said again it changes nothing, but for the role. */
  async allow({ agency, role }: CaseReader): Promise<Delegation> {
    const { rows } = await this.stores.pool.query<Delegation>(
      `INSERT INTO ${table} (agency, role) VALUES ($1, $2) ON CONFLICT (agency) DO UPDATE SET role = excluded.role
       RETURNING agency, role, since`,
      [agency, role],
    );
    const [row] = rows;
    if (!row) throw new TypeError('nothing was kept');
    return row;
  }

  async withdraw({ agency }: CaseReader): Promise<void> {
    await this.stores.pool.query(`DELETE FROM ${table} WHERE agency = $1`, [agency]);
  }

  async find(agency: string): Promise<Delegation | undefined> {
    const { rows } = await this.stores.pool.query<Delegation>({
      name: 'feed delegate',
      text: `SELECT agency, role, since FROM ${table} WHERE agency = $1`,
      values: [agency],
    });
    return rows[0];
  }
}
