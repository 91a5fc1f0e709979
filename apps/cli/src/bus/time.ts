import { advanceBusClock, type BusClock, readBusClock } from '#libs/journal';
import { tellTimeAhead } from '#libs/projections';
import { CliFault, EXIT } from '../terminal/fault.js';
import type { DataFolder } from './data-folder.js';
import { asOwner } from './database-owner.js';

/** The time that a bus judges by, which tests and training put ahead: docs/operations/clocks.md. */
export class BusTime {
  constructor(private readonly folder: DataFolder) {}

  /** @throws CliFault */
  read(): Promise<BusClock> {
    return asOwner(this.folder, 'journal', readBusClock);
  }

  /**
   * It never goes back. The views are told, which cannot reach the journal; where that fails, the next time does it.
   * @throws CliFault, also where the time of this bus may not be put ahead
   */
  async advance(byMs: number): Promise<BusClock> {
    const clock = await asOwner(this.folder, 'journal', (journal) => advanceBusClock(journal, byMs));
    if (!clock)
      throw new CliFault(
        EXIT.usage,
        'this bus was not created with a time that may be put ahead',
        'try it on one of npm start',
      );
    await asOwner(this.folder, 'views', (views) => tellTimeAhead(views, clock.aheadMs));
    return clock;
  }
}
