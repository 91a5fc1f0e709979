import { quoted } from '#libs/projections';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { POLICIES_SCHEMA as schema } from '../policies.js';

/** Roles that come to the tables beside their owner. */
export interface PoliciesRoles {
  /** The consumer's own role. */
  readonly writer?: string;
  /** Whoever watches. */
  readonly operator?: string;
}

/** What the policies of version 1 remember. Nothing here is lost for good: the topics give it again, and duties are keyed. */
export function policiesMigration({ writer, operator }: PoliciesRoles = {}): new () => MigrationInterface {
  return class Policies1790000000200 implements MigrationInterface {
    readonly name = 'Policies1790000000200';

    async up(db: QueryRunner): Promise<void> {
      for (const statement of TABLES) await db.query(statement);
      for (const role of [writer, operator].filter((each) => each !== undefined))
        await db.query(`GRANT USAGE ON SCHEMA ${schema} TO ${quoted(role)}`);
      const all = `ALL TABLES IN SCHEMA ${schema}`;
      if (writer !== undefined) await db.query(`GRANT SELECT, INSERT, UPDATE ON ${all} TO ${quoted(writer)}`);
      if (operator !== undefined) await db.query(`GRANT SELECT ON ${all} TO ${quoted(operator)}`);
    }

    async down(db: QueryRunner): Promise<void> {
      await db.query(`DROP SCHEMA ${schema} CASCADE`);
    }
  };
}

const TABLES = [
  `CREATE SCHEMA IF NOT EXISTS ${schema}`,
  `CREATE TABLE ${schema}.statement (
    leg text NOT NULL,
    position bigint NOT NULL,
    fingerprint bytea NOT NULL,
    bytes bytea NOT NULL,
    PRIMARY KEY (leg, position)
  )`,
  `COMMENT ON TABLE ${schema}.statement IS 'What was said of each case, as it stands in the log: an onward leg begins with all of it.'`,
  `CREATE TABLE ${schema}.onward (leg text PRIMARY KEY, parent text NOT NULL, opened bigint NOT NULL, closed bigint)`,
  `CREATE INDEX onward_by_parent ON ${schema}.onward (parent)`,
  `COMMENT ON TABLE ${schema}.onward IS 'Legs that went on: opened and closed are positions in the lane of the parent, of the event that names the onward leg and of its return.'`,
  `CREATE TABLE ${schema}.child (leg text PRIMARY KEY, parent text NOT NULL, receiver text NOT NULL)`,
  `COMMENT ON TABLE ${schema}.child IS 'Onward legs as they say it themselves: which leg they continue, and to whom they were sent.'`,
  `CREATE TABLE ${schema}.duty (
    event uuid NOT NULL,
    kind text NOT NULL CHECK (kind IN ('SUBMIT', 'COMPLETE', 'RETURN', 'CARRY')),
    leg text NOT NULL,
    target text NOT NULL,
    lane integer NOT NULL,
    position bigint NOT NULL,
    fingerprint bytea NOT NULL,
    bytes bytea NOT NULL,
    filed_at timestamptz NOT NULL DEFAULT now(),
    due_at timestamptz NOT NULL DEFAULT now(),
    attempts integer NOT NULL DEFAULT 0,
    outcome text,
    result uuid,
    done_at timestamptz,
    PRIMARY KEY (event, kind)
  ) WITH (fillfactor = 70)`,
  `CREATE INDEX duty_open ON ${schema}.duty (target, lane, position) WHERE done_at IS NULL`,
  `CREATE INDEX duty_due ON ${schema}.duty (due_at) WHERE done_at IS NULL`,
  `CREATE INDEX duty_carried ON ${schema}.duty (target) WHERE kind = 'CARRY'`,
  `COMMENT ON TABLE ${schema}.duty IS 'What the bus has to say because of an event: of which leg it is (leg, lane, position), of which leg something is to be said (target). Filed in the transaction of the checkpoint, said under a key made of event and kind. outcome = how it ended, or why it waits; result = the event that came of it.'`,
];
