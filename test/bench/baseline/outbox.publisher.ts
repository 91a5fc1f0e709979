import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { ClientKafka } from '@nestjs/microservices';
import { lastValueFrom } from 'rxjs';
import { setTimeout as delay } from 'node:timers/promises';
import { DataSource } from 'typeorm';
import { OutboxEntity } from './entities.js';
import { TOPIC } from './messages.js';

export const KAFKA = Symbol('kafka');
const AT_ONCE = 500;
const PAUSE_MS = 20;

/** Publishes what the outbox holds, oldest first, and forgets it once the broker has confirmed it. */
@Injectable()
export class OutboxPublisher implements OnApplicationBootstrap, OnApplicationShutdown {
  private stopping = false;
  private running: Promise<void> = Promise.resolve();

  constructor(
    private readonly database: DataSource,
    @Inject(KAFKA) private readonly kafka: ClientKafka,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.kafka.connect();
    this.running = this.run();
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopping = true;
    await this.running;
    await this.kafka.close();
    await this.database.destroy();
  }

  private async run(): Promise<void> {
    while (!this.stopping) {
      const rows = await this.database.getRepository(OutboxEntity).find({ order: { id: 'ASC' }, take: AT_ONCE });
      if (rows.length === 0) await delay(PAUSE_MS);
      else await this.publish(rows);
    }
  }

  /** One request for all of them: a request a message, as plain `emit` sends it, is several times slower. */
  private async publish(rows: OutboxEntity[]): Promise<void> {
    const messages = rows.map(({ key, message }) => ({ key, value: message }));
    await lastValueFrom(this.kafka.emitBatch(TOPIC, { messages }), { defaultValue: undefined });
    await this.database.getRepository(OutboxEntity).delete(rows.map(({ id }) => id));
  }
}
