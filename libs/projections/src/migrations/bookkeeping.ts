import type { MigrationInterface, QueryRunner } from 'typeorm';
import { quoted } from '../table.js';

export interface BookkeepingRoles {
  /** The consumers' own role. */
  readonly writer?: string;
  /** Whoever watches them and asks for redrives. */
  readonly operator?: string;
}

/** The migration that makes schema `bus` in a consumer's database: how far its consumers are, and what they set aside. */
export function bookkeepingMigration(roles: BookkeepingRoles = {}): new () => MigrationInterface {
  return class Bookkeeping1790000000100 implements MigrationInterface {
    readonly name = 'Bookkeeping1790000000100';

    async up(db: QueryRunner): Promise<void> {
      for (const statement of bookkeepingSchema(roles)) await db.query(statement);
    }

    async down(): Promise<void> {
      return Promise.reject(new Error('checkpoints are never dropped without their views'));
    }
  };
}

/** The statements alone, for a database that is made without migrations. */
export function bookkeepingSchema({ writer, operator }: BookkeepingRoles = {}): string[] {
  return [
    ...TABLES,
    ...(writer === undefined ? [] : writerGrants(quoted(writer))),
    ...(operator === undefined ? [] : operatorGrants(quoted(operator))),
  ];
}

const TABLES = [
  `CREATE SCHEMA IF NOT EXISTS bus`,
  `CREATE TABLE IF NOT EXISTS bus.checkpoint (
    consumer text NOT NULL,
    version integer NOT NULL,
    lane integer NOT NULL,
    position bigint NOT NULL DEFAULT 0,
    vector bigint[] NOT NULL DEFAULT '{}',
    leaf bytea NOT NULL DEFAULT decode(repeat('00', 32), 'hex'),
    offsets bigint[] NOT NULL DEFAULT '{}',
    letters integer NOT NULL DEFAULT 0,
    stopped text,
    applied_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (consumer, version, lane)
  ) WITH (fillfactor = 30)`,
  `COMMENT ON TABLE bus.checkpoint IS 'How far a consumer is in each lane; locked by whoever applies, moved in the transaction of the effects. vector and offsets: index = topic ordinal. offsets = where to read from, leaf = leaf at position, letters = parked events of the lane, stopped = why nothing is applied any more.'`,
  `CREATE TABLE IF NOT EXISTS bus.parked (
    consumer text NOT NULL,
    version integer NOT NULL,
    lane integer NOT NULL,
    position bigint NOT NULL,
    topic smallint NOT NULL,
    key text NOT NULL,
    after bigint[] NOT NULL,
    previous bytea NOT NULL,
    fingerprint bytea NOT NULL,
    bytes bytea NOT NULL,
    reason text NOT NULL,
    at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (consumer, version, lane, position)
  )`,
  `COMMENT ON TABLE bus.parked IS 'Events set aside with their bytes untouched, in the transaction that moved the checkpoint past them: the culprit with its reason, later events of the same key with BEHIND. topic = released ordinal; after, previous, fingerprint = the headers as proved.'`,
  `CREATE INDEX IF NOT EXISTS parked_by_key ON bus.parked (consumer, version, key)`,
  `CREATE TABLE IF NOT EXISTS bus.redrive (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    consumer text NOT NULL,
    version integer NOT NULL,
    key text NOT NULL,
    asked_by text NOT NULL,
    asked_at timestamptz NOT NULL DEFAULT now(),
    applied integer,
    remaining integer,
    reason text,
    done_at timestamptz
  )`,
  `COMMENT ON TABLE bus.redrive IS 'Asks the consumer to apply the parked events of a key again; answered in the row.'`,
  `CREATE INDEX IF NOT EXISTS redrive_open ON bus.redrive (consumer, version) WHERE done_at IS NULL`,
  `CREATE TABLE IF NOT EXISTS bus.live (consumer text PRIMARY KEY, version integer NOT NULL)`,
  `COMMENT ON TABLE bus.live IS 'The version that queries read.'`,
];

function writerGrants(role: string): string[] {
  return [
    `GRANT USAGE ON SCHEMA bus TO ${role}`,
    `GRANT SELECT, INSERT, UPDATE ON bus.checkpoint, bus.live TO ${role}`,
    `GRANT SELECT, INSERT, UPDATE, DELETE ON bus.parked TO ${role}`,
    `GRANT SELECT, UPDATE ON bus.redrive TO ${role}`,
  ];
}

function operatorGrants(role: string): string[] {
  return [
    `GRANT USAGE ON SCHEMA bus TO ${role}`,
    `GRANT SELECT ON bus.checkpoint, bus.parked, bus.live TO ${role}`,
    `GRANT SELECT, INSERT ON bus.redrive TO ${role}`,
  ];
}
