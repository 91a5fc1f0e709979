import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { FeedConsumer } from '../feed/feed.consumer.js';
import { AgencyViewsConsumer } from './agency-views.consumer.js';
import type { ViewConsumer } from './view-consumer.js';

/** Connects the consumers' transports to the app that imported the module, before it is initialised; `startAllMicroservices` starts them. */
export function connectAgencyViews(app: NestFastifyApplication): void {
  for (const consumer of [AgencyViewsConsumer, FeedConsumer]) {
    app.connectMicroservice({ strategy: app.get<ViewConsumer>(consumer, { strict: false }).transport });
  }
}
