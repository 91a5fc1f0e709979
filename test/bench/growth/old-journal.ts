import pg from 'pg';
import { decodeEvent, leafOfEvent, NO_LEAF } from '#libs/contracts';
import { acceptedOf } from '#libs/domain';
import { writeState } from '#libs/journal';
import { formatReferralId } from '#libs/kernel';
import { LaneHistory } from '#libs/testing';
import { JournalUnderTest } from '../accept/journal-under-test.js';
import { type Case, caseFold } from '../events/case.js';
import { Random } from '../events/random.js';
import { receiver, sender, submissionOf } from '../events/submission.js';
import { CheckFailed } from '../harness/row.js';

export const LANES = 32;
const ROWS_A_REFERRAL = 3;
const FIRST_LANE = 1;

/** A journal that has been at it for long: so many referrals, each submitted and not yet received, three rows each. */
export class OldJournal {
  private constructor(
    readonly journal: JournalUnderTest<Case>,
    readonly referrals: number,
  ) {}

  static async create(referrals: number): Promise<OldJournal> {
    const old = new OldJournal(await JournalUnderTest.create(caseFold), referrals);
    await old.fill();
    return old;
  }

  /** Where the n-th referral lies. */
  addressOf(nth: number): { readonly id: string; readonly lane: number } {
    const lane = FIRST_LANE + (nth % LANES);
    return { lane, id: formatReferralId({ jurisdiction: 'PH', lane, uuid: uuidOf(nth) }) };
  }

  /** The rows that came since are gapless and chained, and their referrals' states are what they make of the old ones. @throws CheckFailed */
  async check(): Promise<readonly string[]> {
    const client = new pg.Client({ connectionString: this.journal.url });
    await client.connect();
    const findings: string[] = [];
    const submitted = sample().folded;
    for (let lane = FIRST_LANE; lane < FIRST_LANE + LANES; lane++) {
      const { rows } = await client.query<{ key: string; position: string; fingerprint: Buffer; bytes: Buffer }>(
        'SELECT key, position, fingerprint, bytes FROM journal WHERE lane = $1 AND position > $2 ORDER BY position',
        [lane, this.seededOf(lane)],
      );
      let end: { readonly position: number; readonly head: Buffer } = { position: this.seededOf(lane), head: NO_LEAF };
      const folds = new Map<string, Case>();
      for (const row of rows) {
        const { meta, ...event } = decodeEvent(row);
        folds.set(row.key, caseFold.evolve(folds.get(row.key) ?? submitted, event, acceptedOf(meta)));
        if (meta.position !== end.position + 1 || Number(row.position) !== meta.position)
          findings.push(`lane ${lane} position ${row.position} follows ${end.position}`);
        if (!meta.previous.equals(end.head)) findings.push(`lane ${lane} position ${row.position}: previous`);
        end = { position: meta.position, head: leafOfEvent(row) };
      }
      findings.push(...(await otherStates(client, folds)));
    }
    await client.end();
    if (findings.length > 0) throw new CheckFailed(findings);
    return ['of what came since: positions, chain, states = fold'];
  }

  private get rows(): number {
    return this.referrals * ROWS_A_REFERRAL;
  }

  private seededOf(lane: number): number {
    return Math.floor((this.rows - 1 - (lane - FIRST_LANE)) / LANES) + 1;
  }

  private async fill(): Promise<void> {
    const client = new pg.Client({ connectionString: this.journal.url });
    await client.connect();
    const { fingerprint, bytes, state } = sample();
    await client.query('SET synchronous_commit = off');
    await client.query('SELECT keep_key_partitions(current_date - 1, current_date + 1)');
    await client.query(
      `INSERT INTO journal SELECT ${FIRST_LANE} + n % ${LANES}, 1 + n / ${LANES}, 0, 'PH.1.' || n, $1::bytea, $2::bytea FROM generate_series(0, $3::int - 1) n`,
      [fingerprint, bytes, this.rows],
    );
    await client.query(
      `INSERT INTO state SELECT format('PH.%s.0198c1f0-0000-7000-8000-%s', ${FIRST_LANE} + n % ${LANES}, lpad(to_hex(n), 12, '0')), ${FIRST_LANE} + n % ${LANES}, 1 + n / ${LANES}, $1 FROM generate_series(0, $2::int - 1) n`,
      [state, this.referrals],
    );
    await client.query(
      `INSERT INTO command_key (day, digest, request, lane, base) SELECT current_date, sha256(n::text::bytea), sha256(n::text::bytea), ${FIRST_LANE} + n % ${LANES}, 0 FROM generate_series(0, $1::int - 1) n`,
      [this.referrals],
    );
    for (let lane = FIRST_LANE; lane < FIRST_LANE + LANES; lane++)
      await client.query('UPDATE lane SET position = $2, vector = ARRAY[$2]::bigint[] WHERE lane = $1', [
        lane,
        this.seededOf(lane),
      ]);
    await client.query('ANALYZE');
    await client.query('CHECKPOINT');
    await client.end();
  }
}

async function otherStates(client: pg.Client, folds: ReadonlyMap<string, Case>): Promise<string[]> {
  const { rows } = await client.query<{ key: string; state: string }>(
    'SELECT key, state FROM state WHERE key = ANY ($1)',
    [[...folds.keys()]],
  );
  const stored = new Map(rows.map(({ key, state }) => [key, state]));
  return [...folds].flatMap(([key, fold]) =>
    stored.get(key) === writeState(caseFold, fold) ? [] : [`${key}: its state is not the fold of its journal`],
  );
}

const uuidOf = (nth: number): string => `0198c1f0-0000-7000-8000-${nth.toString(16).padStart(12, '0')}`;

/** One row and one state for all: what is measured is how they are found, not what they say. */
function sample(): { fingerprint: Buffer; bytes: Buffer; folded: Case; state: string } {
  const data = submissionOf(new Random(3));
  const event = { type: 'ReferralSubmitted', data } as const;
  const [row] = new LaneHistory(FIRST_LANE).append([event]).rows;
  if (!row) throw new RangeError('no row');
  const submitted = { ...event, data: { ...data, from: partyOf(sender), to: partyOf(receiver) } };
  const folded = caseFold.evolve(caseFold.initialState(), submitted, {
    at: Date.UTC(2026, 10, 1),
    eventId: uuidOf(0),
    person: null,
    synthetic: true,
  });
  return { fingerprint: row.fingerprint, bytes: row.bytes, folded, state: writeState(caseFold, folded) };
}

const partyOf = ({ agency, role, country }: typeof sender) => ({ agency, role, country });
