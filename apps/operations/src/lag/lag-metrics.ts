import { LOGGER, type Logger, Metrics } from '#libs/platform';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { type LagTotals, totalsOf } from './lag.js';
import { LagReader, type LagReport } from './lag-reader.js';

/** The lag as Prometheus sees it: looked up at each scrape. */
@Injectable()
export class LagMetrics implements OnModuleInit {
  constructor(
    private readonly metrics: Metrics,
    private readonly reader: LagReader,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  onModuleInit(): void {
    this.#gauge('bus_lag_events', 'Accepted events that a consumer has still to apply.', ({ events }) => events);
    this.#gauge(
      'bus_lag_seconds',
      'Age of the oldest event that a consumer has still to apply.',
      ({ seconds }) => seconds,
    );
    this.#gauge('bus_parked_events', 'Events that a consumer has set aside.', ({ parked }) => parked);
    this.#gauge('bus_stopped_lanes', 'Lanes that stand still with an alarm.', ({ stopped }) => stopped);
    this.metrics.gauge({
      name: 'bus_unrelayed_events',
      help: 'Accepted events that are not on the topics yet.',
      collect: async (gauge) => this.#look((report) => gauge.set(report.unrelayed)),
    });
  }

  #gauge(name: string, help: string, valueOf: (totals: LagTotals) => number): void {
    this.metrics.gauge({
      name,
      help,
      labels: ['consumer'],
      collect: (gauge) =>
        this.#look(({ consumers }) => {
          gauge.reset(); // what cannot be looked at has no value, rather than its last one
          for (const { watched, lanes } of consumers)
            if (lanes) gauge.set({ consumer: watched.id }, valueOf(totalsOf(lanes)));
        }),
    });
  }

  /** A scrape must not fail as a whole because one database is away. */
  async #look(set: (report: LagReport) => void): Promise<void> {
    try {
      set(await this.reader.read());
    } catch (err) {
      this.logger.warn({ err, code: 'LAG_NOT_READ' }, 'the lag could not be read');
    }
  }
}
