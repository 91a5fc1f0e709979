import { LOGGER, type Logger } from '#libs/platform';
import { type DynamicModule, Module, type OnApplicationShutdown } from '@nestjs/common';
import { CallReports } from './call-reports.js';
import { FirstReads } from './first-reads.js';
import { PassedItems } from './passed-items.js';
import { ReceiptsController } from './receipts.controller.js';
import { Retrievals } from './retrievals.js';

/**
 * That referrals were available and that their recipients have them: kept here, asked for by what makes evidence of it. And what
 * was tried to reach people, as what tries it says.
 */
@Module({})
export class ReceiptsModule implements OnApplicationShutdown {
  constructor(
    private readonly retrievals: Retrievals,
    private readonly calls: CallReports,
  ) {}

  static register(databaseUrl: string): DynamicModule {
    return {
      module: ReceiptsModule,
      controllers: [ReceiptsController],
      providers: [
        { provide: CallReports, useFactory: () => new CallReports(databaseUrl) },
        { provide: Retrievals, useFactory: () => new Retrievals(databaseUrl) },
        {
          provide: FirstReads,
          inject: [Retrievals, LOGGER],
          useFactory: (retrievals: Retrievals, logger: Logger) => new FirstReads(retrievals, logger),
        },
        {
          provide: PassedItems,
          inject: [Retrievals, LOGGER],
          useFactory: (retrievals: Retrievals, logger: Logger) => new PassedItems(retrievals, logger),
        },
      ],
      exports: [FirstReads, PassedItems, CallReports],
    };
  }

  async onApplicationShutdown(): Promise<void> {
    await Promise.all([this.retrievals.close(), this.calls.close()]);
  }
}
