import { decodeMeta, type Meta, TOPICS_IN_USE, UndecodableEventError } from '#libs/contracts';
import { type LogRecord, provedAmong } from '#libs/event-log';
import type { Workshop } from './workshop.js';

/** Records of a lane that the journal does not hold, or holds otherwise: what a sealed lane's two histories differ by. */
export async function* strayRecords(
  { topics, repair }: Pick<Workshop, 'topics' | 'repair'>,
  lane: number,
): AsyncGenerator<LogRecord[]> {
  for await (const batch of topics.readLane(lane, TOPICS_IN_USE)) {
    const records = provedAmong(batch);
    const leaves = await repair.leaves(
      lane,
      records.map(({ position }) => position),
    );
    const strays = records.filter(({ position, leaf }) => !leaves.get(position)?.equals(leaf));
    if (strays.length > 0) yield strays;
  }
}

/** What these say of their place and command; those that cannot be read say nothing. */
export function metasOf(records: readonly LogRecord[]): Meta[] {
  return records.flatMap((record) => {
    try {
      return decodeMeta(record);
    } catch (error) {
      if (error instanceof UndecodableEventError) return [];
      throw error;
    }
  });
}
