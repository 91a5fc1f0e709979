import type { RecordedEvent } from '#libs/contracts';
import { IdTable } from '../id-table.js';
import { uuidBytes } from '../ids.js';
import { type JournalRow, placeOf } from '../journal-row.js';
import type { Report } from '../report.js';

/** Over all lanes: an event id stands once. */
export class UniqueEvents {
  readonly #ids = new IdTable();

  constructor(private readonly report: Report) {}

  add(row: JournalRow, { meta: { eventId } }: RecordedEvent): void {
    this.report.looked('K2');
    const id = uuidBytes(eventId);
    if (!id) this.report.found('K2', 'undecodable', placeOf(row), 'its event id is none');
    else if (!this.#ids.add(id).fresh)
      this.report.found('K2', 'duplicate', placeOf(row), `event ${eventId} stands twice in the journal`);
  }
}
