import { topics } from '#libs/contracts';
import { laneTransport, type RecordBatch } from '#libs/event-log';
import { groupOf, ProjectionRunner } from '#libs/projections';
import { Controller, Inject } from '@nestjs/common';
import { EventPattern, Payload } from '@nestjs/microservices';
import { trail } from '../trail.js';

/** Injection token of the trail's own runner: other consumers in one process have theirs. */
export const TRAIL_RUNNER = Symbol('trail runner');

const transport = laneTransport(groupOf(trail));

/** What Kafka brings. Batches are only filed: order, effect and checkpoint are the runner's. */
@Controller()
export class TrailFeed {
  constructor(@Inject(TRAIL_RUNNER) private readonly runner: ProjectionRunner) {}

  @EventPattern<string>(topics.referral, transport)
  referral(@Payload() batch: RecordBatch): void {
    this.runner.file(batch);
  }

  @EventPattern<string>(topics.escalation, transport)
  escalation(@Payload() batch: RecordBatch): void {
    this.runner.file(batch);
  }

  @EventPattern<string>(topics.access, transport)
  access(@Payload() batch: RecordBatch): void {
    this.runner.file(batch);
  }

  @EventPattern<string>(topics.membership, transport)
  membership(@Payload() batch: RecordBatch): void {
    this.runner.file(batch);
  }
}
