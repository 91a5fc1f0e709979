import type { RecordedEvent } from '#libs/contracts';
import { IdColumn } from '../id-column.js';
import { IdTable } from '../id-table.js';
import { textId } from '../ids.js';
import { type JournalRow, placeOf } from '../journal-row.js';
import type { LedgerEntry } from '../ledger/ledger-entry.js';
import type { Report } from '../report.js';

/**
 * The senders' own references: one that a sender used under one key stands once in the journal, also when the answer that
 * named its referral was lost.
 */
export class References {
  readonly #ids = new IdTable();
  readonly #keys = new IdColumn();
  readonly #shared = new Set<number>();
  readonly #submitted = new Set<number>();

  constructor(private readonly report: Report) {}

  /** What a sender said that it submits. */
  expect({ agency, reference, key, command }: LedgerEntry): void {
    if (reference === null || key === null || command !== 'SubmitReferral') return;
    const { row, fresh } = this.#ids.add(textId(`${agency}\n${reference}`));
    if (fresh) this.#keys.set(row, textId(key));
    else if (!this.#keys.at(row)?.equals(textId(key))) this.#shared.add(row);
  }

  add(row: JournalRow, event: RecordedEvent): void {
    if (event.type !== 'ReferralSubmitted' || event.data.reference === null) return;
    const known = this.#ids.rowOf(textId(`${event.data.from.agency}\n${event.data.reference}`));
    if (known < 0 || this.#shared.has(known)) return;
    if (this.#submitted.has(known))
      this.report.found(
        'K2',
        'duplicate',
        placeOf(row),
        `${event.data.reference} was submitted once, and stands twice`,
      );
    this.#submitted.add(known);
  }
}
