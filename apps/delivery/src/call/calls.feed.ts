import { topics } from '#libs/contracts';
import { laneTransport, type RecordBatch } from '#libs/event-log';
import { groupOf } from '#libs/projections';
import { Controller } from '@nestjs/common';
import { EventPattern, Payload } from '@nestjs/microservices';
import { calls } from './calls.js';
import { CallsConsumer } from './calls.consumer.js';

/** What Kafka brings. Batches are only filed: order, effect and checkpoint are the runner's. */
@Controller()
export class CallsFeed {
  constructor(private readonly consumer: CallsConsumer) {}

  @EventPattern<string>(topics.referral, laneTransport(groupOf(calls)))
  referral(@Payload() batch: RecordBatch): void {
    this.consumer.runner.file(batch);
  }

  @EventPattern<string>(topics.escalation, laneTransport(groupOf(calls)))
  escalation(@Payload() batch: RecordBatch): void {
    this.consumer.runner.file(batch);
  }
}
