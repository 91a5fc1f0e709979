import { topics } from '#libs/contracts';
import { laneTransport, type RecordBatch } from '#libs/event-log';
import { groupOf } from '#libs/projections';
import { Controller } from '@nestjs/common';
import { EventPattern, Payload } from '@nestjs/microservices';
import { policies } from '../policies.js';
import { PoliciesConsumer } from './policies.consumer.js';

/** What Kafka brings. Batches are only filed: order, effect and checkpoint are the runner's. */
@Controller()
export class PoliciesFeed {
  constructor(private readonly consumer: PoliciesConsumer) {}

  @EventPattern<string>(topics.referral, laneTransport(groupOf(policies)))
  referral(@Payload() batch: RecordBatch): void {
    this.consumer.runner.file(batch);
  }
}
