import { quoted } from '#libs/projections';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { TRAIL_SCHEMA as schema } from '../trail.js';

/** Roles that come to the trail beside its owner. */
export interface TrailRoles {
  /** The consumer's and the queries' own role. */
  readonly writer?: string;
  /** Whoever may see alarms and compare the trail with the journal. */
  readonly operator?: string;
}

/** The trail of version 1: written by its consumer alone. Entries are never changed and never removed. */
export function auditTrailMigration(roles: TrailRoles = {}): new () => MigrationInterface {
  return class AuditTrail1790000000200 implements MigrationInterface {
    readonly name = 'AuditTrail1790000000200';

    async up(db: QueryRunner): Promise<void> {
      for (const statement of trailSchema(roles)) await db.query(statement);
    }

    async down(): Promise<void> {
      return Promise.reject(new Error('the trail is never dropped'));
    }
  };
}

function trailSchema({ writer, operator }: TrailRoles): string[] {
  return [
    `CREATE SCHEMA ${schema}`,
    ...entryTable,
    ...treeTable,
    ...alarmTable,
    ...(writer === undefined ? [] : writerGrants(quoted(writer))),
    ...(operator === undefined ? [] : operatorGrants(quoted(operator))),
  ];
}

// Text without limits and no constraint on content: the trail takes whatever has a place.
const entryTable = [
  `CREATE TABLE ${schema}.entry (
    lane integer NOT NULL,
    position bigint NOT NULL,
    leaf bytea NOT NULL,
    topic smallint NOT NULL,
    key text NOT NULL,
    leg text,
    type text,
    event_id text,
    accepted_at bigint,
    agency text,
    role text,
    country text,
    client text,
    person text,
    correlation text,
    causation text,
    ordinal integer,
    "of" integer,
    command text,
    code text,
    kafka_offset bigint NOT NULL,
    undecodable text,
    PRIMARY KEY (lane, position)
  )`,
  `CREATE INDEX entry_by_leg ON ${schema}.entry (leg, lane, position) WHERE leg IS NOT NULL`,
  `COMMENT ON TABLE ${schema}.entry IS 'One row per event of the log, ids and codes only. leaf = leaf number position - 1 of the RFC 6962 tree of the lane; topic = released ordinal; accepted_at in ms; command and code of a refusal; undecodable = why the event could not be read.'`,
];

const treeTable = [
  `CREATE TABLE ${schema}.tree (
    lane integer PRIMARY KEY,
    size bigint NOT NULL,
    frontier bytea NOT NULL,
    root bytea NOT NULL,
    head bytea NOT NULL
  ) WITH (fillfactor = 30)`,
  `COMMENT ON TABLE ${schema}.tree IS 'The Merkle tree of each lane: number of leaves, roots of its complete subtrees (largest first, 32 bytes each), root, and the last leaf.'`,
];

const alarmTable = [
  `CREATE TABLE ${schema}.alarm (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    lane integer NOT NULL,
    topic text NOT NULL,
    position bigint NOT NULL,
    reason text NOT NULL,
    leaf bytea,
    raised_at timestamptz NOT NULL DEFAULT now(),
    cleared_at timestamptz
  )`,
  `CREATE UNIQUE INDEX alarm_open ON ${schema}.alarm (lane) WHERE cleared_at IS NULL`,
  `COMMENT ON TABLE ${schema}.alarm IS 'A record contradicted the trail: nothing of the lane is applied until a person has looked and the owner of the database has set cleared_at. leaf = leaf of that record, where known.'`,
];

const writerGrants = (role: string): string[] => [
  `GRANT USAGE ON SCHEMA ${schema} TO ${role}`,
  `GRANT SELECT, INSERT ON ${schema}.entry, ${schema}.alarm TO ${role}`, // never UPDATE or DELETE
  `GRANT SELECT, INSERT, UPDATE ON ${schema}.tree TO ${role}`,
];

const operatorGrants = (role: string): string[] => [
  `GRANT USAGE ON SCHEMA ${schema} TO ${role}`,
  `GRANT SELECT ON ${schema}.entry, ${schema}.tree, ${schema}.alarm TO ${role}`,
];
