import { advanceBusClock, type BusClock, readBusClock } from '#libs/journal';
import { CliFault, EXIT } from '../terminal/fault.js';
import type { DataFolder } from './data-folder.js';
import { asJournalOwner } from './journal-owner.js';

/** The time that a bus judges by, which tests and training put ahead: docs/operations/clocks.md. */
export class BusTime {
  constructor(private readonly folder: DataFolder) {}

  /** @throws CliFault */
  read(): Promise<BusClock> {
    return asJournalOwner(this.folder, readBusClock);
  }

  /** It never goes back. @throws CliFault, also where the time of this bus may not be put ahead */
  async advance(byMs: number): Promise<BusClock> {
    const clock = await asJournalOwner(this.folder, (journal) => advanceBusClock(journal, byMs));
    if (clock) return clock;
    throw new CliFault(
      EXIT.usage,
      'this bus was not created with a time that may be put ahead',
      'try it on one of npm start',
    );
  }
}
