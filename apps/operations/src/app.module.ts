import { Health, LOGGER, type Logger } from '#libs/platform';
import { type DynamicModule, Module, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import type { OperationsConfig } from './config.js';
import { Databases } from './facts/databases.js';
import { LagController } from './lag/lag.controller.js';
import { LagMetrics } from './lag/lag-metrics.js';
import { LagReader } from './lag/lag-reader.js';
import { ParkingController } from './parking/parking.controller.js';

/** What operators see and do: lag, and what is parked. Needs Members beside it. */
@Module({})
export class OperationsModule implements OnApplicationBootstrap, OnApplicationShutdown {
  constructor(
    private readonly databases: Databases,
    private readonly health: Health,
  ) {}

  static register(config: OperationsConfig): DynamicModule {
    return {
      module: OperationsModule,
      controllers: [LagController, ParkingController],
      providers: [
        { provide: Databases, inject: [LOGGER], useFactory: (logger: Logger) => new Databases(config, logger) },
        LagReader,
        LagMetrics,
      ],
    };
  }

  onApplicationBootstrap(): void {
    this.health.registerReadiness('operations', async () => void (await this.databases.journal.query('SELECT 1')));
  }

  async onApplicationShutdown(): Promise<void> {
    await this.databases.close();
  }
}
