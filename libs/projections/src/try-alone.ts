import type { Tx } from '#libs/postgres';
import type { Applier } from './applier.js';
import type { DecodedRecord } from './decoded-record.js';
import { failureOf } from './failure.js';

/** Applies one record in a transaction that goes on whatever comes of it. Null when it was applied, else why not. @throws for an outage */
export async function tryAlone(tx: Tx, applier: Applier, decoded: DecodedRecord): Promise<string | null> {
  if (decoded.fault !== null) return decoded.fault;
  await tx.query('SAVEPOINT alone');
  try {
    await applier.apply(tx, [decoded]);
    await tx.query('RELEASE SAVEPOINT alone');
    return null;
  } catch (error) {
    const failure = failureOf(error);
    if (failure.kind === 'outage') throw error;
    await tx.query('ROLLBACK TO SAVEPOINT alone');
    return failure.reason;
  }
}
