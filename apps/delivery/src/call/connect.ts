import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { CallsConsumer } from './calls.consumer.js';

/** Connects the consumer's transport to the app that imported the module, before it is initialised; `startAllMicroservices` starts it. */
export function connectCalls(app: NestFastifyApplication): void {
  app.connectMicroservice({ strategy: app.get(CallsConsumer, { strict: false }).transport });
}
