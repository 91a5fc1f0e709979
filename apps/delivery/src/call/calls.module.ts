import { Health, LOGGER, type Logger, Metrics } from '#libs/platform';
import { type DynamicModule, Module, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { CallsConsumer, type CallsConsumerConfig } from './calls.consumer.js';
import { CallsFeed } from './calls.feed.js';

/** Hears whom somebody must reach. The app also connects the transport: see `connectCalls`. */
@Module({})
export class CallsModule implements OnApplicationBootstrap, OnApplicationShutdown {
  constructor(
    private readonly consumer: CallsConsumer,
    private readonly health: Health,
  ) {}

  static register(config: CallsConsumerConfig): DynamicModule {
    return {
      module: CallsModule,
      controllers: [CallsFeed],
      providers: [
        {
          provide: CallsConsumer,
          inject: [Metrics, LOGGER],
          useFactory: (metrics: Metrics, logger: Logger) => new CallsConsumer(config, { metrics, logger }),
        },
      ],
    };
  }

  onApplicationBootstrap(): void {
    this.health.registerReadiness('delivery-calls', () => this.consumer.assertFollowing());
  }

  /** The transport is closed by then. */
  async onApplicationShutdown(): Promise<void> {
    await this.consumer.stop();
  }
}
