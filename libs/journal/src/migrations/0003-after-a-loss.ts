import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What keeps positions from being used twice after a restore (design 3 "After a loss"). A restored copy and a server that
 * crashed look alike from inside, so nothing is accepted until somebody who sees the topics has confirmed this start of it.
 */
export class AfterALoss1790000000003 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE lane ADD COLUMN closed text, ADD COLUMN sealed_why text, ADD COLUMN sealed_at timestamptz`);
    await db.query(
      `COMMENT ON COLUMN lane.closed IS 'Why nothing is accepted for now: what the comparison with the topics found. Set and taken back by the relay.'`,
    );
    await db.query(
      `COMMENT ON COLUMN lane.sealed IS 'Nothing is accepted any more, ever: its history on the topics and here cannot be made one.'`,
    );
    await db.query(`
      CREATE FUNCTION keep_sealed() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION 'a sealed lane stays sealed' USING ERRCODE = '23514';
      END $$`);
    await db.query(`
      CREATE TRIGGER lane_stays_sealed BEFORE UPDATE OF sealed ON lane FOR EACH ROW
        WHEN (OLD.sealed AND NOT NEW.sealed) EXECUTE FUNCTION keep_sealed()`);
    await this.confirmations(db);
    await this.accepting(db);
    await this.settling(db);
    await this.grants(db);
  }

  private async confirmations(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE journal_confirmation (
        incarnation text PRIMARY KEY,
        confirmed_by text NOT NULL,
        reason text NOT NULL,
        confirmed_at timestamptz NOT NULL DEFAULT clock_timestamp()
      )`);
    await db.query(
      `COMMENT ON TABLE journal_confirmation IS 'For which starts of the server somebody has confirmed that no lane is behind its topics, but for those that are closed. Rows are inserted, never updated or deleted.'`,
    );
    // Beside the start of the server: a standby that was promoted, another database under the same name, a dump read back in.
    await db.query(`
      CREATE FUNCTION journal_incarnation() RETURNS text LANGUAGE plpgsql STABLE AS $$
      BEGIN
        RETURN concat_ws('/', (SELECT system_identifier FROM pg_control_system()), left(pg_walfile_name(pg_current_wal_lsn()), 8),
          extract(epoch FROM pg_postmaster_start_time()), (SELECT oid FROM pg_database WHERE datname = current_database()), pg_relation_filenode('journal'));
      END $$`);
    await db.query(
      `COMMENT ON FUNCTION journal_incarnation IS 'system/timeline/start of the server/database/file of the table journal: another one after every restart and every restore.'`,
    );
    await db.query(`
      CREATE FUNCTION journal_confirmed() RETURNS boolean LANGUAGE plpgsql STABLE AS $$
      DECLARE running text := journal_incarnation();
      BEGIN
        RETURN EXISTS (SELECT FROM journal_confirmation c WHERE c.incarnation = running);
      END $$`);
  }

  /** As in 0002, but refusing in an unconfirmed journal, claiming no key in a lane that takes nothing, and telling why a lane is closed. */
  private async accepting(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE OR REPLACE FUNCTION load_batch(
        p_wait integer[], p_try integer[],
        p_lane integer[], p_day date[], p_digest bytea[], p_request bytea[],
        p_older bytea[], p_older_of integer[],
        p_state_key text[], p_state_lane integer[]
      ) RETURNS TABLE (kind text, o_lane integer, o_position bigint, o_vector bigint[], o_bytes bytea, o_request bytea, o_text text, o_time bigint, o_sealed boolean)
      LANGUAGE plpgsql VOLATILE AS $$
      DECLARE
        held integer[] := '{}'; more integer[]; mine bytea[] := '{}'; part bytea[]; taken bytea[] := '{}';
      BEGIN
        IF cardinality(p_wait) > 0 THEN
          SELECT array_agg(s.lane) INTO held FROM (SELECT l.lane FROM lane l WHERE l.lane = ANY (p_wait) ORDER BY l.lane FOR UPDATE) s;
        END IF;
        SELECT array_agg(s.lane) INTO more FROM (SELECT l.lane FROM lane l WHERE l.lane = ANY (p_try) ORDER BY l.lane FOR UPDATE SKIP LOCKED) s;
        held := held || coalesce(more, '{}');
        IF NOT journal_confirmed() THEN
          RAISE EXCEPTION 'nobody who sees the topics has confirmed the journal since its server started' USING ERRCODE = 'BUS01';
        END IF;

        IF cardinality(p_older) > 0 THEN
          RETURN QUERY SELECT 'key', k.lane, k.base, NULL::bigint[], p_digest[o.of], k.request, k.standing, NULL::bigint, true
            FROM unnest(p_older, p_older_of) o(digest, of)
            JOIN (SELECT digest, request, lane, base, standing FROM command_key UNION ALL SELECT digest, request, lane, base, standing FROM command_key_other) k USING (digest);
          SELECT coalesce(array_agg(p_digest[o.of]), '{}') INTO taken FROM unnest(p_older, p_older_of) o(digest, of)
            WHERE EXISTS (SELECT 1 FROM command_key k WHERE k.digest = o.digest) OR EXISTS (SELECT 1 FROM command_key_other k WHERE k.digest = o.digest);
        END IF;

        WITH claimed AS (
          INSERT INTO command_key (day, digest, request, lane, base)
          SELECT w.day, w.digest, w.request, w.lane, l.position
          FROM unnest(p_lane, p_day, p_digest, p_request) w(lane, day, digest, request) JOIN lane l USING (lane)
          WHERE w.day IS NOT NULL AND w.lane = ANY (held) AND NOT w.digest = ANY (taken) AND l.closed IS NULL AND NOT l.sealed
          ORDER BY w.day, w.digest ON CONFLICT DO NOTHING RETURNING digest)
        SELECT coalesce(array_agg(digest), '{}') INTO mine FROM claimed;
        WITH claimed AS (
          INSERT INTO command_key_other (digest, request, lane, base)
          SELECT w.digest, w.request, w.lane, l.position
          FROM unnest(p_lane, p_day, p_digest, p_request) w(lane, day, digest, request) JOIN lane l USING (lane)
          WHERE w.day IS NULL AND w.lane = ANY (held) AND NOT w.digest = ANY (taken) AND l.closed IS NULL AND NOT l.sealed
          ORDER BY w.digest ON CONFLICT DO NOTHING RETURNING digest)
        SELECT coalesce(array_agg(digest), '{}') INTO part FROM claimed;
        mine := mine || part;

        IF cardinality(mine) + cardinality(taken) < cardinality(p_digest) THEN
          RETURN QUERY SELECT 'key', k.lane, k.base, NULL::bigint[], k.digest, k.request, k.standing, NULL::bigint, true
            FROM unnest(p_lane, p_day, p_digest) w(lane, day, digest) JOIN command_key k USING (day, digest)
            WHERE w.lane = ANY (held) AND NOT w.digest = ANY (mine);
          RETURN QUERY SELECT 'key', k.lane, k.base, NULL::bigint[], k.digest, k.request, k.standing, NULL::bigint, true
            FROM unnest(p_lane, p_day, p_digest) w(lane, day, digest) JOIN command_key_other k USING (digest)
            WHERE w.day IS NULL AND w.lane = ANY (held) AND NOT w.digest = ANY (mine);
        END IF;

        RETURN QUERY SELECT 'lane', l.lane, l.position, l.vector, l.head, NULL::bytea, l.closed, l.accepted_at, l.sealed FROM lane l WHERE l.lane = ANY (held);
        RETURN QUERY SELECT 'state', s.lane, s.position, NULL::bigint[], NULL::bytea, NULL::bytea, s.key || E'\\n' || s.state, NULL::bigint, NULL::boolean
          FROM state s JOIN unnest(p_state_key, p_state_lane) w(key, lane) ON w.key = s.key AND w.lane = s.lane WHERE w.lane = ANY (held);
        RETURN QUERY SELECT 'time', NULL::integer, NULL::bigint, NULL::bigint[], NULL::bytea, NULL::bytea, NULL::text, floor(extract(epoch FROM clock_timestamp()) * 1000)::bigint, NULL::boolean;
      END $$`);
    await db.query(
      `COMMENT ON FUNCTION load_batch IS 'Locks lanes (p_wait in order, then p_try where free), refuses in an unconfirmed journal (BUS01), claims idempotency keys of the lanes held and open, and reads lanes, states, foreign keys and the time.'`,
    );
  }

  private async settling(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE FUNCTION settle_journal(p_incarnation text, p_confirmed boolean, p_lane integer[], p_closed text[]) RETURNS boolean LANGUAGE plpgsql VOLATILE AS $$
      BEGIN
        IF journal_incarnation() <> p_incarnation OR journal_confirmed() <> p_confirmed THEN RETURN false; END IF;
        PERFORM l.lane FROM lane l JOIN unnest(p_lane, p_closed) v(lane, closed) ON v.lane = l.lane AND v.closed IS DISTINCT FROM l.closed ORDER BY l.lane FOR UPDATE OF l;
        UPDATE lane l SET closed = v.closed FROM unnest(p_lane, p_closed) v(lane, closed) WHERE v.lane = l.lane AND v.closed IS DISTINCT FROM l.closed;
        INSERT INTO journal_confirmation (incarnation, confirmed_by, reason) VALUES (p_incarnation, 'relay', 'compared with the topics') ON CONFLICT DO NOTHING;
        RETURN true;
      END $$`);
    await db.query(
      `COMMENT ON FUNCTION settle_journal IS 'What a comparison with the topics found: closes and opens lanes, and confirms. False, and nothing is done, when the journal is another one or has been confirmed since the comparison began.'`,
    );
    await db.query(`
      CREATE FUNCTION confirm_journal(p_by text, p_reason text) RETURNS boolean LANGUAGE plpgsql VOLATILE AS $$
      BEGIN
        INSERT INTO journal_confirmation (incarnation, confirmed_by, reason) VALUES (journal_incarnation(), p_by, p_reason) ON CONFLICT DO NOTHING;
        IF FOUND THEN RAISE LOG 'journal confirmed by %: %', p_by, p_reason; END IF;
        RETURN FOUND;
      END $$`);
    await db.query(
      `COMMENT ON FUNCTION confirm_journal IS 'A person states that no restore took place. False when this incarnation was confirmed already.'`,
    );
  }

  private async grants(db: QueryRunner): Promise<void> {
    for (const name of ['journal_incarnation', 'journal_confirmed', 'settle_journal', 'confirm_journal', 'keep_sealed'])
      await db.query(`REVOKE ALL ON FUNCTION ${name} FROM PUBLIC`);
    await db.query(`
      GRANT EXECUTE ON FUNCTION journal_incarnation, journal_confirmed TO bus_writer, bus_relay, bus_operator, bus_repair`);
    await db.query(`GRANT SELECT ON journal_confirmation TO bus_writer, bus_relay, bus_operator, bus_repair`);

    // Neither unseals or opens a lane: the writer moves it on, the relay closes and opens it.
    await db.query(`REVOKE UPDATE ON lane FROM bus_writer`);
    await db.query(`GRANT UPDATE (position, vector, head, accepted_at) ON lane TO bus_writer`);
    await db.query(`GRANT UPDATE (closed) ON lane TO bus_relay`);
    await db.query(`GRANT INSERT ON journal_confirmation TO bus_relay, bus_repair`);
    await db.query(`GRANT EXECUTE ON FUNCTION settle_journal TO bus_relay`);

    await db.query(`GRANT SELECT, INSERT ON journal TO bus_repair`); // never UPDATE or DELETE
    await db.query(`GRANT SELECT, INSERT, UPDATE ON state TO bus_repair`);
    await db.query(`GRANT SELECT, UPDATE ON lane TO bus_repair`);
    await db.query(`GRANT SELECT, INSERT ON command_key, command_key_other TO bus_repair`);
    await db.query(`GRANT SELECT, UPDATE ON relay_cursor TO bus_repair`);
    await db.query(`GRANT EXECUTE ON FUNCTION append_batch, keep_key_partitions, confirm_journal TO bus_repair`);
  }

  async down(): Promise<void> {
    throw new Error('without it a restored journal would use positions twice');
  }
}
