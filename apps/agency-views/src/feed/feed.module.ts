import { Health, LOGGER, type Logger, Metrics } from '#libs/platform';
import { PositionGate } from '#libs/projections';
import {
  type BeforeApplicationShutdown,
  type DynamicModule,
  Module,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';
import type { AgencyViewsConfig } from '../config.js';
import { DelegateController } from './delegate.controller.js';
import { FeedAhead } from './feed-ahead.js';
import { FeedDelegates } from './feed-delegates.js';
import { defaultFeedBounds, FeedPlaces } from './feed-places.js';
import { FeedReaders } from './feed-readers.js';
import { FeedReads } from './feed-reads.js';
import { FeedStores } from './feed-stores.js';
import { FeedStreams } from './feed-streams.js';
import { FeedVisits } from './feed-visits.js';
import { FeedWakes } from './feed-wakes.js';
import { FeedConsumer } from './feed.consumer.js';
import { FeedController } from './feed.controller.js';
import { FeedIntake } from './feed.intake.js';
import { agencyFeed } from './feed.projection.js';

/** An agency's feed: its own consumer, its own connections, its own bounds. */
@Module({})
export class FeedModule implements OnApplicationBootstrap, BeforeApplicationShutdown, OnApplicationShutdown {
  constructor(
    private readonly consumer: FeedConsumer,
    private readonly stores: FeedStores,
    private readonly wakes: FeedWakes,
    private readonly places: FeedPlaces,
    private readonly health: Health,
    private readonly metrics: Metrics,
  ) {}

  /** @param receipts notes what agencies come back from */
  static register(config: AgencyViewsConfig, receipts: DynamicModule): DynamicModule {
    return {
      module: FeedModule,
      imports: [receipts],
      controllers: [FeedIntake, DelegateController, FeedController],
      providers: [
        {
          provide: FeedConsumer,
          inject: [Metrics, LOGGER],
          useFactory: (metrics: Metrics, logger: Logger) => new FeedConsumer(config, { metrics, logger }),
        },
        {
          provide: FeedStores,
          inject: [FeedConsumer],
          useFactory: (consumer: FeedConsumer) => new FeedStores(config.databaseUrl, gateOf(consumer)),
        },
        {
          provide: FeedWakes,
          inject: [LOGGER],
          useFactory: (logger: Logger) => new FeedWakes(config.databaseUrl, logger),
        },
        { provide: FeedPlaces, useFactory: () => new FeedPlaces(config.feeds ?? defaultFeedBounds) },
        FeedAhead,
        FeedDelegates,
        FeedReaders,
        FeedReads,
        FeedStreams,
        FeedVisits,
      ],
    };
  }

  onApplicationBootstrap(): void {
    this.consumer.runner.start();
    this.wakes.start();
    this.health.registerReadiness('agency-feed-consumer', () => this.consumer.assertFollowing());
    this.health.registerReadiness('agency-feed', () => this.stores.assertBegun());
    const { places } = this;
    this.metrics.gauge({
      name: 'bus_feeds_open',
      help: 'Feeds that are open: requests that wait, and streams.',
      collect: (gauge) => gauge.set(places.size),
    });
  }

  /** Before the door closes: what waits is answered. */
  async beforeApplicationShutdown(): Promise<void> {
    await this.wakes.stop();
  }

  /** The transport is closed by then. */
  async onApplicationShutdown(): Promise<void> {
    await this.consumer.stop();
    await this.stores.pool.end();
  }
}

const gateOf = ({ pool, runner }: FeedConsumer): PositionGate =>
  new PositionGate({ pool, consumer: agencyFeed, progress: runner.progress });
