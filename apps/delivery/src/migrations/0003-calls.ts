import { quoted } from '#libs/projections';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { DELIVERY_SCHEMA as schema } from '../delivery.js';
import type { DeliveryRoles } from './0001-delivery.js';

/** Whom the bus calls until a person acknowledges, and by what. */
export function callsMigration({ writer }: DeliveryRoles = {}): new () => MigrationInterface {
  return class Calls1790000000520 implements MigrationInterface {
    readonly name = 'Calls1790000000520';

    async up(db: QueryRunner): Promise<void> {
      for (const statement of TABLES) await db.query(statement);
      if (writer === undefined) return;
      const kept = ['unseen', 'call', 'call_channel'].map((name) => `${schema}.${name}`).join(', ');
      await db.query(`GRANT SELECT, INSERT, UPDATE, DELETE ON ${kept} TO ${quoted(writer)}`);
      await db.query(`GRANT SELECT ON ${schema}.calling TO ${quoted(writer)}`);
    }

    async down(db: QueryRunner): Promise<void> {
      await db.query(
        `DROP TABLE ${['call_channel', 'call', 'unseen', 'calling'].map((name) => `${schema}.${name}`).join(', ')}`,
      );
    }
  };
}

const TABLES = [
  `CREATE TABLE ${schema}.calling (one boolean PRIMARY KEY DEFAULT true CHECK (one), since timestamptz NOT NULL DEFAULT now())`,
  `INSERT INTO ${schema}.calling DEFAULT VALUES`,
  `COMMENT ON TABLE ${schema}.calling IS 'Since when the bus calls: what was accepted before calls nobody, so that history which is read again reaches nobody.'`,
  `CREATE TABLE ${schema}.unseen (
    referral text PRIMARY KEY,
    agency text NOT NULL,
    role text NOT NULL,
    position bigint NOT NULL,
    seen bigint
  )`,
  `COMMENT ON TABLE ${schema}.unseen IS 'Referrals that no person of their receiver has acknowledged: whom to call where one is or becomes P1. Positions are of the lane.'`,
  `CREATE TABLE ${schema}.call (
    event uuid NOT NULL,
    agency text NOT NULL,
    role text NOT NULL,
    number bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
    referral text NOT NULL,
    receiver text NOT NULL,
    step integer,
    cause text NOT NULL,
    level text NOT NULL,
    synthetic boolean NOT NULL,
    position bigint NOT NULL,
    opened_at timestamptz NOT NULL,
    look_at timestamptz NOT NULL DEFAULT '-infinity',
    ended_at timestamptz,
    ended_by text,
    PRIMARY KEY (event, agency, role)
  ) WITH (fillfactor = 80)`,
  `CREATE INDEX call_open ON ${schema}.call (referral) WHERE ended_at IS NULL`,
  `CREATE INDEX call_look ON ${schema}.call (look_at) WHERE ended_at IS NULL`,
  `CREATE INDEX call_ended ON ${schema}.call (ended_at) WHERE ended_at IS NOT NULL`,
  `COMMENT ON TABLE ${schema}.call IS 'Whom an event calls upon, filed in the transaction of the checkpoint. step: of the ladder, null where the referral itself is P1; cause: what is owed; look_at: when its channels are looked up next, those of new calls first; ended_by: event after which nobody is called any more.'`,
  `CREATE TABLE ${schema}.call_channel (
    event uuid NOT NULL,
    agency text NOT NULL,
    role text NOT NULL,
    kind text NOT NULL,
    address text NOT NULL,
    registered boolean NOT NULL DEFAULT true,
    messages integer NOT NULL DEFAULT 0,
    failures integer NOT NULL DEFAULT 0,
    outcome text,
    status integer,
    tried_at timestamptz,
    taken_at timestamptz,
    due_at timestamptz,
    version integer NOT NULL DEFAULT 1,
    told integer NOT NULL DEFAULT 0,
    PRIMARY KEY (event, agency, role, kind, address),
    FOREIGN KEY (event, agency, role) REFERENCES ${schema}.call ON DELETE CASCADE
  ) WITH (fillfactor = 70)`,
  `CREATE INDEX call_channel_due ON ${schema}.call_channel (due_at) WHERE due_at IS NOT NULL`,
  `CREATE INDEX call_channel_untold ON ${schema}.call_channel (event) WHERE told < version`,
  `COMMENT ON TABLE ${schema}.call_channel IS 'A channel of a call: messages = that were taken, failures = in a row since, due_at = when it is tried next, null: not any more. The id of a message is made of the key and messages, so a message that was not settled is sent again as the same one. told < version: not yet passed on to where escalations are shown.'`,
];
