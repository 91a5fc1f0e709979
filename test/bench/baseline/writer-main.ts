// The documented NestJS way, its writing half: HTTP, TypeORM, an outbox, ClientKafka.
import { Module } from '@nestjs/common';
import { ClientKafka } from '@nestjs/microservices';
import { DataSource } from 'typeorm';
import { createHttpApp, createLogger, httpSettings, issuerSettings, readConfig, Shutdown } from '#libs/platform';
import { z } from 'zod';
import { openDatabase, required } from './database.js';
import { EventEntity, OutboxEntity, ReferralEntity } from './entities.js';
import { KAFKA, OutboxPublisher } from './outbox.publisher.js';
import { BaselineReferralsController } from './referrals.controller.js';
import { ReferralsService } from './referrals.service.js';

@Module({
  controllers: [BaselineReferralsController],
  providers: [
    ReferralsService,
    OutboxPublisher,
    {
      provide: DataSource,
      useFactory: () => openDatabase(required('DATABASE_URL'), [ReferralEntity, EventEntity, OutboxEntity]),
    },
    {
      provide: KAFKA,
      useFactory: () =>
        new ClientKafka({
          client: { clientId: 'baseline-writer', brokers: [required('KAFKA_BROKERS')] },
          producerOnlyMode: true,
          send: { acks: -1 },
        }),
    },
  ],
})
class WriterModule {}

const config = readConfig(z.object({ ...httpSettings, ...issuerSettings }), process.env);
const logger = createLogger({ app: 'baseline-writer', level: config.LOG_LEVEL });
const shutdown = new Shutdown({ logger });
shutdown.listen();
const http = await createHttpApp(WriterModule, {
  logger,
  auth: { issuer: config.ISSUER_URL, jwksUrl: config.ISSUER_JWKS_URL, audience: config.ISSUER_AUDIENCE },
  port: config.PORT,
  host: config.HOST,
});
shutdown.register('http', () => http.close());
await http.listen();
