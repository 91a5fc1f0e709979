import { Health, LOGGER, type Logger, Metrics } from '#libs/platform';
import { type DynamicModule, Module, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { AliensController } from './aliens/aliens.controller.js';
import type { AuditTrailConfig } from './config.js';
import { TrailConsumer } from './consumer/trail.consumer.js';
import { TRAIL_RUNNER, TrailFeed } from './consumer/trail.feed.js';
import { auditDatabase } from './database/audit-database.js';
import { AuditDoor } from './door/audit-door.js';
import { RootsController } from './roots/roots.controller.js';
import { TraceController } from './trace/trace.controller.js';
import { TraceQuery } from './trace/trace.query.js';

/** The trail: a consumer that grows a tree per lane, and the queries of those who may read it. */
@Module({})
export class AuditTrailModule implements OnApplicationBootstrap, OnApplicationShutdown {
  constructor(
    private readonly consumer: TrailConsumer,
    private readonly database: DataSource,
    private readonly health: Health,
  ) {}

  /** The app also connects the transport: see `connectAuditTrail`. */
  static register(config: AuditTrailConfig): DynamicModule {
    return {
      module: AuditTrailModule,
      controllers: [TrailFeed, TraceController, RootsController, AliensController],
      providers: [
        { provide: DataSource, useFactory: () => auditDatabase(config.databaseUrl).initialize() },
        {
          provide: TrailConsumer,
          inject: [Metrics, LOGGER],
          useFactory: (metrics: Metrics, logger: Logger) => new TrailConsumer(config, { metrics, logger }),
        },
        { provide: TRAIL_RUNNER, inject: [TrailConsumer], useFactory: ({ runner }: TrailConsumer) => runner },
        AuditDoor,
        TraceQuery,
      ],
    };
  }

  onApplicationBootstrap(): void {
    this.consumer.runner.start();
    this.health.registerReadiness('audit-trail-consumer', () => this.consumer.assertFollowing());
    this.health.registerReadiness('audit-trail', () => this.consumer.assertUncontradicted());
  }

  /** The transport is closed by then. */
  async onApplicationShutdown(): Promise<void> {
    await this.consumer.stop();
    await this.database.destroy();
  }
}
