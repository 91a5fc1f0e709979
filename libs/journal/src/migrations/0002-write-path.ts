import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The two statements of an accepting transaction. Functions, so that a batch costs two round trips; VOLATILE plpgsql, so that
 * each statement inside sees what was committed before its lock was granted.
 */
export class WritePath1790000000002 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE FUNCTION load_batch(
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
          WHERE w.day IS NOT NULL AND w.lane = ANY (held) AND NOT w.digest = ANY (taken)
          ORDER BY w.day, w.digest ON CONFLICT DO NOTHING RETURNING digest)
        SELECT coalesce(array_agg(digest), '{}') INTO mine FROM claimed;
        WITH claimed AS (
          INSERT INTO command_key_other (digest, request, lane, base)
          SELECT w.digest, w.request, w.lane, l.position
          FROM unnest(p_lane, p_day, p_digest, p_request) w(lane, day, digest, request) JOIN lane l USING (lane)
          WHERE w.day IS NULL AND w.lane = ANY (held) AND NOT w.digest = ANY (taken)
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

        RETURN QUERY SELECT 'lane', l.lane, l.position, l.vector, l.head, NULL::bytea, NULL::text, l.accepted_at, l.sealed FROM lane l WHERE l.lane = ANY (held);
        RETURN QUERY SELECT 'state', s.lane, s.position, NULL::bigint[], NULL::bytea, NULL::bytea, s.key || E'\\n' || s.state, NULL::bigint, NULL::boolean
          FROM state s JOIN unnest(p_state_key, p_state_lane) w(key, lane) ON w.key = s.key AND w.lane = s.lane WHERE w.lane = ANY (held);
        RETURN QUERY SELECT 'time', NULL::integer, NULL::bigint, NULL::bigint[], NULL::bytea, NULL::bytea, NULL::text, floor(extract(epoch FROM clock_timestamp()) * 1000)::bigint, NULL::boolean;
      END $$`);
    await db.query(
      `COMMENT ON FUNCTION load_batch IS 'Locks lanes (p_wait in order, then p_try where free), claims idempotency keys of the lanes held, and reads lanes, states, foreign keys and the time.'`,
    );
    await db.query(`
      CREATE FUNCTION append_batch(
        p_lane integer[], p_position bigint[], p_topic smallint[], p_key text[], p_fingerprint bytea[], p_bytes bytea[],
        s_key text[], s_lane integer[], s_position bigint[], s_state text[],
        l_lane integer[], l_position bigint[], l_vector text[], l_head bytea[], l_time bigint[],
        f_day date[], f_digest bytea[],
        u_day date[], u_digest bytea[], u_standing text[]
      ) RETURNS void LANGUAGE plpgsql VOLATILE AS $$
      BEGIN
        INSERT INTO journal (lane, position, topic, key, fingerprint, bytes)
          SELECT * FROM unnest(p_lane, p_position, p_topic, p_key, p_fingerprint, p_bytes);
        INSERT INTO state (key, lane, position, state) SELECT * FROM unnest(s_key, s_lane, s_position, s_state)
          ON CONFLICT (key) DO UPDATE SET position = excluded.position, state = excluded.state;
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
    await db.query(
      `COMMENT ON FUNCTION append_batch IS 'Writes events, states and lane heads; f_ = keys to forget (refused commands), u_ = keys whose command changed nothing.'`,
    );
    for (const name of ['load_batch', 'append_batch']) {
      await db.query(`REVOKE ALL ON FUNCTION ${name} FROM PUBLIC`);
      await db.query(`GRANT EXECUTE ON FUNCTION ${name} TO bus_writer`);
    }
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP FUNCTION append_batch, load_batch`);
  }
}
