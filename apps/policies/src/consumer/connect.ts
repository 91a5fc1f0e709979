import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { PoliciesConsumer } from './policies.consumer.js';

/** Connects the consumer's transport to the app that imported the module, before it is initialised; `startAllMicroservices` starts it. */
export function connectPolicies(app: NestFastifyApplication): void {
  app.connectMicroservice({ strategy: app.get(PoliciesConsumer, { strict: false }).transport });
}
