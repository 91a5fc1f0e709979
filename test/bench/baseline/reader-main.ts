// The documented NestJS way, its reading half: @EventPattern handlers that save.
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { type KafkaOptions, Transport } from '@nestjs/microservices';
import { DataSource } from 'typeorm';
import { openDatabase, required } from './database.js';
import { InboxItemEntity } from './entities.js';
import { InboxController } from './inbox.controller.js';

/** Partitions whose messages are handled side by side: what lets the pool's connections work at the same time. */
const SIDE_BY_SIDE = 16;

@Module({
  controllers: [InboxController],
  providers: [{ provide: DataSource, useFactory: () => openDatabase(required('DATABASE_URL'), [InboxItemEntity]) }],
})
class ReaderModule {}

const app = await NestFactory.createMicroservice<KafkaOptions>(ReaderModule, {
  transport: Transport.KAFKA,
  logger: ['error', 'warn'],
  options: {
    client: { clientId: 'baseline-reader', brokers: [required('KAFKA_BROKERS')] },
    consumer: { groupId: 'baseline', maxWaitTimeInMs: 100 },
    subscribe: { fromBeginning: true },
    run: { partitionsConsumedConcurrently: SIDE_BY_SIDE },
  },
});
app.enableShutdownHooks();
await app.listen();
process.on('disconnect', () => process.exit());
process.send?.('ready');
