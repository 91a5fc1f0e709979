// The documented NestJS way, its writing half: HTTP, TypeORM, an outbox, ClientKafka.
import { Module } from '@nestjs/common';
import { ClientKafka } from '@nestjs/microservices';
import { DataSource } from 'typeorm';
import { createHttpApp, httpSettings, issuerSettings, readConfig, runApp } from '#libs/platform';
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

const unbounded = { perSecond: 1e6, burst: 1e6, open: 1e6 };

function readWriterConfig() {
  const read = readConfig(z.object({ ...httpSettings, ...issuerSettings }), process.env);
  return {
    auth: { issuer: read.ISSUER_URL, jwksUrl: read.ISSUER_JWKS_URL, audience: read.ISSUER_AUDIENCE },
    bounds: { requests: unbounded, connections: read.MAX_CONNECTIONS },
    port: read.PORT,
    host: read.HOST,
    logLevel: read.LOG_LEVEL,
  };
}

await runApp('baseline-writer', readWriterConfig, async (config, { logger, shutdown }) => {
  const { listen, close } = await createHttpApp(WriterModule, { logger, ...config });
  shutdown.register('http', close);
  await listen();
});
