import { topics } from '#libs/contracts';
import { laneTransport, type RecordBatch } from '#libs/event-log';
import { groupOf, ProjectionRunner } from '#libs/projections';
import { Controller } from '@nestjs/common';
import { EventPattern, Payload } from '@nestjs/microservices';
import { agencyViews } from '../agency-views.projection.js';

const transport = laneTransport(groupOf(agencyViews));

/** What Kafka brings. Batches are only filed: order, effect and checkpoint are the runner's. */
@Controller()
export class AgencyViewsFeed {
  constructor(private readonly runner: ProjectionRunner) {}

  @EventPattern<string>(topics.referral, transport)
  referral(@Payload() batch: RecordBatch): void {
    this.runner.file(batch);
  }

  @EventPattern<string>(topics.escalation, transport)
  escalation(@Payload() batch: RecordBatch): void {
    this.runner.file(batch);
  }
}
