// The feed's routes alone, on tables that are filled: no consumer, so that reading is all that is measured.
import { createHttpApp, LOGGER, type Logger, runApp } from '#libs/platform';
import { PositionGate } from '#libs/projections';
import { BoundedClient } from '#libs/postgres';
import { besideMembers } from '#libs/testing';
import { type BeforeApplicationShutdown, Module, type OnApplicationBootstrap } from '@nestjs/common';
import { Pool } from 'pg';
import { readAgencyViewsConfig } from '../../../apps/agency-views/src/config.js';
import { FeedAhead } from '../../../apps/agency-views/src/feed/feed-ahead.js';
import { FeedDelegates } from '../../../apps/agency-views/src/feed/feed-delegates.js';
import { defaultFeedBounds, FeedPlaces } from '../../../apps/agency-views/src/feed/feed-places.js';
import { FeedReaders } from '../../../apps/agency-views/src/feed/feed-readers.js';
import { FeedReads } from '../../../apps/agency-views/src/feed/feed-reads.js';
import { FeedStores } from '../../../apps/agency-views/src/feed/feed-stores.js';
import { FeedStreams } from '../../../apps/agency-views/src/feed/feed-streams.js';
import { FeedVisits } from '../../../apps/agency-views/src/feed/feed-visits.js';
import { FeedWakes } from '../../../apps/agency-views/src/feed/feed-wakes.js';
import { FeedController } from '../../../apps/agency-views/src/feed/feed.controller.js';
import { agencyFeed } from '../../../apps/agency-views/src/feed/feed.projection.js';
import { ReceiptsModule } from '../../../apps/agency-views/src/receipts/receipts.module.js';
import { benchDirectory } from '../delivery/agencies.js';

const config = readAgencyViewsConfig();
const pool = new Pool({ connectionString: config.databaseUrl, Client: BoundedClient, max: 1 });

@Module({
  imports: [ReceiptsModule.register(config.databaseUrl)],
  controllers: [FeedController],
  providers: [
    {
      provide: FeedStores,
      useFactory: () => new FeedStores(config.databaseUrl, new PositionGate({ pool, consumer: agencyFeed })),
    },
    {
      provide: FeedWakes,
      inject: [LOGGER],
      useFactory: (logger: Logger) => new FeedWakes(config.databaseUrl, logger),
    },
    { provide: FeedPlaces, useFactory: () => new FeedPlaces(defaultFeedBounds) },
    FeedAhead,
    FeedDelegates,
    FeedReaders,
    FeedReads,
    FeedStreams,
    FeedVisits,
  ],
})
class FeedRoutes implements OnApplicationBootstrap, BeforeApplicationShutdown {
  constructor(private readonly wakes: FeedWakes) {}

  /** Else whoever waits for an item is only told of it when its wait is over. */
  onApplicationBootstrap(): void {
    this.wakes.start();
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.wakes.stop();
  }
}

await runApp(
  'feed',
  () => config,
  async ({ auth, bounds, port, host }, { logger, shutdown }) => {
    const { listen, close } = await createHttpApp(
      besideMembers({ directory: benchDirectory }, { module: FeedRoutes }),
      {
        logger,
        auth,
        bounds,
        port,
        host,
      },
    );
    shutdown.register('http', close);
    await listen();
  },
);
