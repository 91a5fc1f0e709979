import type pg from 'pg';
import { DomainError, TransientError } from '#libs/kernel';
import { decodeEvent, decodeMeta } from '#libs/contracts';
import type { RecordedEvent } from '#libs/contracts';
import { positionAfter, readStanding } from './batch.js';
import type { Outcome } from './command.js';
import type { HeldKey } from './loaded-batch.js';
import { refusalIn } from './refusals.js';

/** How far behind the claim a command's events can begin: the most events that one transaction puts into a lane. */
const REACH = 4096;

/** Rows a look. Few, since after an outage everybody repeats at once; a command's events nearly always follow its claim closely. */
const LOOK = 32;

/** What became of the command that holds this key. @throws DomainError the recorded refusal, or 422 when the request was another one. */
export async function earlierAnswer(pool: pg.Pool, held: HeldKey, digest: Buffer, request: Buffer): Promise<Outcome> {
  if (!held.request.equals(request)) throw new DomainError('IDEMPOTENCY_KEY_REUSED', {}, 422);
  if (held.standing !== null) return readStanding(held.standing);
  const events = await eventsOf(pool, held, digest);
  const refusal = refusalIn(events);
  if (refusal) throw refusal;
  return { kind: 'recorded', events, position: positionAfter(events), repeated: true };
}

async function eventsOf(pool: pg.Pool, { lane, base }: HeldKey, digest: Buffer): Promise<RecordedEvent[]> {
  const own: RecordedEvent[] = [];
  for (let after = base; after < base + REACH; after += LOOK) {
    const { rows } = await pool.query<{ fingerprint: Buffer; bytes: Buffer }>({
      name: 'earlier',
      text: 'SELECT fingerprint, bytes FROM journal WHERE lane = $1 AND position > $2 ORDER BY position LIMIT $3',
      values: [lane, after, LOOK],
    });
    for (const row of rows) {
      const { command, ordinal, of } = decodeMeta(row);
      if (!command?.key.equals(digest)) continue;
      own.push(decodeEvent(row));
      if (ordinal === of) return own;
    }
    if (rows.length < LOOK) break;
  }
  throw new TransientError('JOURNAL_INCOMPLETE', 503, 30);
}
