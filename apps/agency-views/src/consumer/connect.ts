import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AgencyViewsConsumer } from './agency-views.consumer.js';

/** Connects the consumer's transport to the app that imported the module, before it is initialised; `startAllMicroservices` starts it. */
export function connectAgencyViews(app: NestFastifyApplication): void {
  app.connectMicroservice({ strategy: app.get(AgencyViewsConsumer, { strict: false }).transport });
}
