import { setTimeout as delay } from 'node:timers/promises';
import { CliFault, EXIT } from '../terminal/fault.js';
import type { Screen } from '../terminal/screen.js';
import { newsOf } from './news.js';
import type { OpenList } from './open-list.js';
import type { Escalation } from './shapes.js';

/** What became of an escalation between two looks. `over`: it is in the list no more, since it was answered or done. */
export interface Change {
  readonly change: 'new' | 'changed' | 'over';
  /** What changed that whoever watches must hear of. */
  readonly news: readonly string[];
  readonly escalation: Escalation;
}

export function changesOf(before: readonly Escalation[], after: readonly Escalation[]): Change[] {
  const earlier = new Map(before.map((each) => [each.id, each]));
  const still = new Set(after.map(({ id }) => id));
  const appeared = after.flatMap((escalation): Change[] => {
    const known = earlier.get(escalation.id);
    if (!known) return [{ change: 'new', news: [], escalation }];
    const news = newsOf(known, escalation);
    return news.length === 0 ? [] : [{ change: 'changed', news, escalation }];
  });
  const gone = before.filter(({ id }) => !still.has(id));
  return [...appeared, ...gone.map((escalation): Change => ({ change: 'over', news: [], escalation }))];
}

export interface Watching {
  readonly everyMs: number;
  /** Ends the watch. */
  readonly signal: AbortSignal;
  readonly screen: Screen;
}

/** Tells every change until it is ended. While the bus is away it goes on asking. */
export async function watch(
  list: OpenList,
  first: readonly Escalation[],
  { everyMs, signal, screen }: Watching,
  tell: (change: Change) => void,
): Promise<void> {
  let before = first;
  let away = false;
  while (await waited(everyMs, signal)) {
    try {
      const after = await list.now();
      if (away) screen.note('the bus answers again');
      away = false;
      changesOf(before, after).forEach(tell);
      before = after;
    } catch (error) {
      if (!(error instanceof CliFault) || error.exit !== EXIT.unreachable) throw error;
      if (!away) screen.note(`${error.message} It is asked again.`);
      away = true;
    }
  }
}

/** False once it was ended. */
const waited = (ms: number, signal: AbortSignal): Promise<boolean> =>
  delay(ms, true, { signal }).catch((error: unknown) => {
    if (signal.aborted) return false;
    throw error;
  });
