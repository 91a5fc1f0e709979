import { type BusEvent, topics } from '#libs/contracts';
import type { LogRecord } from '#libs/event-log';
import type { Tx } from '#libs/postgres';
import type { Applier } from './applier.js';
import { change, upsert } from './change.js';
import type { Consumer } from './consumer.js';
import { defineProjection } from './define-projection.js';
import { table } from './table.js';

export const received: BusEvent = { type: 'ReferralReceived', data: { by: 'PH-WCPC', rules: null } };
export const acknowledged: BusEvent = { type: 'ReferralAcknowledged', data: { by: 'PH-WCPC', rules: null } };
export const prioritised: BusEvent = {
  type: 'PrioritySet',
  data: {
    side: 'RECEIVER',
    by: 'PH-WCPC',
    level: 'P1',
    reasons: [],
    rules: '1',
    riskAssessment: null,
    externalPriority: null,
  },
};
export const refused: BusEvent = {
  type: 'CommandRefused',
  data: { command: 'AcceptReferral', target: null, code: 'REFERRAL_NOT_OPEN', details: {} },
};

export const steps = table(
  'step',
  { referral: 'text', status: 'text', by: 'text null', position: 'bigint', at: 'timestamptz', seen: 'text[]' },
  { key: ['referral'] },
);

/** Which step a referral is at. */
export const probe = defineProjection({
  name: 'probe',
  version: 1,
  topics: [topics.referral, topics.escalation],
  tables: [steps],
  on: {
    ReferralReceived: ({ data, meta }) =>
      upsert(steps, {
        referral: meta.leg ?? '',
        status: 'Received',
        by: data.by,
        position: meta.position,
        at: new Date(meta.acceptedAt),
        seen: ['Received'],
      }),
    ReferralAcknowledged: ({ meta }) =>
      change(steps, { referral: meta.leg ?? '' }, { status: 'Acknowledged', position: meta.position }),
    PrioritySet: ({ meta }) =>
      change(
        steps,
        { referral: meta.leg ?? '' },
        { seen: ['Received', 'Prioritised'], by: null, position: meta.position },
      ),
  },
});

/** Writes down every event in the order in which it is applied; nothing hides that one is applied twice. */
export function diary(
  { name }: Consumer,
  parking: Applier['parking'] = 'park',
  isImpossible: (record: LogRecord) => boolean = () => false,
): Applier {
  return {
    parking,
    async apply(tx, records) {
      if (records.some(({ record }) => isImpossible(record))) throw new RangeError('impossible');
      await tx.query(`INSERT INTO diary (consumer, lane, position) SELECT $1, * FROM unnest($2::int[], $3::bigint[])`, [
        name,
        records.map(({ record }) => record.lane),
        records.map(({ record }) => record.position),
      ]);
    },
  };
}

export const DIARY = `CREATE TABLE diary (entry bigint GENERATED ALWAYS AS IDENTITY, consumer text, lane integer, position bigint)`;

/** The positions that a consumer applied in a lane, in the order in which it did. */
export async function diaryOf(db: Tx, { name }: Consumer, lane: number): Promise<number[]> {
  const sql = 'SELECT position FROM diary WHERE consumer = $1 AND lane = $2 ORDER BY entry';
  const { rows } = await db.query<{ position: string }>(sql, [name, lane]);
  return rows.map(({ position }) => Number(position));
}
