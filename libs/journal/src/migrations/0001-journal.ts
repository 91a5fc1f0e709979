import type { MigrationInterface, QueryRunner } from 'typeorm';
import { LANE_COUNT } from '#libs/contracts';

/** The log of acceptance, what is folded from it, and the keys that make a command count once. */
export class Journal1790000000001 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE lane (
        lane integer PRIMARY KEY,
        position bigint NOT NULL DEFAULT 0,
        vector bigint[] NOT NULL DEFAULT '{}',
        head bytea NOT NULL DEFAULT decode(repeat('00', 32), 'hex'),
        accepted_at bigint NOT NULL DEFAULT 0,
        sealed boolean NOT NULL DEFAULT false
      ) WITH (fillfactor = 20)`);
    await db.query(
      `COMMENT ON TABLE lane IS 'One row a lane, locked by whoever appends: commit order = position order. vector = last position of each topic (index = ordinal), head = leaf of the last event, accepted_at = its time in ms.'`,
    );
    await db.query(`INSERT INTO lane (lane) SELECT generate_series(0, ${LANE_COUNT - 1})`);
    await db.query(`
      CREATE TABLE journal (
        lane integer NOT NULL,
        position bigint NOT NULL,
        topic smallint NOT NULL,
        key text NOT NULL,
        fingerprint bytea NOT NULL,
        bytes bytea NOT NULL,
        PRIMARY KEY (lane, position)
      )`);
    await db.query(
      `COMMENT ON TABLE journal IS 'Bare Avro in the order of acceptance. Rows are inserted, never updated or deleted. topic = released ordinal, key = leg (stream where there is none), fingerprint = SHA-256 of the schema text.'`,
    );
    await db.query(`
      CREATE TABLE state (
        key text PRIMARY KEY,
        lane integer NOT NULL,
        position bigint NOT NULL,
        state text NOT NULL
      ) WITH (fillfactor = 70)`);
    await db.query(
      `COMMENT ON TABLE state IS 'Fold of the journal per key, as versioned JSON, at the position of its last event. A cache: always equal to the fold.'`,
    );
    await this.keys(db);
    await this.relay(db);
    await this.grants(db);
  }

  private async keys(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE command_key (
        day date NOT NULL,
        digest bytea NOT NULL,
        request bytea NOT NULL,
        lane integer NOT NULL,
        base bigint NOT NULL,
        standing text,
        PRIMARY KEY (day, digest)
      ) PARTITION BY RANGE (day)`);
    await db.query(
      `COMMENT ON TABLE command_key IS 'UUIDv7 idempotency keys in the partition of their own time. The command''s events follow position base in the lane; standing = answer of a command that changed nothing.'`,
    );
    await db.query(`
      CREATE TABLE command_key_other (
        digest bytea PRIMARY KEY,
        request bytea NOT NULL,
        lane integer NOT NULL,
        base bigint NOT NULL,
        standing text,
        claimed_at timestamptz NOT NULL DEFAULT now()
      )`);
    await db.query(`COMMENT ON TABLE command_key_other IS 'Idempotency keys that carry no time; pruned by age.'`);
    await db.query(`CREATE INDEX command_key_other_age ON command_key_other (claimed_at)`);
    await db.query(`
      CREATE FUNCTION keep_key_partitions(first date, last date) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
      DECLARE d date; part record;
      BEGIN
        PERFORM pg_advisory_xact_lock(7301);
        FOR d IN SELECT generate_series(first, last, interval '1 day')::date LOOP
          EXECUTE format('CREATE TABLE IF NOT EXISTS command_key_%s PARTITION OF command_key FOR VALUES FROM (%L) TO (%L)', to_char(d, 'YYYYMMDD'), d, d + 1);
        END LOOP;
        FOR part IN SELECT c.relname FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid WHERE i.inhparent = 'command_key'::regclass
          AND c.relname < 'command_key_' || to_char(first, 'YYYYMMDD') LOOP
          EXECUTE format('DROP TABLE %I', part.relname);
        END LOOP;
      END $$`);
    await db.query(
      `COMMENT ON FUNCTION keep_key_partitions IS 'Makes the daily partitions of the window and drops older ones; the writer has no right to do so itself.'`,
    );
  }

  private async relay(db: QueryRunner): Promise<void> {
    await db.query(`CREATE TABLE relay_cursor (lane integer PRIMARY KEY, position bigint NOT NULL DEFAULT 0)`);
    await db.query(
      `COMMENT ON TABLE relay_cursor IS 'Everything up to position is on the topics. Moved by compare-and-set by the owner of the current epoch only.'`,
    );
    await db.query(`INSERT INTO relay_cursor (lane) SELECT lane FROM lane`);
    await db.query(`
      CREATE TABLE relay_owner (
        id smallint PRIMARY KEY CHECK (id = 1),
        epoch bigint NOT NULL,
        owner text NOT NULL,
        expires_at timestamptz NOT NULL
      )`);
    await db.query(`INSERT INTO relay_owner VALUES (1, 0, 'nobody', 'epoch')`);
  }

  private async grants(db: QueryRunner): Promise<void> {
    await db.query(`REVOKE ALL ON FUNCTION keep_key_partitions FROM PUBLIC`);
    await db.query(`GRANT SELECT, INSERT ON journal TO bus_writer`); // never UPDATE or DELETE
    await db.query(`GRANT SELECT, UPDATE ON lane TO bus_writer`);
    await db.query(`GRANT SELECT, INSERT, UPDATE ON state TO bus_writer`);
    await db.query(`GRANT SELECT, INSERT, UPDATE, DELETE ON command_key, command_key_other TO bus_writer`);
    await db.query(`GRANT EXECUTE ON FUNCTION keep_key_partitions TO bus_writer`);
    await db.query(`GRANT SELECT ON lane, journal TO bus_relay`);
    await db.query(`GRANT SELECT, UPDATE ON relay_cursor, relay_owner TO bus_relay`);
    await db.query(`GRANT SELECT ON lane, journal, state, relay_cursor, relay_owner TO bus_operator`);
  }

  async down(): Promise<void> {
    throw new Error('the journal is never dropped');
  }
}
