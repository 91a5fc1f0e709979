import type { RecordedEvent } from '#libs/contracts';
import { isPassedOn, opensOnwardLeg } from '#libs/domain';
import type { LogRecord } from '#libs/event-log';
import { prepared, type Tx } from '#libs/postgres';
import type { Applier } from '#libs/projections';
import { fileRelayed } from '../evidence/relayed.js';
import { POLICIES_SCHEMA as schema } from '../policies.js';
import { dutiesOf, type DutyKind } from './duty.js';

interface Found {
  readonly record: LogRecord;
  readonly event: RecordedEvent;
}

/**
 * Files what the bus has to say because of events, in the transaction of the checkpoint: each duty once, and none lost.
 * Saying it is another's work, so a lane that takes nothing holds up nobody's reading.
 */
export const dutiesApplier: Applier = {
  parking: 'park',
  async apply(tx, records) {
    const found = records.flatMap(({ record, event }) => (event ? [{ record, event }] : []));
    await keepStatements(tx, found);
    await keepChildren(tx, found);
    await keepOnward(tx, found);
    await fileDuties(tx, found);
    await fileRelayed(
      tx,
      found.map(({ event }) => event),
    );
  },
};

const keepStatements = (tx: Tx, found: readonly Found[]): Promise<void> =>
  write(
    tx,
    found.filter(({ event }) => isPassedOn(event)),
    `INSERT INTO ${schema}.statement (leg, position, fingerprint, bytes)
     SELECT leg, position, fingerprint, bytes FROM events ON CONFLICT DO NOTHING`,
  );

/** Only onward legs have a parent, and they say so themselves. */
async function keepChildren(tx: Tx, found: readonly Found[]): Promise<void> {
  const children = found.flatMap(({ event: { type, data, meta } }) =>
    type === 'ReferralSubmitted' && data.parent !== null
      ? [{ leg: meta.leg, parent: data.parent, receiver: data.to.agency }]
      : [],
  );
  if (children.length === 0) return;
  await tx.query(
    `INSERT INTO ${schema}.child (leg, parent, receiver) SELECT * FROM unnest($1::text[], $2::text[], $3::text[])
     ON CONFLICT DO NOTHING`,
    [children.map(({ leg }) => leg), children.map(({ parent }) => parent), children.map(({ receiver }) => receiver)],
  );
}

async function keepOnward(tx: Tx, found: readonly Found[]): Promise<void> {
  const opened = found.flatMap(({ event }) => (opensOnwardLeg(event) ? [event] : []));
  if (opened.length > 0)
    await tx.query(
      `INSERT INTO ${schema}.onward (leg, parent, opened) SELECT * FROM unnest($1::text[], $2::text[], $3::bigint[])
       ON CONFLICT DO NOTHING`,
      [opened.map(({ data }) => data.leg), opened.map(({ meta }) => meta.leg), opened.map(({ meta }) => meta.position)],
    );
  const closed = found.flatMap(({ event }) => (event.type === 'ForwardReturned' ? [event] : []));
  if (closed.length > 0)
    await tx.query(
      `UPDATE ${schema}.onward AS o SET closed = n.closed FROM unnest($1::text[], $2::bigint[]) AS n (leg, closed)
       WHERE o.leg = n.leg AND o.closed IS NULL`,
      [closed.map(({ data }) => data.leg), closed.map(({ meta }) => meta.position)],
    );
}

const COLUMNS = 'event, kind, leg, target, lane, position, fingerprint, bytes';

/** Which leg a duty is about; what has none there is no duty. */
const targets: Readonly<Record<DutyKind, string>> = {
  SUBMIT: `JOIN ${schema}.onward AS t ON t.parent = events.leg AND t.opened = events.position`,
  COMPLETE: `JOIN ${schema}.child AS t ON t.leg = events.leg`,
  RETURN: `JOIN ${schema}.child AS t ON t.leg = events.leg`,
  CARRY: `JOIN ${schema}.onward AS t ON t.parent = events.leg AND t.opened < events.position
          AND (t.closed IS NULL OR t.closed > events.position)`,
};

async function fileDuties(tx: Tx, found: readonly Found[]): Promise<void> {
  for (const kind of ['SUBMIT', 'COMPLETE', 'RETURN', 'CARRY'] as const) {
    const target = kind === 'SUBMIT' || kind === 'CARRY' ? 't.leg' : 't.parent';
    await write(
      tx,
      found.filter(({ event }) => dutiesOf(event).includes(kind)),
      `INSERT INTO ${schema}.duty (${COLUMNS})
       SELECT events.event, '${kind}', events.leg, ${target}, events.lane, events.position, events.fingerprint, events.bytes
       FROM events ${targets[kind]} ON CONFLICT DO NOTHING`,
    );
  }
}

/** Runs a statement over `events`, unless there are none. */
async function write(tx: Tx, found: readonly Found[], statement: string): Promise<void> {
  if (found.length === 0) return;
  await tx.query(
    prepared(
      `WITH events AS (
       SELECT * FROM unnest($1::uuid[], $2::text[], $3::int[], $4::bigint[], $5::bytea[], $6::bytea[])
         AS e (event, leg, lane, position, fingerprint, bytes)
     ) ${statement}`,
      [
        found.map(({ event }) => event.meta.eventId),
        found.map(({ event }) => event.meta.leg),
        found.map(({ record }) => record.lane),
        found.map(({ record }) => record.position),
        found.map(({ record }) => record.fingerprint),
        found.map(({ record }) => record.bytes),
      ],
    ),
  );
}
