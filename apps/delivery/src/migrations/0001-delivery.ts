import { quoted } from '#libs/projections';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { DELIVERY_SCHEMA as schema } from '../delivery.js';

/** Roles that come to the tables beside their owner: what waits here is the agencies' own. */
export interface DeliveryRoles {
  /** The app's own role. */
  readonly writer?: string;
  /** Whoever watches the consumer and asks for redrives; sees schema `bus` and nothing else. */
  readonly operator?: string;
}

/** What is registered and what is on its way. */
export function deliveryMigration({ writer }: DeliveryRoles = {}): new () => MigrationInterface {
  return class Delivery1790000000500 implements MigrationInterface {
    readonly name = 'Delivery1790000000500';

    async up(db: QueryRunner): Promise<void> {
      for (const statement of TABLES) await db.query(statement);
      if (writer === undefined) return;
      const kept = ['webhook', 'secret', 'leg', 'item'].map((name) => `${schema}.${name}`).join(', ');
      await db.query(`GRANT USAGE ON SCHEMA ${schema} TO ${quoted(writer)}`);
      await db.query(`GRANT SELECT, INSERT, UPDATE, DELETE ON ${kept} TO ${quoted(writer)}`);
      await db.query(`GRANT SELECT, INSERT ON ${schema}.act TO ${quoted(writer)}`);
    }

    async down(db: QueryRunner): Promise<void> {
      await db.query(`DROP SCHEMA ${schema} CASCADE`);
    }
  };
}

const TABLES = [
  `CREATE SCHEMA ${schema}`,
  `CREATE TABLE ${schema}.webhook (
    id uuid PRIMARY KEY,
    number integer GENERATED ALWAYS AS IDENTITY UNIQUE,
    agency text NOT NULL,
    url text NOT NULL,
    description text NOT NULL,
    topics text[],
    types text[],
    jurisdictions text[],
    priorities text[],
    synthetic boolean NOT NULL,
    status text NOT NULL CHECK (status IN ('PENDING', 'ACTIVE', 'DISABLED')),
    reason text CHECK (reason IN ('OWNER', 'FAILING')),
    cursor text,
    filed bigint NOT NULL DEFAULT 0,
    failures integer NOT NULL DEFAULT 0,
    failing_since timestamptz,
    broken_until timestamptz,
    reading text,
    created_at timestamptz NOT NULL DEFAULT now(),
    command_key bytea NOT NULL UNIQUE,
    request bytea NOT NULL
  ) WITH (fillfactor = 70)`,
  `CREATE INDEX webhook_by_agency ON ${schema}.webhook (agency, created_at)`,
  `COMMENT ON TABLE ${schema}.webhook IS 'Where an agency wants its feed sent, and how far that is: cursor = place in the feed up to which items were filed, filed = number of the last one; failures in a row since the last item that was taken; reading = code of what keeps the feed from being read.'`,
  `CREATE TABLE ${schema}.secret (
    webhook uuid NOT NULL REFERENCES ${schema}.webhook ON DELETE CASCADE,
    number integer NOT NULL,
    key_id text NOT NULL,
    nonce bytea NOT NULL,
    ciphertext bytea NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    ends_at timestamptz,
    overlap_until timestamptz,
    command_key bytea UNIQUE,
    request bytea,
    PRIMARY KEY (webhook, number)
  )`,
  `COMMENT ON TABLE ${schema}.secret IS 'Secrets that messages are signed with, sealed under a key that is not in this database. ends_at: it signs until then; overlap_until: of the one that took its place, until when both sign.'`,
  `CREATE TABLE ${schema}.leg (
    webhook uuid NOT NULL REFERENCES ${schema}.webhook ON DELETE CASCADE,
    referral text NOT NULL,
    sender text,
    receiver text,
    driving text,
    country text,
    PRIMARY KEY (webhook, referral)
  )`,
  `COMMENT ON TABLE ${schema}.leg IS 'What the feed has told of a referral that subscriptions go by: the priority that each side gave it and the one that drives, and the country that it came from.'`,
  `CREATE TABLE ${schema}.item (
    webhook uuid NOT NULL REFERENCES ${schema}.webhook ON DELETE CASCADE,
    number bigint NOT NULL,
    item uuid NOT NULL,
    type text NOT NULL,
    referral text NOT NULL,
    urgent boolean NOT NULL,
    granted boolean NOT NULL,
    body text NOT NULL,
    filed_at timestamptz NOT NULL DEFAULT now(),
    due_at timestamptz NOT NULL DEFAULT now(),
    failures integer NOT NULL DEFAULT 0,
    tries jsonb NOT NULL DEFAULT '[]',
    taken_at timestamptz,
    PRIMARY KEY (webhook, number)
  ) WITH (fillfactor = 70)`,
  `CREATE INDEX item_open ON ${schema}.item (webhook, referral, number) WHERE taken_at IS NULL`,
  `CREATE INDEX item_taken ON ${schema}.item (taken_at) WHERE taken_at IS NOT NULL`,
  `COMMENT ON TABLE ${schema}.item IS 'What is sent to a webhook, in the order of the feed; filed in the transaction that moves its cursor. urgent: of a referral that is P1; granted: seen by a grant, which may lapse; tries: the last ones.'`,
  `CREATE TABLE ${schema}.act (
    at timestamptz NOT NULL DEFAULT now(),
    webhook uuid NOT NULL,
    agency text NOT NULL,
    role text NOT NULL,
    client text NOT NULL,
    person text,
    act text NOT NULL,
    url text NOT NULL
  )`,
  `CREATE INDEX act_of_webhook ON ${schema}.act (webhook, at)`,
  `COMMENT ON TABLE ${schema}.act IS 'Who did what to a webhook; only ever added to, and kept when the webhook is gone.'`,
];
