import { quoted } from '#libs/projections';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { TRAIL_SCHEMA as schema } from '../trail.js';
import type { TrailRoles } from './0001-audit-trail.js';

/** What others than the relay put on the topics. Bounded: a row a topic, lane, reason and day, however many records there are. */
export function aliensMigration({ writer, operator }: TrailRoles = {}): new () => MigrationInterface {
  return class Aliens1790000000260 implements MigrationInterface {
    readonly name = 'Aliens1790000000260';

    async up(db: QueryRunner): Promise<void> {
      await db.query(`CREATE TABLE ${schema}.alien (
        topic text NOT NULL,
        lane integer NOT NULL,
        reason text NOT NULL,
        day date NOT NULL DEFAULT (now() AT TIME ZONE 'UTC')::date,
        first_offset bigint NOT NULL,
        last_offset bigint NOT NULL,
        readings bigint NOT NULL,
        first_seen timestamptz NOT NULL DEFAULT now(),
        last_seen timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (day, topic, lane, reason)
      )`);
      await db.query(
        `COMMENT ON TABLE ${schema}.alien IS 'Records that the relay did not sign: read past, without effect. first_offset and last_offset say where they stand on the topic; readings counts each time that one was read, so more than once after a restart.'`,
      );
      if (writer !== undefined) await db.query(`GRANT SELECT, INSERT, UPDATE ON ${schema}.alien TO ${quoted(writer)}`);
      if (operator !== undefined) await db.query(`GRANT SELECT ON ${schema}.alien TO ${quoted(operator)}`);
    }

    async down(): Promise<void> {
      return Promise.reject(new Error('the trail is never dropped'));
    }
  };
}
