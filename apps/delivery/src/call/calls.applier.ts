import type { EventData, RecordedEvent } from '#libs/contracts';
import { acceptedOf, callsEndedBy, type LegEvent, speakerOf, urgencyIn } from '#libs/domain';
import { prepared, type Tx } from '#libs/postgres';
import type { Applier } from '#libs/projections';
import { DELIVERY_SCHEMA as schema } from '../delivery.js';

/** Files who is to be called, and that nobody is any more, in the transaction of the checkpoint: each once, and none lost. */
export const callsApplier: Applier = {
  parking: 'park',
  async apply(tx, records) {
    const events = records.flatMap(({ event }) => (event ? [event] : []));
    await keepSubmitted(tx, events);
    const concerned = await concernedOf(tx, events);
    if (concerned.length === 0) return;
    const ends = concerned.map(endOf);
    await keepSeen(tx, ends);
    await callForUrgent(tx, concerned);
    await callForSteps(tx, concerned);
    await endCalls(tx, ends);
    await forgetSeen(tx, concerned);
  },
};

async function keepSubmitted(tx: Tx, events: readonly RecordedEvent[]): Promise<void> {
  const found = events.flatMap(({ type, data, meta }) => (type === 'ReferralSubmitted' ? [{ to: data.to, meta }] : []));
  if (found.length === 0) return;
  await tx.query(
    prepared(
      `INSERT INTO ${schema}.unseen (referral, agency, role, position)
       SELECT referral, agency, role, position FROM unnest($1::text[], $2::text[], $3::text[], $4::bigint[], $5::timestamptz[])
         AS s (referral, agency, role, position, at) JOIN ${schema}.calling ON at >= since ON CONFLICT DO NOTHING`,
      [
        found.map(({ meta }) => meta.leg),
        found.map(({ to }) => to.agency),
        found.map(({ to }) => to.role),
        found.map(({ meta }) => meta.position),
        found.map(({ meta }) => new Date(meta.acceptedAt)),
      ],
    ),
  );
}

/** Events of which anything can follow: the others are most of them. */
async function concernedOf(tx: Tx, events: readonly RecordedEvent[]): Promise<RecordedEvent[]> {
  const raised = events.filter(({ type }) => type === 'EscalationRaised').map(({ meta }) => meta.leg);
  const { rows } = await tx.query<{ referral: string }>(
    prepared(
      `SELECT referral FROM ${schema}.unseen WHERE referral = ANY($1::text[])
       UNION SELECT referral FROM ${schema}.call WHERE referral = ANY($1::text[]) AND ended_at IS NULL`,
      [[...new Set(events.map(({ meta }) => meta.leg))]],
    ),
  );
  const legs = new Set([...raised, ...rows.map(({ referral }) => referral)]);
  return events.filter(({ meta }) => legs.has(meta.leg));
}

/** What an event ends: for which duties, where the receiver of the leg says it and where anybody else does. */
interface End {
  readonly event: RecordedEvent;
  readonly speaker: string;
  readonly byReceiver: readonly string[];
  readonly byOthers: readonly string[];
  readonly isLess: boolean;
}

const NOBODY = '';

function endOf(event: RecordedEvent): End {
  const said = acceptedOf(event.meta);
  const speaker = speakerOf(event) ?? NOBODY;
  const legEvent = event as LegEvent;
  return {
    event,
    speaker,
    byReceiver: callsEndedBy(legEvent, speaker, said),
    byOthers: callsEndedBy(legEvent, NOBODY, said),
    isLess: urgencyIn(event) === 'LESS',
  };
}

async function keepSeen(tx: Tx, ends: readonly End[]): Promise<void> {
  const seen = ends.filter(({ byReceiver }) => byReceiver.includes('ACKNOWLEDGE'));
  if (seen.length === 0) return;
  await tx.query(
    prepared(
      `UPDATE ${schema}.unseen AS u SET seen = s.position
       FROM (SELECT referral, min(position) AS position FROM unnest($1::text[], $2::bigint[]) AS e (referral, position)
             GROUP BY referral) AS s
       WHERE u.referral = s.referral AND u.seen IS NULL`,
      [seen.map(({ event }) => event.meta.leg), seen.map(({ event }) => event.meta.position)],
    ),
  );
}

const CALL = 'event, agency, role, referral, receiver, step, cause, level, synthetic, position, opened_at';

/** P1 that nobody has acknowledged calls the receiver at once. */
async function callForUrgent(tx: Tx, events: readonly RecordedEvent[]): Promise<void> {
  const urgent = events.filter((event) => urgencyIn(event) === 'P1');
  if (urgent.length === 0) return;
  await tx.query(
    prepared(
      `INSERT INTO ${schema}.call (${CALL})
       SELECT e.event, u.agency, u.role, e.referral, u.agency, NULL, 'ACKNOWLEDGE', 'P1', e.synthetic, e.position, e.at
       FROM unnest($1::uuid[], $2::text[], $3::boolean[], $4::bigint[], $5::timestamptz[]) AS e (event, referral, synthetic, position, at)
       JOIN ${schema}.unseen AS u ON u.referral = e.referral AND u.position < e.position AND (u.seen IS NULL OR u.seen > e.position)
       ON CONFLICT DO NOTHING`,
      placesOf(urgent),
    ),
  );
}

const placesOf = (events: readonly RecordedEvent[]): unknown[] => [
  events.map(({ meta }) => meta.eventId),
  events.map(({ meta }) => meta.leg),
  events.map(({ meta }) => meta.synthetic),
  events.map(({ meta }) => meta.position),
  events.map(({ meta }) => new Date(meta.acceptedAt)),
];

type Raised = RecordedEvent & { readonly type: 'EscalationRaised'; readonly data: EventData<'EscalationRaised'> };

/** A step of the ladder calls everybody whom it names. */
async function callForSteps(tx: Tx, events: readonly RecordedEvent[]): Promise<void> {
  const called = events
    .filter((event): event is Raised => event.type === 'EscalationRaised')
    .flatMap((event) => event.data.to.map((party) => ({ event, party })));
  if (called.length === 0) return;
  await tx.query(
    prepared(
      `INSERT INTO ${schema}.call (${CALL})
       SELECT e.event, e.agency, e.role, e.referral, e.receiver, e.step, e.cause, e.level, e.synthetic, e.position, e.at
       FROM unnest($1::uuid[], $2::text[], $3::boolean[], $4::bigint[], $5::timestamptz[], $6::text[], $7::text[], $8::text[],
         $9::int[], $10::text[], $11::text[])
         AS e (event, referral, synthetic, position, at, agency, role, receiver, step, cause, level)
       JOIN ${schema}.calling ON e.at >= since ON CONFLICT DO NOTHING`,
      [
        ...placesOf(called.map(({ event }) => event)),
        called.map(({ party }) => party.agency),
        called.map(({ party }) => party.role),
        // the receiver may always know of it, and stands first
        called.map(({ event }) => event.data.audience[0] ?? NOBODY),
        called.map(({ event }) => event.data.step),
        called.map(({ event }) => event.data.cause),
        called.map(({ event }) => event.data.level),
      ],
    ),
  );
}

async function endCalls(tx: Tx, ends: readonly End[]): Promise<void> {
  const ending = ends.filter(({ byReceiver, byOthers, isLess }) => byReceiver.length + byOthers.length > 0 || isLess);
  if (ending.length === 0) return;
  await tx.query(
    prepared(
      `WITH ended AS (
         UPDATE ${schema}.call AS c SET ended_at = now(), ended_by = e.type
         FROM unnest($1::text[], $2::bigint[], $3::text[], $4::text[], $5::text[], $6::text[], $7::boolean[])
           AS e (referral, position, type, speaker, by_receiver, by_others, less)
         WHERE c.referral = e.referral AND c.position < e.position AND c.ended_at IS NULL
           AND (c.cause = ANY (string_to_array(CASE WHEN c.receiver = e.speaker THEN by_receiver ELSE by_others END, ','))
                OR (e.less AND c.step IS NULL))
         RETURNING c.event, c.agency, c.role)
       UPDATE ${schema}.call_channel AS o SET due_at = NULL, version = o.version + 1 FROM ended
       WHERE (o.event, o.agency, o.role) = (ended.event, ended.agency, ended.role)`,
      [
        ending.map(({ event }) => event.meta.leg),
        ending.map(({ event }) => event.meta.position),
        ending.map(({ event }) => event.type),
        ending.map(({ speaker }) => speaker),
        ending.map(({ byReceiver }) => byReceiver.join(',')),
        ending.map(({ byOthers }) => byOthers.join(',')),
        ending.map(({ isLess }) => isLess),
      ],
    ),
  );
}

async function forgetSeen(tx: Tx, events: readonly RecordedEvent[]): Promise<void> {
  await tx.query(
    prepared(`DELETE FROM ${schema}.unseen WHERE referral = ANY($1::text[]) AND seen IS NOT NULL`, [
      events.map(({ meta }) => meta.leg),
    ]),
  );
}
