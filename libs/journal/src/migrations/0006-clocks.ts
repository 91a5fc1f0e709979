import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How an installation is created. Nothing turns this on later. */
export interface ClockOptions {
  /** Its time may be put ahead, as in tests and training. Never where real cases are. */
  readonly adjustableClock?: boolean;
}

/**
 * When each leg next needs the clock of the bus, written by the accepting transaction, and the bus's time, which is the
 * database's but where a test drives it. A table of its own: the index on times moves with every act of a receiver, and would
 * take the states' own updates in place with it.
 */
export function clocksMigration({ adjustableClock = false }: ClockOptions = {}): new () => MigrationInterface {
  return class Clocks1790000000006 implements MigrationInterface {
    readonly name = 'Clocks1790000000006';

    async up(db: QueryRunner): Promise<void> {
      for (const statement of [...time(adjustableClock), ...TABLES, ...SETTING, ...TAKING, ...GRANTS])
        await db.query(statement);
    }

    async down(): Promise<void> {
      throw new Error('without clocks nothing of what is due would be done');
    }
  };
}

const NOW = 'floor(extract(epoch FROM clock_timestamp()) * 1000)::bigint';

/** The bus's time can be put ahead, never back: a lane's time must not go back, and what was due stays due. */
const time = (adjustable: boolean): string[] => [
  `CREATE TABLE bus_clock (id smallint PRIMARY KEY CHECK (id = 1), adjustable boolean NOT NULL, ahead_ms bigint NOT NULL DEFAULT 0 CHECK (ahead_ms >= 0))`,
  `COMMENT ON TABLE bus_clock IS 'How far the time of the bus is put ahead of the database''s, in ms. Only where the installation was created adjustable, for tests and training.'`,
  // a journal that has real events was not created for tests
  `INSERT INTO bus_clock (id, adjustable) SELECT 1, ${adjustable} AND NOT EXISTS (SELECT FROM journal)`,
  `CREATE FUNCTION keep_bus_clock() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      RAISE EXCEPTION 'the time of this bus is not put there' USING ERRCODE = '23514';
    END $$`,
  `CREATE TRIGGER bus_clock_goes_ahead BEFORE UPDATE ON bus_clock FOR EACH ROW
    WHEN (NOT OLD.adjustable OR NOT NEW.adjustable OR NEW.ahead_ms < OLD.ahead_ms) EXECUTE FUNCTION keep_bus_clock()`,
  `CREATE FUNCTION bus_now() RETURNS bigint LANGUAGE sql VOLATILE AS $$ SELECT ${NOW} + (SELECT ahead_ms FROM bus_clock WHERE id = 1) $$`,
  `COMMENT ON FUNCTION bus_now IS 'The time of the bus in ms since 1970: what events are accepted at, and what clocks are judged by.'`,
  `DO $$
    DECLARE was text := pg_get_functiondef('load_batch'::regproc); is_now text := replace(was, '${NOW}', 'bus_now()');
    BEGIN
      IF was = is_now THEN RAISE EXCEPTION 'load_batch reads its time otherwise'; END IF;
      EXECUTE is_now;
    END $$`,
];

const TABLES = [
  `CREATE TABLE clock (
    key text PRIMARY KEY,
    lane integer NOT NULL,
    at bigint NOT NULL,
    level smallint NOT NULL,
    look_at bigint NOT NULL,
    attempts integer NOT NULL DEFAULT 0
  ) WITH (fillfactor = 80, autovacuum_vacuum_scale_factor = 0.05)`,
  `CREATE INDEX clock_due ON clock (level, look_at)`,
  `COMMENT ON TABLE clock IS 'When a leg next needs the clock of the bus (at, ms since 1970), and the level that drives it (1 to 4). A cache: always what the leg''s state says. look_at: from when on a runner may take it; put off with each attempt, so that one that cannot be decided holds up no other.'`,
  `CREATE TABLE clock_upkeep (id smallint PRIMARY KEY CHECK (id = 1), wanted bigint NOT NULL, done bigint NOT NULL DEFAULT 0)`,
  `COMMENT ON TABLE clock_upkeep IS 'Whoever writes states without clocks raises wanted; whoever has compared all clocks with the states since sets done.'`,
  `INSERT INTO clock_upkeep (id, wanted) SELECT 1, (EXISTS (SELECT FROM state))::int`,
];

const SETTING = [
  `CREATE FUNCTION set_clocks(p_key text[], p_lane integer[], p_at bigint[], p_level smallint[]) RETURNS void LANGUAGE plpgsql VOLATILE AS $$
    BEGIN
      MERGE INTO clock c USING unnest(p_key, p_lane, p_at, p_level) n(key, lane, at, level) ON c.key = n.key
        WHEN MATCHED AND n.level = 0 THEN DELETE
        WHEN MATCHED THEN UPDATE SET at = n.at, level = n.level, look_at = n.at, attempts = 0
        WHEN NOT MATCHED AND n.level > 0 THEN INSERT (key, lane, at, level, look_at) VALUES (n.key, n.lane, n.at, n.level, n.at);
    END $$`,
  `COMMENT ON FUNCTION set_clocks IS 'Under the locks of these lanes: when each key is next due; level 0 for never.'`,
  `CREATE FUNCTION mend_clocks(p_key text[], p_lane integer[], p_position bigint[], p_at bigint[], p_level smallint[]) RETURNS integer LANGUAGE plpgsql VOLATILE AS $$
    DECLARE keys text[]; lanes integer[]; times bigint[]; levels smallint[];
    BEGIN
      PERFORM l.lane FROM lane l WHERE l.lane = ANY (p_lane) ORDER BY l.lane FOR UPDATE;
      SELECT array_agg(n.key), array_agg(n.lane), array_agg(n.at), array_agg(n.level) INTO keys, lanes, times, levels
        FROM unnest(p_key, p_lane, p_position, p_at, p_level) n(key, lane, position, at, level) JOIN state s ON s.key = n.key AND s.position = n.position;
      IF keys IS NOT NULL THEN PERFORM set_clocks(keys, lanes, times, levels); END IF;
      RETURN coalesce(cardinality(keys), 0);
    END $$`,
  `COMMENT ON FUNCTION mend_clocks IS 'As set_clocks, by whoever looked at states without their locks: only those that still stand where they were seen.'`,
];

const TAKING = [
  `CREATE FUNCTION take_clocks(p_limit integer, p_lease bigint) RETURNS TABLE (kind text, o_key text, o_lane integer, o_time bigint, o_level smallint, o_count bigint)
    LANGUAGE plpgsql VOLATILE AS $$
    DECLARE v_now bigint := bus_now(); v_left integer := p_limit; v_taken integer; shut integer[];
    BEGIN
      RETURN QUERY SELECT 'now', NULL::text, NULL::integer, v_now, NULL::smallint, u.wanted FROM clock_upkeep u;
      IF NOT journal_confirmed() THEN RETURN; END IF;
      SELECT coalesce(array_agg(l.lane), '{}') INTO shut FROM lane l WHERE l.sealed OR l.closed IS NOT NULL;
      FOR v_level IN 1..4 LOOP
        RETURN QUERY WITH due AS (
            SELECT c.key FROM clock c WHERE c.level = v_level AND c.look_at <= v_now AND c.lane <> ALL (shut)
            ORDER BY c.look_at LIMIT v_left FOR UPDATE SKIP LOCKED)
          UPDATE clock c SET look_at = v_now + p_lease * (1 << least(c.attempts, 6)), attempts = c.attempts + 1
          FROM due WHERE c.key = due.key RETURNING 'due', c.key, c.lane, c.at, c.level, c.attempts::bigint;
        GET DIAGNOSTICS v_taken = ROW_COUNT;
        v_left := v_left - v_taken;
        EXIT WHEN v_left = 0;
      END LOOP;
      RETURN QUERY SELECT 'next', NULL::text, NULL::integer, min(n.look_at), NULL::smallint, NULL::bigint FROM generate_series(1, 4) g(level),
        LATERAL (SELECT c.look_at FROM clock c WHERE c.level = g.level AND c.look_at > v_now ORDER BY c.look_at LIMIT 1) n;
    END $$`,
  `COMMENT ON FUNCTION take_clocks IS 'The clocks that are due, the urgent first, then by time; each is its taker''s for p_lease ms, twice as long with each attempt (64 times at the most). With the time, how often upkeep was wanted, and when the next is due. Nothing in an unconfirmed journal or from lanes that take nothing.'`,
  ...['set_clocks', 'mend_clocks', 'take_clocks'].flatMap((name) =>
    // as those of 0004: rows are few and by their keys, and a plan outlives the size that a table had
    [
      'enable_seqscan = off',
      'enable_hashjoin = off',
      'enable_mergejoin = off',
      'plan_cache_mode = force_generic_plan',
    ].map((setting) => `ALTER FUNCTION ${name} SET ${setting}`),
  ),
];

const GRANTS = [
  ...['keep_bus_clock', 'bus_now', 'set_clocks', 'mend_clocks', 'take_clocks'].map(
    (name) => `REVOKE ALL ON FUNCTION ${name} FROM PUBLIC`,
  ),
  `GRANT EXECUTE ON FUNCTION bus_now TO bus_writer, bus_operator, bus_repair`,
  `GRANT SELECT ON bus_clock TO bus_writer, bus_operator, bus_repair`,
  `GRANT SELECT, INSERT, UPDATE, DELETE ON clock TO bus_writer`,
  `GRANT EXECUTE ON FUNCTION set_clocks, mend_clocks, take_clocks TO bus_writer`,
  `GRANT SELECT ON clock, clock_upkeep TO bus_writer, bus_operator, bus_repair`,
  `GRANT UPDATE (done) ON clock_upkeep TO bus_writer`,
  `GRANT UPDATE (wanted) ON clock_upkeep TO bus_repair`,
];
