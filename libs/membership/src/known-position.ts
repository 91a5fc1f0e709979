import pg from 'pg';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { membershipPool } from './membership-pool.js';

/** How far somebody has known membership, kept beyond the life of a process. */
export interface KnownPosition {
  /** Position in lane 0; 0 where nothing is remembered. @throws while that cannot be read */
  read(): Promise<number>;
  /** Never back. @throws where it is not kept */
  raise(position: number): Promise<void>;
  close(): Promise<void>;
}

/** The migration of a database whose app learns of membership from the topic. @param writer the app's own role, where it is not the owner */
export function knownPositionMigration({
  writer,
}: { readonly writer?: string | undefined } = {}): new () => MigrationInterface {
  return class KnownMembership1790000000900 implements MigrationInterface {
    readonly name = 'KnownMembership1790000000900';

    async up(db: QueryRunner): Promise<void> {
      await db.query('CREATE SCHEMA IF NOT EXISTS bus');
      await db.query(
        'CREATE TABLE bus.known_membership (single boolean PRIMARY KEY DEFAULT true CHECK (single), position bigint NOT NULL)',
      );
      await db.query(
        `COMMENT ON TABLE bus.known_membership IS 'How far in lane 0 the app of this database has ever known membership: a topic that holds less is being filled again.'`,
      );
      if (writer === undefined) return;
      const role = pg.escapeIdentifier(writer);
      await db.query(`GRANT USAGE ON SCHEMA bus TO ${role}`);
      await db.query(`GRANT SELECT, INSERT, UPDATE ON bus.known_membership TO ${role}`);
    }

    async down(db: QueryRunner): Promise<void> {
      await db.query('DROP TABLE bus.known_membership');
    }
  };
}

/** In the app's own database. */
export class StoredPosition implements KnownPosition {
  readonly #pool: pg.Pool;

  /** @param url as a role that may write `bus.known_membership` */
  constructor(url: string, onError: (error: Error) => void) {
    this.#pool = membershipPool(url, onError);
  }

  async read(): Promise<number> {
    const { rows } = await this.#pool.query<{ position: string }>('SELECT position FROM bus.known_membership');
    return Number(rows[0]?.position ?? 0);
  }

  async raise(position: number): Promise<void> {
    await this.#pool.query(
      `INSERT INTO bus.known_membership AS k (position) VALUES ($1)
       ON CONFLICT (single) DO UPDATE SET position = greatest(k.position, excluded.position)`,
      [position],
    );
  }

  async close(): Promise<void> {
    await this.#pool.end();
  }
}
