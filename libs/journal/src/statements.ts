import type { ClientBase, QueryResult } from 'pg';
import type { Decided } from './batch.js';
import { dayOf } from './key-window.js';
import type { LoadedRow } from './loaded-batch.js';
import type { Pending } from './pending.js';

const LOAD = `SELECT * FROM load_batch($1::integer[], $2::integer[], $3::integer[], $4::date[], $5::bytea[], $6::bytea[], $7::bytea[], $8::integer[], $9::text[], $10::integer[])`;
const APPEND = `SELECT append_batch($1::integer[], $2::bigint[], $3::smallint[], $4::text[], $5::bytea[], $6::bytea[],
  $7::text[], $8::integer[], $9::bigint[], $10::text[], $11::integer[], $12::bigint[], $13::text[], $14::bytea[], $15::bigint[],
  $16::date[], $17::bytea[], $18::date[], $19::bytea[], $20::text[])`;

/** Locks, claims and reads for a batch. Lanes in `waitFor` are waited for; the others are taken where free. */
export async function load(
  client: ClientBase,
  batch: readonly Pending[],
  waitFor: ReadonlySet<number>,
): Promise<LoadedRow[]> {
  const lanes = [...new Set(batch.map(({ command }) => command.lane))];
  const older = batch.flatMap(({ earlier }, index) => earlier.map(({ key }) => ({ key, of: index + 1 })));
  const decidedOn = batch.filter(({ stateless }) => !stateless);
  const result: QueryResult<LoadedRow> = await client.query({
    name: 'load',
    text: LOAD,
    rowMode: 'array',
    values: [
      lanes.filter((lane) => waitFor.has(lane)),
      lanes.filter((lane) => !waitFor.has(lane)),
      batch.map(({ command }) => command.lane),
      batch.map(({ keyTime }) => dayOf(keyTime)),
      batch.map(({ digests }) => digests.key),
      batch.map(({ digests }) => digests.request),
      older.map(({ key }) => key),
      older.map(({ of }) => of),
      decidedOn.map(({ command }) => command.key),
      decidedOn.map(({ command }) => command.lane),
    ],
  });
  return result.rows;
}

/** What `append` writes. */
export type Appendix = Pick<Decided, 'rows' | 'states' | 'lanes' | 'forget' | 'standing'>;

export async function append(client: ClientBase, { rows, states, lanes, forget, standing }: Appendix): Promise<void> {
  const stored = [...states];
  await client.query({
    name: 'append',
    text: APPEND,
    values: [
      rows.map((row) => row.lane),
      rows.map((row) => row.position),
      rows.map((row) => row.topic),
      rows.map((row) => row.key),
      rows.map((row) => row.fingerprint),
      rows.map((row) => row.bytes),
      stored.map(([key]) => key),
      stored.map(([, state]) => state.lane),
      stored.map(([, state]) => state.position),
      stored.map(([, state]) => state.text),
      lanes.map((cursor) => cursor.lane),
      lanes.map((cursor) => cursor.position),
      lanes.map((cursor) => `{${cursor.vector.join(',')}}`),
      lanes.map((cursor) => cursor.head),
      lanes.map((cursor) => cursor.acceptedAt),
      forget.map(({ day }) => day),
      forget.map(({ digest }) => digest),
      standing.map(({ day }) => day),
      standing.map(({ digest }) => digest),
      standing.map(({ text }) => text),
    ],
  });
}

/** After a failed statement COMMIT succeeds as ROLLBACK: only the answer's own word counts. */
export async function commit(client: ClientBase): Promise<void> {
  const { command } = await client.query('COMMIT');
  if (command !== 'COMMIT') throw new Error(`the transaction was not committed: ${command}`);
}
