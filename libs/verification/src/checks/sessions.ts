import { ordinalOf } from '#libs/contracts';
import { type BusPosition, highest, parseBusPosition } from '#libs/kernel';
import { AGENCY_VIEWS } from '../consumers.js';
import { isAccepted, isRead, type LedgerEntry } from '../ledger/ledger-entry.js';
import type { Report } from '../report.js';

const ORDINALS = AGENCY_VIEWS.topics.map(ordinalOf);

/** The reads of a session: none shows less than the one before it, or less than was asked for. */
export class Sessions {
  /** By session and lane: the highest position that was shown. */
  readonly #shown = new Map<string, number>();

  constructor(private readonly report: Report) {}

  /** In the order of the ledger. */
  add(entry: LedgerEntry): void {
    if (!isRead(entry) || !isAccepted(entry) || entry.position === null) return;
    this.report.looked('K9');
    const shown = parseBusPosition(entry.position);
    const at = `session ${entry.session} of ${entry.agency}, ${entry.target}`;
    if (!shown) return this.report.found('K9', 'other-answer', at, 'its Bus-Position is none');
    this.#asked(entry, shown, at);
    if (entry.session === null) return;
    const place = `${entry.agency}\n${entry.session}\n${shown.lane}`;
    const before = this.#shown.get(place) ?? 0;
    if (shown.position < before)
      this.report.found(
        'K9',
        'nonmonotonic-poll',
        at,
        `lane ${shown.lane} at ${shown.position}, after it was at ${before}`,
      );
    this.#shown.set(place, Math.max(before, shown.position));
  }

  #asked({ minimum }: LedgerEntry, shown: BusPosition, at: string): void {
    const asked = minimum === null ? null : parseBusPosition(minimum);
    if (!asked || asked.lane !== shown.lane) return;
    const wanted = highest(asked.vector, ORDINALS);
    if (shown.position < wanted)
      this.report.found(
        'K9',
        'nonmonotonic-poll',
        at,
        `shows position ${shown.position}, at least ${wanted} was asked for`,
      );
  }
}
