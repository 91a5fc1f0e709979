import { quoted } from '#libs/projections';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { POLICIES_SCHEMA as schema } from '../policies.js';
import type { PoliciesRoles } from './0001-policies.js';

/** What is known of the way of each leg to its receiver, and how far that has been said. */
export function evidenceMigration({ writer, operator }: PoliciesRoles = {}): new () => MigrationInterface {
  return class Evidence1790000000210 implements MigrationInterface {
    readonly name = 'Evidence1790000000210';

    async up(db: QueryRunner): Promise<void> {
      for (const statement of TABLES) await db.query(statement);
      const both = `${schema}.evidence, ${schema}.receipts`;
      if (writer !== undefined) await db.query(`GRANT SELECT, INSERT, UPDATE ON ${both} TO ${quoted(writer)}`);
      if (operator !== undefined) await db.query(`GRANT SELECT ON ${both} TO ${quoted(operator)}`);
    }

    async down(db: QueryRunner): Promise<void> {
      await db.query(`DROP TABLE ${schema}.evidence, ${schema}.receipts`);
    }
  };
}

const TABLES = [
  `CREATE TABLE ${schema}.evidence (
    leg text PRIMARY KEY,
    relayed_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    available_at timestamptz,
    retrieved_at timestamptz,
    known smallint NOT NULL GENERATED ALWAYS AS (
      CASE WHEN retrieved_at IS NOT NULL THEN 3 WHEN available_at IS NOT NULL THEN 2 ELSE 1 END) STORED,
    said smallint NOT NULL DEFAULT 0,
    ask_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    due_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    attempts integer NOT NULL DEFAULT 0
  ) WITH (fillfactor = 70)`,
  `CREATE INDEX evidence_unasked ON ${schema}.evidence (ask_at) WHERE known < 2 AND said < 2`,
  `CREATE INDEX evidence_due ON ${schema}.evidence (due_at) WHERE said < known`,
  `COMMENT ON TABLE ${schema}.evidence IS 'How far each leg got on its way to its receiver (1 relayed, 2 available, 3 retrieved): known = as receipts say, said = as its own log says; whatever is known and not said is due.'`,
  `CREATE TABLE ${schema}.receipts (one boolean PRIMARY KEY DEFAULT true CHECK (one), number bigint NOT NULL)`,
  `INSERT INTO ${schema}.receipts (number) VALUES (0)`,
  `COMMENT ON TABLE ${schema}.receipts IS 'Number of the last receipt of retrieval that was taken over.'`,
];
