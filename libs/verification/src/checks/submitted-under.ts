import type { RecordedEvent } from '#libs/contracts';
import { type Edition, editionsOf, findInForce, type Leg, type Rules } from '#libs/domain';
import { type JournalRow, placeOf } from '../journal-row.js';
import type { Report } from '../report.js';
import type { Words } from './leg-folds.js';

/**
 * How long a process may go on by what it knew of rules before (a quarter of an hour, then it lets nobody in), and by how much
 * the time of a lane may be ahead of the others' (a minute), in milliseconds.
 */
const LATE_MS = 16 * 60_000;

/**
 * That a referral is submitted under the rules that are in force at that time: of what was published long enough ago for every
 * process to know of it, the version that holds by its date; of what was published since, that one or the one before it.
 */
export class SubmittedUnder implements Words {
  /** @param published null where that cannot be read: then nothing is judged */
  constructor(
    private readonly report: Report,
    private readonly published: Rules | null,
  ) {}

  judge(row: JournalRow, event: RecordedEvent, _before: Leg): void {
    if (!this.published) return;
    for (const [set, version] of namedBy(event)) {
      const editions = editionsOf(this.published, 'RULE_SET', set);
      if (editions.length === 0) continue; // of a journal without the lane of membership
      const known = versionsOf(editions, event.meta.acceptedAt);
      this.report.looked('rules');
      if (!known.has(version))
        this.report.found('rules', 'illegal-history', placeOf(row), wordsFor(event, `${set}/${version}`, known));
    }
  }
}

/** What was in force at a time, to processes that knew of all that was published by then, or of the newest not yet. */
function versionsOf(editions: readonly Edition[], at: number): Set<number> {
  // the first version holds from ever, and where none was published yet
  const dated = editions.map((each) => (each.version === 1 ? { ...each, inForceFrom: 0 } : each));
  const newest = dated.filter(({ publishedAt }) => publishedAt > at - LATE_MS).length;
  const counts = Array.from({ length: newest + 1 }, (_, unknown) => dated.length - unknown);
  return new Set(counts.map((count) => findInForce(dated.slice(0, count), at)?.version ?? 1));
}

/** The rules by which a referral begins: null of what an earlier release submitted, which named none. */
function namedBy(event: RecordedEvent): (readonly [set: string, version: number])[] {
  if (event.type !== 'ReferralSubmitted') return [];
  const { rules, deliveryRules } = event.data;
  return [rules, deliveryRules].flatMap((named) => (named ? [[named.set, named.version] as const] : []));
}

const wordsFor = ({ type }: RecordedEvent, named: string, known: ReadonlySet<number>): string =>
  `${type} names ${named}, and version ${[...known].sort((a, b) => a - b).join(' or ')} was in force`;
