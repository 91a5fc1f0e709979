import { type BusEvent, ordinalOf } from '#libs/contracts';
import type { JournalRow } from '#libs/event-log';
// Not through the library's index: where bare kafkajs is measured, our adapters must not be loaded.
import { LaneHistory } from '../../../libs/testing/src/lane-history.js';
import pg from 'pg';
import { Random } from '../events/random.js';
import { gradeOf, receiver, sender, submissionOf } from '../events/submission.js';

export const LANES = 32;
const FIRST_LANE = 1;

/** What a journal held after so many referrals: each submitted (two events, two topics) and received (one). The same at every run. */
export class History {
  readonly lanes: readonly LaneHistory[];

  constructor(referrals: number, lanes = LANES) {
    const random = new Random(7);
    this.lanes = Array.from({ length: lanes }, (_, at) => new LaneHistory(FIRST_LANE + at));
    for (let referral = 0; referral < referrals; referral++) {
      const lane = this.lanes[random.below(lanes)];
      lane?.append(eventsOf(random), referral);
    }
  }

  /** As a relay would ship them: lane by lane, some at a time of each. */
  get rows(): JournalRow[] {
    const chunk = 100;
    const rows: JournalRow[] = [];
    const longest = Math.max(...this.lanes.map((lane) => lane.rows.length));
    for (let from = 0; from < longest; from += chunk)
      for (const lane of this.lanes) rows.push(...lane.rows.slice(from, from + chunk));
    return rows;
  }

  /** Puts everything into an empty journal, as if it had been accepted there, and relayed if so told. */
  async fill(databaseUrl: string, how: 'accepted' | 'relayed' = 'accepted'): Promise<void> {
    const client = new pg.Client({ connectionString: databaseUrl });
    await client.connect();
    try {
      for (const { rows } of this.lanes) await client.query(INSERT, columnsOf(rows));
      for (const { lane, rows, vector, head, acceptedAt } of this.lanes)
        await client.query('UPDATE lane SET position = $2, vector = $3, head = $4, accepted_at = $5 WHERE lane = $1', [
          lane,
          rows.length,
          vector,
          head,
          acceptedAt,
        ]);
      if (how === 'relayed') await client.query(RELAYED);
    } finally {
      await client.end();
    }
  }
}

const INSERT = `INSERT INTO journal (lane, position, topic, key, fingerprint, bytes)
  SELECT * FROM unnest($1::integer[], $2::bigint[], $3::smallint[], $4::text[], $5::bytea[], $6::bytea[])`;

const RELAYED = `INSERT INTO relay_cursor (lane, position) SELECT lane, position FROM lane WHERE position > 0
  ON CONFLICT (lane) DO UPDATE SET position = excluded.position`;

const columnsOf = (rows: readonly JournalRow[]): unknown[] => [
  rows.map(({ lane }) => lane),
  rows.map(({ position }) => position),
  rows.map(({ topic }) => ordinalOf(topic)),
  rows.map(({ key }) => key),
  rows.map(({ fingerprint }) => fingerprint),
  rows.map(({ bytes }) => bytes),
];

function eventsOf(random: Random): BusEvent[] {
  const { level, reasons } = gradeOf(random);
  return [
    { type: 'ReferralSubmitted', data: submissionOf(random) },
    {
      type: 'PrioritySet',
      data: {
        side: 'SENDER',
        by: sender.agency,
        level,
        reasons: [...reasons],
        rules: 'escalation/1',
        riskAssessment: null,
        externalPriority: null,
      },
    },
    { type: 'ReferralReceived', data: { by: receiver.agency, rules: { set: 'referral', version: 1 } } },
  ];
}
