import { Members } from '#libs/membership';
import { Health, LOGGER, type Logger, Metrics } from '#libs/platform';
import { type DynamicModule, Module, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { CallsModule } from './call/calls.module.js';
import type { DeliveryConfig } from './config.js';
import { Sending } from './sending/sending.js';
import { Deliveries } from './webhook/deliveries.js';
import { Webhooks } from './webhook/webhooks.js';
import { WebhooksController } from './webhook/webhooks.controller.js';

/**
 * What agencies are told, brought to their own systems: webhooks, and what sends to them; and whoever must act, called by every
 * channel. Needs Members beside it.
 */
@Module({})
export class DeliveryModule implements OnApplicationBootstrap, OnApplicationShutdown {
  constructor(
    private readonly sending: Sending,
    private readonly health: Health,
  ) {}

  /** The app also connects the transport: see `connectCalls`. */
  static register(config: DeliveryConfig): DynamicModule {
    return { ...DeliveryModule.sending(config), imports: [CallsModule.register(config)] };
  }

  /** Without what hears the log, so that no broker is needed: for measurements. */
  static sending(config: DeliveryConfig): DynamicModule {
    return {
      module: DeliveryModule,
      controllers: [WebhooksController],
      providers: [
        {
          provide: Sending,
          inject: [Members, Metrics, LOGGER],
          useFactory: (members: Members, metrics: Metrics, logger: Logger) =>
            new Sending(config, { members, metrics, logger }),
        },
        { provide: Webhooks, inject: [Sending], useFactory: ({ webhooks }: Sending) => webhooks },
        { provide: Deliveries, inject: [Sending], useFactory: ({ deliveries }: Sending) => deliveries },
      ],
    };
  }

  onApplicationBootstrap(): void {
    this.sending.start();
    this.health.registerReadiness('delivery', () => this.sending.assertDispatching());
  }

  async onApplicationShutdown(): Promise<void> {
    await this.sending.stop();
  }
}
