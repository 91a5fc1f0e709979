import type { PoolClient } from 'pg';
import type { Meta } from '#libs/contracts';
import { dayOf, OTHER_KEYS_KEPT_DAYS, partitionDays } from '../key-window.js';

const TIMED = `INSERT INTO command_key (day, digest, request, lane, base)
  SELECT * FROM unnest($1::date[], $2::bytea[], $3::bytea[], $4::integer[], $5::bigint[]) ON CONFLICT DO NOTHING`;
const OTHERS = `INSERT INTO command_key_other (digest, request, lane, base, claimed_at)
  SELECT digest, request, lane, base, to_timestamp(at / 1000.0)
  FROM unnest($1::bytea[], $2::bytea[], $3::integer[], $4::bigint[], $5::bigint[]) c(digest, request, lane, base, at) ON CONFLICT DO NOTHING`;

type Claimed = Meta & { readonly command: NonNullable<Meta['command']> };

/**
 * Claims the keys of these events' commands again, so that each counts once as before and a retry finds the first answer.
 * Keys outside the published window are left out, as they would be refused before anybody looks for them.
 */
export async function claimKeys(client: PoolClient, metas: readonly Meta[], now: number): Promise<void> {
  const { first, last } = partitionDays(now);
  const claimed = [...new Map(metas.filter(isOfCommand).map((meta) => [digestOf(meta), meta])).values()].sort(byDigest);
  const timed = claimed.filter(({ command: { keyTime } }) => isWithin(dayOf(keyTime), first, last));
  if (timed.length > 0)
    await client.query(TIMED, [timed.map(({ command }) => dayOf(command.keyTime)), ...columnsOf(timed)]);
  const oldest = now - OTHER_KEYS_KEPT_DAYS * 86_400_000;
  const others = claimed.filter(({ command, acceptedAt }) => command.keyTime === null && acceptedAt >= oldest);
  if (others.length > 0) await client.query(OTHERS, [...columnsOf(others), others.map(({ acceptedAt }) => acceptedAt)]);
}

const isOfCommand = (meta: Meta): meta is Claimed => meta.command !== null;

const digestOf = ({ command }: Claimed): string => command.key.toString('hex');

/** In the order in which writers claim them. */
const byDigest = (one: Claimed, other: Claimed): number => Buffer.compare(one.command.key, other.command.key);

const isWithin = (day: string | null, first: string, last: string): boolean =>
  day !== null && day >= first && day <= last;

/** digest, request, lane, base: a command's events follow its base. */
function columnsOf(metas: readonly Claimed[]): unknown[][] {
  return [
    metas.map(({ command }) => command.key),
    metas.map(({ command }) => command.request),
    metas.map(({ lane }) => lane),
    metas.map(({ position, ordinal }) => position - ordinal),
  ];
}
