import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The statements of an accepting transaction as before, for less of the database's time. Keys are claimed by a plain insert,
 * since almost none is taken, and only where one is by an insert that looks first. States are merged: the lane's lock lets
 * nobody else write them, so nothing need be inserted on trial or locked before it is updated.
 */
export class LeanerBatches1790000000004 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await this.claiming(db);
    await this.loading(db);
    await this.appending(db);
    await this.planning(db);
  }

  private async claiming(db: QueryRunner): Promise<void> {
    const keys = `
      FROM unnest(p_lane, p_day, p_digest, p_request) w(lane, day, digest, request) JOIN lane l USING (lane)
      WHERE w.lane = ANY (p_open) AND NOT w.digest = ANY (p_taken) AND w.day IS`;
    await db.query(`
      CREATE FUNCTION claim_new_keys(p_open integer[], p_taken bytea[], p_lane integer[], p_day date[], p_digest bytea[], p_request bytea[]) RETURNS void
      LANGUAGE plpgsql VOLATILE AS $$
      BEGIN
        INSERT INTO command_key (day, digest, request, lane, base)
          SELECT w.day, w.digest, w.request, w.lane, l.position ${keys} NOT NULL ORDER BY w.day, w.digest;
        IF array_position(p_day, NULL) IS NOT NULL THEN
          INSERT INTO command_key_other (digest, request, lane, base)
            SELECT w.digest, w.request, w.lane, l.position ${keys} NULL ORDER BY w.digest;
        END IF;
      END $$`);
    await db.query(
      `COMMENT ON FUNCTION claim_new_keys IS 'Claims keys of open lanes; raises unique_violation when one of them is taken.'`,
    );
    await db.query(`
      CREATE FUNCTION claim_free_keys(p_open integer[], p_taken bytea[], p_lane integer[], p_day date[], p_digest bytea[], p_request bytea[]) RETURNS bytea[]
      LANGUAGE plpgsql VOLATILE AS $$
      DECLARE mine bytea[]; others bytea[];
      BEGIN
        WITH claimed AS (
          INSERT INTO command_key (day, digest, request, lane, base)
          SELECT w.day, w.digest, w.request, w.lane, l.position ${keys} NOT NULL ORDER BY w.day, w.digest
          ON CONFLICT DO NOTHING RETURNING digest)
        SELECT coalesce(array_agg(digest), '{}') INTO mine FROM claimed;
        WITH claimed AS (
          INSERT INTO command_key_other (digest, request, lane, base)
          SELECT w.digest, w.request, w.lane, l.position ${keys} NULL ORDER BY w.digest
          ON CONFLICT DO NOTHING RETURNING digest)
        SELECT coalesce(array_agg(digest), '{}') INTO others FROM claimed;
        RETURN mine || others;
      END $$`);
    await db.query(
      `COMMENT ON FUNCTION claim_free_keys IS 'Claims those keys of open lanes that nobody holds, and says which they are.'`,
    );
    for (const name of ['claim_new_keys', 'claim_free_keys']) {
      await db.query(`REVOKE ALL ON FUNCTION ${name} FROM PUBLIC`);
      await db.query(`GRANT EXECUTE ON FUNCTION ${name} TO bus_writer`);
    }
  }

  private async loading(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE OR REPLACE FUNCTION load_batch(
        p_wait integer[], p_try integer[],
        p_lane integer[], p_day date[], p_digest bytea[], p_request bytea[],
        p_older bytea[], p_older_of integer[],
        p_state_key text[], p_state_lane integer[]
      ) RETURNS TABLE (kind text, o_lane integer, o_position bigint, o_vector bigint[], o_bytes bytea, o_request bytea, o_text text, o_time bigint, o_sealed boolean)
      LANGUAGE plpgsql VOLATILE AS $$
      DECLARE
        held integer[] := '{}'; more integer[]; open integer[]; doubtful integer[]; mine bytea[] := '{}'; taken bytea[] := '{}';
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

        SELECT coalesce(array_agg(l.lane) FILTER (WHERE l.closed IS NULL AND NOT l.sealed), '{}'), coalesce(array_agg(l.lane) FILTER (WHERE l.closed IS NOT NULL OR l.sealed), '{}')
          INTO open, doubtful FROM lane l WHERE l.lane = ANY (held);
        BEGIN
          PERFORM claim_new_keys(open, taken, p_lane, p_day, p_digest, p_request);
        EXCEPTION WHEN unique_violation THEN
          mine := claim_free_keys(open, taken, p_lane, p_day, p_digest, p_request);
          doubtful := held;
        END;
        IF cardinality(doubtful) > 0 THEN
          RETURN QUERY SELECT 'key', k.lane, k.base, NULL::bigint[], k.digest, k.request, k.standing, NULL::bigint, true
            FROM unnest(p_lane, p_day, p_digest) w(lane, day, digest) JOIN command_key k USING (day, digest)
            WHERE w.lane = ANY (doubtful) AND NOT w.digest = ANY (mine);
          RETURN QUERY SELECT 'key', k.lane, k.base, NULL::bigint[], k.digest, k.request, k.standing, NULL::bigint, true
            FROM unnest(p_lane, p_day, p_digest) w(lane, day, digest) JOIN command_key_other k USING (digest)
            WHERE w.day IS NULL AND w.lane = ANY (doubtful) AND NOT w.digest = ANY (mine);
        END IF;

        RETURN QUERY SELECT 'lane', l.lane, l.position, l.vector, l.head, NULL::bytea, l.closed, l.accepted_at, l.sealed FROM lane l WHERE l.lane = ANY (held);
        RETURN QUERY SELECT 'state', s.lane, s.position, NULL::bigint[], NULL::bytea, NULL::bytea, s.key || E'\\n' || s.state, NULL::bigint, NULL::boolean
          FROM state s JOIN unnest(p_state_key, p_state_lane) w(key, lane) ON w.key = s.key AND w.lane = s.lane WHERE w.lane = ANY (held);
        RETURN QUERY SELECT 'time', NULL::integer, NULL::bigint, NULL::bigint[], NULL::bytea, NULL::bytea, NULL::text, floor(extract(epoch FROM clock_timestamp()) * 1000)::bigint, NULL::boolean;
      END $$`);
  }

  private async appending(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE OR REPLACE FUNCTION append_batch(
        p_lane integer[], p_position bigint[], p_topic smallint[], p_key text[], p_fingerprint bytea[], p_bytes bytea[],
        s_key text[], s_lane integer[], s_position bigint[], s_state text[],
        l_lane integer[], l_position bigint[], l_vector text[], l_head bytea[], l_time bigint[],
        f_day date[], f_digest bytea[],
        u_day date[], u_digest bytea[], u_standing text[]
      ) RETURNS void LANGUAGE plpgsql VOLATILE AS $$
      BEGIN
        INSERT INTO journal (lane, position, topic, key, fingerprint, bytes)
          SELECT * FROM unnest(p_lane, p_position, p_topic, p_key, p_fingerprint, p_bytes);
        MERGE INTO state s USING unnest(s_key, s_lane, s_position, s_state) n(key, lane, position, state) ON s.key = n.key
          WHEN MATCHED THEN UPDATE SET position = n.position, state = n.state
          WHEN NOT MATCHED THEN INSERT (key, lane, position, state) VALUES (n.key, n.lane, n.position, n.state);
        UPDATE lane l SET position = n.position, vector = n.vector::bigint[], head = n.head, accepted_at = n.time
          FROM unnest(l_lane, l_position, l_vector, l_head, l_time) n(lane, position, vector, head, time) WHERE l.lane = n.lane;
        IF cardinality(f_digest) > 0 THEN
          DELETE FROM command_key k USING unnest(f_day, f_digest) f(day, digest) WHERE k.day = f.day AND k.digest = f.digest;
          DELETE FROM command_key_other k USING unnest(f_day, f_digest) f(day, digest) WHERE f.day IS NULL AND k.digest = f.digest;
        END IF;
        IF cardinality(u_digest) > 0 THEN
          UPDATE command_key k SET standing = u.standing FROM unnest(u_day, u_digest, u_standing) u(day, digest, standing) WHERE k.day = u.day AND k.digest = u.digest;
          UPDATE command_key_other k SET standing = u.standing FROM unnest(u_day, u_digest, u_standing) u(day, digest, standing) WHERE u.day IS NULL AND k.digest = u.digest;
        END IF;
      END $$`);
  }

  /**
   * A plan lives as long as its connection. One that was made while a table was nearly empty may read all of it, and goes on
   * doing so while it grows, until statistics are gathered anew. Rows are few and by their keys: no other plan is ever right.
   */
  private async planning(db: QueryRunner): Promise<void> {
    const settings = [
      'enable_seqscan = off',
      'enable_hashjoin = off',
      'enable_mergejoin = off',
      'plan_cache_mode = force_generic_plan',
    ];
    for (const name of ['load_batch', 'append_batch'])
      for (const setting of settings) await db.query(`ALTER FUNCTION ${name} SET ${setting}`);
  }

  async down(): Promise<void> {
    throw new Error('0003 and 0002 hold the functions as they were: only a newer migration may change them');
  }
}
