import { advanceBusClock, type BusClock, readBusClock } from '#libs/journal';
import { tellTimeAhead } from '#libs/projections';
import { CliFault, EXIT } from '../terminal/fault.js';
import type { DataFolder } from './data-folder.js';
import { asOwner } from './database-owner.js';
import type { BusDatabase } from './database-url.js';

/** The time that a bus judges by, which tests and training put ahead: docs/operations/clocks.md. */
export class BusTime {
  constructor(private readonly folder: DataFolder) {}

  /** @throws CliFault */
  read(): Promise<BusClock> {
    return asOwner(this.folder, 'journal', readBusClock);
  }

  /**
   * It never goes back. The views and what is delivered are told, which cannot reach the journal; where that fails, the next time
   * does it.
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
    for (const name of this.#told())
      await asOwner(this.folder, name, (database) => tellTimeAhead(database, clock.aheadMs));
    return clock;
  }

  /** Databases of what judges by the time of the bus and cannot ask for it. A cluster of other names may have none that is delivered from. */
  #told(): BusDatabase[] {
    const { databases } = this.folder.endpoints();
    return databases && databases.delivery === undefined ? ['views'] : ['views', 'delivery'];
  }
}
