import { ordinalOf } from '#libs/contracts';
import { LOGGER, type Logger, Unavailable } from '#libs/platform';
import { Inject, Injectable } from '@nestjs/common';
import { Databases, type Watched } from '../facts/databases.js';
import { readConsumer } from '../facts/consumer-facts.js';
import { type JournalFacts, readBacklogs, readJournal } from '../facts/journal-facts.js';
import { type LaneLag, lagOf, lanesBehind } from './lag.js';

export interface ConsumerLag {
  readonly watched: Watched;
  readonly live: boolean;
  /** Null when its database does not answer. */
  readonly lanes: readonly LaneLag[] | null;
}

export interface LagReport {
  /** Milliseconds since 1970. */
  readonly at: number;
  /** Accepted events that are not on the topics yet. */
  readonly unrelayed: number;
  readonly consumers: readonly ConsumerLag[];
}

/** Answers that come together, a scrape and a page for example, share one look at the databases. */
const SHARED_MS = 500;

@Injectable()
export class LagReader {
  #shared: { readonly until: number; readonly report: Promise<LagReport> } | undefined;

  constructor(
    private readonly databases: Databases,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /** @throws Unavailable JOURNAL_UNAVAILABLE; a consumer whose database is away is reported as such */
  read(): Promise<LagReport> {
    if (!this.#shared || Date.now() >= this.#shared.until)
      this.#shared = { until: Date.now() + SHARED_MS, report: this.#read() };
    return this.#shared.report;
  }

  async #read(): Promise<LagReport> {
    const journal = await readJournal(this.databases.journal).catch((error: unknown) => {
      throw new Unavailable('JOURNAL_UNAVAILABLE', 1, error);
    });
    const consumers = await Promise.all(this.databases.watched.map((watched) => this.#consumer(watched, journal)));
    return {
      at: journal.now,
      unrelayed: journal.lanes.reduce((sum, { head, relayed }) => sum + Math.max(0, head - relayed), 0),
      consumers,
    };
  }

  async #consumer(watched: Watched, journal: JournalFacts): Promise<ConsumerLag> {
    const { id, consumer, pool } = watched;
    try {
      const facts = await readConsumer(pool, consumer);
      const behind = lanesBehind(consumer, journal, facts);
      const backlogs = await readBacklogs(this.databases.journal, behind, consumer.topics.map(ordinalOf));
      return { watched, live: facts.live, lanes: lagOf(journal, facts, backlogs) };
    } catch (err) {
      this.logger.warn({ err, code: 'CONSUMER_NOT_READ', consumer: id }, 'a consumer could not be looked at');
      return { watched, live: false, lanes: null };
    }
  }
}
