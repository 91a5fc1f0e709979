import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A clock that runs ahead must not make the journal forget keys: what was accepted under them would be accepted once more when
 * it is set right. So nothing is dropped that the newest acceptance still has in its window, and partitions can be made alone.
 */
export class KeysOutlastClocks1790000000005 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE FUNCTION make_key_partitions(first date, last date) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
      DECLARE d date;
      BEGIN
        PERFORM pg_advisory_xact_lock(7301);
        FOR d IN SELECT generate_series(first, last, interval '1 day')::date LOOP
          EXECUTE format('CREATE TABLE IF NOT EXISTS command_key_%s PARTITION OF command_key FOR VALUES FROM (%L) TO (%L)', to_char(d, 'YYYYMMDD'), d, d + 1);
        END LOOP;
      END $$`);
    await db.query(`COMMENT ON FUNCTION make_key_partitions IS 'Makes the daily partitions of the window.'`);
    await db.query(`
      CREATE OR REPLACE FUNCTION keep_key_partitions(first date, last date) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
      DECLARE part record; newest date; oldest date := first;
      BEGIN
        PERFORM make_key_partitions(first, last);
        SELECT (to_timestamp(max(l.accepted_at) / 1000.0) AT TIME ZONE 'UTC')::date INTO newest FROM lane l WHERE l.accepted_at > 0;
        IF newest IS NOT NULL THEN oldest := least(first, newest - ((current_timestamp AT TIME ZONE 'UTC')::date - first)); END IF;
        FOR part IN SELECT c.relname FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid WHERE i.inhparent = 'command_key'::regclass
          AND c.relname < 'command_key_' || to_char(oldest, 'YYYYMMDD') LOOP
          EXECUTE format('DROP TABLE %I', part.relname);
        END LOOP;
      END $$`);
    await db.query(
      `COMMENT ON FUNCTION keep_key_partitions IS 'Makes the daily partitions of the window and drops older ones, but for those in the window of the newest acceptance; the writer has no right to do so itself.'`,
    );
    await db.query(`REVOKE ALL ON FUNCTION make_key_partitions FROM PUBLIC`);
    await db.query(`GRANT EXECUTE ON FUNCTION make_key_partitions TO bus_writer, bus_repair`);
  }

  async down(): Promise<void> {
    throw new Error('without it a clock that runs ahead would let commands be accepted twice');
  }
}
