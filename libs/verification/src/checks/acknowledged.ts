import { escalationWords, type Transition, transitions } from '#libs/domain';
import { parseBusPosition, parseReferralId } from '#libs/kernel';
import { AGENCY_VIEWS } from '../consumers.js';
import type { Chronicle } from '../lanes/chronicle.js';
import { statusIn } from '../lanes/facet.js';
import { isAccepted, isRead, type LedgerEntry, READ_TIMELINE } from '../ledger/ledger-entry.js';
import type { Report } from '../report.js';

interface Effect {
  /** The events of which an accepted command left one, now or when it was said first. */
  readonly events: readonly string[];
  /** Where the command says nothing new, so that it was accepted without an event. */
  readonly alreadySaid: readonly string[];
}

const EFFECTS: ReadonlyMap<string, Effect> = new Map(
  Object.entries<Transition>({ ...transitions, ...escalationWords }).map(([command, { moves, alreadySaid = [] }]) => [
    command,
    { events: [...new Set(moves.map(({ event }) => event))], alreadySaid },
  ]),
);

/** The lane of the referral that an entry is about; of what is no referral's, the lane that it was answered from; null where neither is named. */
export function laneOf({ id, target, position }: Pick<LedgerEntry, 'id' | 'target' | 'position'>): number | null {
  const referral = id ?? target;
  if (referral !== null) return parseReferralId(referral)?.lane ?? null;
  return parseBusPosition(position ?? '')?.lane ?? null;
}

/** What agencies were told of the referrals of one lane, against its journal: each entry by itself. */
export class Acknowledged {
  constructor(
    private readonly chronicle: Chronicle,
    private readonly report: Report,
  ) {}

  add(entry: LedgerEntry): void {
    if (!isAccepted(entry)) return;
    if (isRead(entry)) this.#read(entry);
    else this.#command(entry);
  }

  #command({ command, id, target, position, reference }: LedgerEntry): void {
    this.report.looked('K1');
    const referral = id ?? target;
    const lost = (what: string): void => this.report.found('K1', 'lost-write', `${command} ${referral ?? ''}`, what);
    const upTo = position === null ? Infinity : (parseBusPosition(position)?.position ?? Infinity);
    if (upTo !== Infinity && upTo > this.chronicle.head)
      return lost(`was accepted at ${upTo}, and its lane ends at ${this.chronicle.head}`);
    if (referral === null) return; // of membership: its place is all that its answer names
    const rows = [...this.chronicle.historyOf(referral)];
    if (rows.length === 0) return lost('was accepted, and the journal has nothing of it');
    const effect = EFFECTS.get(command);
    if (!effect) return;
    const before = rows.filter((row) => this.chronicle.positionOf(row) <= upTo);
    const said = before.some((row) => effect.events.includes(this.chronicle.typeOf(row) ?? ''));
    const [last] = before;
    const status = last === undefined ? '' : statusIn(this.chronicle.facetOf(last) ?? '');
    if (!said && !effect.alreadySaid.includes(status))
      lost(
        `was accepted, and the journal has no ${effect.events.join(' or ')} of it up to there (${reference ?? 'no reference'})`,
      );
  }

  /** What a read showed is what the events up to there say. */
  #read({ command, target, position, state }: LedgerEntry): void {
    const shown = position === null ? null : parseBusPosition(position);
    if (!shown || target === null || state === null) return;
    const history = [...this.chronicle.historyOf(target)].filter((row) =>
      AGENCY_VIEWS.topics.includes(this.chronicle.topicOf(row)),
    );
    const done = history.filter((row) => this.chronicle.positionOf(row) <= shown.position);
    const at = `${command} of ${target} at lane ${shown.lane} position ${shown.position}`;
    const [last] = done;
    if (last === undefined) return this.report.found('K9', 'G1a', at, `showed ${state}, and nothing had happened`);
    if (command === READ_TIMELINE) return this.#timeline(at, state.split(','), history.toReversed(), done.length);
    const said = statusIn(this.chronicle.facetOf(last) ?? '');
    if (said !== state) this.report.found('K9', 'other-state', at, `showed ${state}, the events say ${said}`);
  }

  /** Its rows are read after its position was: it may show more than it says, and nothing in another order. */
  #timeline(at: string, shown: readonly string[], history: readonly number[], least: number): void {
    const ordered = shown.every((type, index) => type === this.chronicle.typeOf(history[index] ?? -1));
    if (!ordered)
      this.report.found('K9', 'nonmonotonic-poll', at, 'showed other events, or another order, than the log');
    else if (shown.length < least)
      this.report.found('K9', 'poll-skip', at, `showed ${shown.length} events, there were ${least}`);
  }
}
