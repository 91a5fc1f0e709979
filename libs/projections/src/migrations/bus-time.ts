import type { MigrationInterface, QueryRunner } from 'typeorm';
import { quoted } from '../table.js';
import type { ViewRoles } from '../view-schema.js';

/** The migration of a database whose reads judge what lapses: by the time of the bus, and not by that of this database alone. */
export function busTimeMigration(roles: ViewRoles = {}): new () => MigrationInterface {
  return class BusTime1790000000910 implements MigrationInterface {
    readonly name = 'BusTime1790000000910';

    async up(db: QueryRunner): Promise<void> {
      for (const statement of busTimeSchema(roles)) await db.query(statement);
    }

    async down(db: QueryRunner): Promise<void> {
      await db.query('DROP FUNCTION bus.now; DROP TABLE bus.time_ahead; DROP FUNCTION bus.keep_time_ahead');
    }
  };
}

/** The statements alone, for a database that is made without migrations. */
export function busTimeSchema({ writer, readers = [] }: ViewRoles = {}): string[] {
  const roles = [...(writer === undefined ? [] : [writer]), ...readers];
  return [
    ...TABLE,
    ...roles.flatMap((role) => [
      `GRANT USAGE ON SCHEMA bus TO ${quoted(role)}`,
      `GRANT SELECT ON bus.time_ahead TO ${quoted(role)}`,
    ]),
  ];
}

const TABLE = [
  `CREATE TABLE IF NOT EXISTS bus.time_ahead (single boolean PRIMARY KEY DEFAULT true CHECK (single), ms bigint NOT NULL DEFAULT 0 CHECK (ms >= 0))`,
  `INSERT INTO bus.time_ahead DEFAULT VALUES ON CONFLICT DO NOTHING`,
  `COMMENT ON TABLE bus.time_ahead IS 'How far the time of the bus is put ahead of true time, in ms, for tests and training: as bus_clock of the journal, which this database cannot reach.'`,
  `CREATE OR REPLACE FUNCTION bus.keep_time_ahead() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN RAISE EXCEPTION 'the time of the bus never goes back' USING ERRCODE = '23514'; END $$`,
  `CREATE OR REPLACE TRIGGER keep_time_ahead BEFORE UPDATE ON bus.time_ahead FOR EACH ROW WHEN (NEW.ms < OLD.ms) EXECUTE FUNCTION bus.keep_time_ahead()`,
  `CREATE OR REPLACE FUNCTION bus.now() RETURNS timestamptz LANGUAGE sql STABLE AS
    $$ SELECT pg_catalog.now() + (SELECT ms FROM bus.time_ahead) * interval '1 millisecond' $$`,
  `COMMENT ON FUNCTION bus.now IS 'The time of the bus when the transaction began: what lapses is judged by it at every read.'`,
];
