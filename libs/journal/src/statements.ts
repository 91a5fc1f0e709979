import type { ClientBase, QueryResult } from 'pg';
import { bigintArray, byteaArray, dateArray, integerArray, smallintArray, textArray } from './binary-array.js';
import type { Decided } from './batch.js';
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
      integerArray(lanes.filter((lane) => waitFor.has(lane))),
      integerArray(lanes.filter((lane) => !waitFor.has(lane))),
      integerArray(batch.map(({ command }) => command.lane)),
      dateArray(batch.map(({ keyTime }) => keyTime)),
      byteaArray(batch.map(({ digests }) => digests.key)),
      byteaArray(batch.map(({ digests }) => digests.request)),
      byteaArray(older.map(({ key }) => key)),
      integerArray(older.map(({ of }) => of)),
      textArray(decidedOn.map(({ command }) => command.key)),
      integerArray(decidedOn.map(({ command }) => command.lane)),
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
      integerArray(rows.map((row) => row.lane)),
      bigintArray(rows.map((row) => row.position)),
      smallintArray(rows.map((row) => row.topic)),
      textArray(rows.map((row) => row.key)),
      byteaArray(rows.map((row) => row.fingerprint)),
      byteaArray(rows.map((row) => row.bytes)),
      textArray(stored.map(([key]) => key)),
      integerArray(stored.map(([, state]) => state.lane)),
      bigintArray(stored.map(([, state]) => state.position)),
      textArray(stored.map(([, state]) => state.text)),
      integerArray(lanes.map((cursor) => cursor.lane)),
      bigintArray(lanes.map((cursor) => cursor.position)),
      textArray(lanes.map((cursor) => `{${cursor.vector.join(',')}}`)),
      byteaArray(lanes.map((cursor) => cursor.head)),
      bigintArray(lanes.map((cursor) => cursor.acceptedAt)),
      dateArray(forget.map(({ keyTime }) => keyTime)),
      byteaArray(forget.map(({ digest }) => digest)),
      dateArray(standing.map(({ keyTime }) => keyTime)),
      byteaArray(standing.map(({ digest }) => digest)),
      textArray(standing.map(({ text }) => text)),
    ],
  });
}

/** After a failed statement COMMIT succeeds as ROLLBACK: only the answer's own word counts. */
export async function commit(client: ClientBase): Promise<void> {
  const { command } = await client.query('COMMIT');
  if (command !== 'COMMIT') throw new Error(`the transaction was not committed: ${command}`);
}
