import type { Leg } from '#libs/domain';
import { Journal, legFold } from '#libs/journal';
import type { Members } from '#libs/membership';
import { Health, LOGGER, type Logger, Metrics } from '#libs/platform';
import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { ReferralsConfig } from '../config.js';
import { showJournal } from './journal-metrics.js';

/** @throws when the database cannot be reached or has not been migrated */
export function openLegJournal(config: ReferralsConfig, members: Members, logger: Logger): Promise<Journal<Leg>> {
  return Journal.open<Leg>({
    database: { connectionString: config.journalUrl },
    fold: legFold(() => members.rulebook),
    laneClassOf: (lane) => members.directory.lanes.classOf(lane),
    digestKeys: config.digestKeys,
    onError: (err) => logger.warn({ err, part: 'journal' }, 'journal connection failed'),
  });
}

/** Shows the journal to operators, and stops it once the doors are closed and open commands are answered. */
@Injectable()
export class JournalKeeper implements OnApplicationShutdown {
  constructor(
    private readonly journal: Journal<Leg>,
    @Inject(LOGGER) private readonly logger: Logger,
    health: Health,
    metrics: Metrics,
  ) {
    health.registerReadiness('journal', () => journal.ready());
    showJournal(journal, metrics);
  }

  async onApplicationShutdown(): Promise<void> {
    await this.journal.stop();
    this.logger.info({ part: 'journal' }, 'stopped');
  }
}
