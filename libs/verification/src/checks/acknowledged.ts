import { transitions } from '#libs/domain';
import { parseBusPosition, parseReferralId } from '#libs/kernel';
import { AGENCY_VIEWS } from '../consumers.js';
import type { Chronicle } from '../lanes/chronicle.js';
import { statusIn } from '../lanes/facet.js';
import { isAccepted, isRead, type LedgerEntry } from '../ledger/ledger-entry.js';
import type { Report } from '../report.js';

/** The event that an accepted command left, now or when it was said first. */
const EVENT_OF: ReadonlyMap<string, string> = new Map(
  Object.values(transitions).map(({ command, event }) => [command, event]),
);

/** The lane of the referral that an entry is about; null where it names none. */
export function laneOf({ id, target }: Pick<LedgerEntry, 'id' | 'target'>): number | null {
  return parseReferralId(id ?? target ?? '')?.lane ?? null;
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
    const referral = id ?? target ?? '';
    const event = EVENT_OF.get(command);
    const rows = [...this.chronicle.historyOf(referral)];
    const lost = (what: string): void => this.report.found('K1', 'lost-write', `${command} ${referral}`, what);
    if (rows.length === 0) return lost('was accepted, and the journal has nothing of it');
    const told = position === null ? null : parseBusPosition(position);
    if (told && told.position > this.chronicle.head)
      return lost(`was accepted at ${told.position}, and its lane ends at ${this.chronicle.head}`);
    if (event === undefined) return;
    const done = rows.filter((row) => this.chronicle.typeOf(row) === event);
    if (done.length === 0)
      return lost(`was accepted, and the journal has no ${event} of it (${reference ?? 'no reference'})`);
    if (told && done.every((row) => this.chronicle.positionOf(row) > told.position))
      lost(`was accepted up to ${told.position}, and its ${event} stands behind that`);
  }

  /** What a read showed is what the events up to there say. */
  #read({ target, position, state }: LedgerEntry): void {
    const shown = position === null ? null : parseBusPosition(position);
    if (!shown || target === null || state === null) return;
    const row = [...this.chronicle.historyOf(target)].find(
      (each) =>
        this.chronicle.positionOf(each) <= shown.position && AGENCY_VIEWS.topics.includes(this.chronicle.topicOf(each)),
    );
    const said = row === undefined ? null : statusIn(this.chronicle.facetOf(row) ?? '');
    const at = `read of ${target} at lane ${shown.lane} position ${shown.position}`;
    if (said === null) this.report.found('K9', 'G1a', at, `showed ${state}, and nothing had happened`);
    else if (said !== state) this.report.found('K9', 'other-state', at, `showed ${state}, the events say ${said}`);
  }
}
