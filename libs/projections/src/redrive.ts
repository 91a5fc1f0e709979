import { inTransaction } from '#libs/postgres';
import type { ApplyParts } from './apply-batch.js';
import { decodeRecord } from './decoded-record.js';
import type { Letter } from './parking.js';
import { tryAlone } from './try-alone.js';

export interface Redriven {
  readonly applied: number;
  readonly remaining: number;
  /** Why the first of the remaining cannot be applied; null when none remains. */
  readonly reason: string | null;
}

/**
 * Applies a key's parked events in their order, up to the first that still cannot be. Holds the lane's checkpoint,
 * so that an event of the key which comes meanwhile either parks behind them or is applied after them.
 * @throws when something is out of order that is no event's fault
 */
export function redrive({ pool, applier, checkpoints, parking }: ApplyParts, key: string): Promise<Redriven> {
  return inTransaction(pool, async (tx) => {
    const lanes = new Set((await parking.lettersOf(tx, key)).map(({ record }) => record.lane));
    const locked = await checkpoints.lock(tx, [...lanes]);
    const letters = await parking.lettersOf(tx, key);
    const applied: Letter[] = [];
    let reason: string | null = null;
    for (const letter of letters) {
      reason = await tryAlone(tx, applier, decodeRecord(letter.record));
      if (reason !== null) break;
      applied.push(letter);
    }
    const next = letters[applied.length];
    if (next && reason !== null) await parking.restate(tx, { ...next, reason });
    for (const [lane, checkpoint] of locked) {
      const positions = applied
        .map(({ record }) => record)
        .filter((each) => each.lane === lane)
        .map(({ position }) => position);
      await parking.take(tx, lane, positions);
      await checkpoints.move(tx, [{ ...checkpoint, letters: checkpoint.letters - positions.length }]);
    }
    return { applied: applied.length, remaining: letters.length - applied.length, reason };
  });
}
