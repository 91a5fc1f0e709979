import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { TrailConsumer } from './trail.consumer.js';

/** Connects the consumer's transport to the app that imported the module, before it is initialised; `startAllMicroservices` starts it. */
export function connectAuditTrail(app: NestFastifyApplication): void {
  app.connectMicroservice({ strategy: app.get(TrailConsumer, { strict: false }).transport });
}
