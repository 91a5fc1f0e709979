import { Health, LOGGER, type Logger, Metrics } from '#libs/platform';
import { type DynamicModule, Module, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import type { RelayConfig } from './config.js';
import { Relay } from './relay.js';

/** The journal's way to Kafka, in a process of its own or beside others. It has no door but the probes. */
@Module({})
export class RelayModule implements OnApplicationBootstrap, OnApplicationShutdown {
  constructor(
    private readonly relay: Relay,
    private readonly health: Health,
  ) {}

  static register(config: RelayConfig): DynamicModule {
    const provider = {
      provide: Relay,
      inject: [Metrics, LOGGER],
      useFactory: (metrics: Metrics, logger: Logger) => new Relay(config, { metrics, logger }),
    };
    return { module: RelayModule, providers: [provider], exports: [Relay] };
  }

  onApplicationBootstrap(): void {
    this.health.registerReadiness('relay', () => this.relay.assertReady());
    this.relay.start();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.relay.stop();
  }
}
