import { topics } from '#libs/contracts';
import { laneTransport, type RecordBatch } from '#libs/event-log';
import { groupOf } from '#libs/projections';
import { Controller } from '@nestjs/common';
import { EventPattern, Payload } from '@nestjs/microservices';
import { FeedConsumer } from './feed.consumer.js';
import { agencyFeed } from './feed.projection.js';

const transport = laneTransport(groupOf(agencyFeed));

/** What Kafka brings for the feed. Batches are only filed: order, effect and checkpoint are the runner's. */
@Controller()
export class FeedIntake {
  constructor(private readonly consumer: FeedConsumer) {}

  @EventPattern<string>(topics.referral, transport)
  referral(@Payload() batch: RecordBatch): void {
    this.consumer.runner.file(batch);
  }

  @EventPattern<string>(topics.escalation, transport)
  escalation(@Payload() batch: RecordBatch): void {
    this.consumer.runner.file(batch);
  }
}
