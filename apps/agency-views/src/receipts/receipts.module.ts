import { LOGGER, type Logger } from '#libs/platform';
import { type DynamicModule, Module, type OnApplicationShutdown } from '@nestjs/common';
import { FirstReads } from './first-reads.js';
import { PassedItems } from './passed-items.js';
import { ReceiptsController } from './receipts.controller.js';
import { Retrievals } from './retrievals.js';

/** That referrals were available and that their recipients have them: kept here, asked for by what makes evidence of it. */
@Module({})
export class ReceiptsModule implements OnApplicationShutdown {
  constructor(private readonly retrievals: Retrievals) {}

  static register(databaseUrl: string): DynamicModule {
    return {
      module: ReceiptsModule,
      controllers: [ReceiptsController],
      providers: [
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
      exports: [FirstReads, PassedItems],
    };
  }

  async onApplicationShutdown(): Promise<void> {
    await this.retrievals.close();
  }
}
