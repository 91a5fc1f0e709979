import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { EventData } from '#libs/contracts';
import { leg, plainSubmission, rightsOf } from '#libs/domain';
import type { LegEvent } from '#libs/domain';
import { type Actor, DomainError } from '#libs/kernel';
import type { Submission } from '../../../apps/referrals/src/content/submission.schema.js';
import { directory } from '../../deployment/index.js';
import { EventEntity, type EventMeta, OutboxEntity, ReferralEntity } from './entities.js';
import type { Message } from './messages.js';

export interface Said {
  readonly actor: Actor;
  readonly key: string;
  readonly correlation: string;
  readonly submission: Submission;
}

/** State, events and outbox of a submission, saved in one transaction. */
@Injectable()
export class ReferralsService {
  constructor(private readonly database: DataSource) {}

  async submit(said: Said): Promise<object> {
    const now = Date.now();
    const { actor, submission } = said;
    const events = leg.decide(
      { type: 'SubmitReferral', meta: { actor, now }, data: contentOf(said), priority: submission.priority },
      leg.initialState(),
    );
    return this.database.transaction(async (manager) => {
      const referral = await manager.save(manager.create(ReferralEntity, stateOf(said, now)));
      await manager.save(this.eventsOf(manager, referral.id, said, events));
      await manager.save(this.outboxOf(manager, referral.id, said, events));
      return { id: referral.id, ...referral.answer };
    });
  }

  private eventsOf(manager: EntityManager, stream: string, said: Said, events: readonly LegEvent[]): EventEntity[] {
    return events.map(({ type, data }, index) =>
      manager.create(EventEntity, { stream, version: index + 1, type, data, meta: metaOf(said, index, events.length) }),
    );
  }

  private outboxOf(manager: EntityManager, referral: string, said: Said, events: readonly LegEvent[]): OutboxEntity[] {
    return events.map((event, index) => {
      const message: Message = { ...event, referral, meta: metaOf(said, index, events.length) };
      return manager.create(OutboxEntity, { key: referral, message });
    });
  }
}

function stateOf({ actor, key, submission }: Said, now: number): Partial<ReferralEntity> {
  const to = receiverOf(submission);
  return {
    agency: actor.agency,
    idempotencyKey: key,
    request: createHash('sha256').update(JSON.stringify(submission)).digest(),
    status: 'SUBMITTED',
    receiver: to.agency,
    answer: { status: 'SUBMITTED', since: new Date(now).toISOString(), to, priority: submission.priority.level },
  };
}

function contentOf({ actor, submission }: Said): EventData<'ReferralSubmitted'> {
  const { reference, reporter, incident, files, nexus } = submission;
  return {
    ...plainSubmission,
    rules: null,
    priorityStanding: null,
    deliveryRules: null,
    concerned: null,
    waiverJudgedBy: null,
    obligation: null,
    from: { agency: actor.agency, role: actor.role, country: actor.country },
    to: receiverOf(submission),
    reference: reference ?? null,
    reporter: reporter ?? null,
    incident: { ...incident, occurredAt: incident.occurredAt ?? null, zone: incident.zone ?? null },
    files,
    nexus,
    subjects: [],
  };
}

function receiverOf({ to }: Submission): EventData<'ReferralSubmitted'>['to'] {
  const agency = directory.find(to.agency);
  const role = agency?.roles.find((each) => rightsOf(each).receive);
  if (!agency || role === undefined) throw new DomainError('RECIPIENT_UNKNOWN', {}, 422);
  return { agency: agency.code, role, country: agency.country };
}

const metaOf = ({ actor, correlation, submission }: Said, index: number, of: number): EventMeta => ({
  ordinal: index + 1,
  of,
  claimedAt: submission.sentAt ?? null,
  actor,
  correlation,
  causation: null,
  synthetic: submission.synthetic,
});
