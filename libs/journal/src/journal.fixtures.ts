import { randomUUID } from 'node:crypto';
import { v7 } from 'uuid';
import { formatReferralId } from '#libs/kernel';
import type { Actor } from '#libs/kernel';
import { leg, plainSubmission } from '#libs/domain';
import type { Leg, LegCommand, Submission } from '#libs/domain';
import type { Fold, LaneCommand, Outcome } from './command.js';
import { DigestKeys } from './digest-keys.js';

export const digestKeys = new DigestKeys('d1', { d1: Buffer.alloc(32, 7) });

export const legFold: Fold<Leg> = leg;

const sender: Actor = { agency: 'US-CLEAR', role: 'CLEARINGHOUSE', country: 'US', client: 'us-clear', person: null };
const receiver: Actor = { agency: 'PH-WCPC', role: 'LE_UNIT', country: 'PH', client: 'ph-wcpc', person: 'p-1' };

/** Lane in which refusals of these fixtures' agencies are recorded. */
export const ACCESS_LANE = 50;

const submission: Submission = {
  ...plainSubmission,
  from: { agency: 'US-CLEAR', role: 'CLEARINGHOUSE', country: 'US' },
  to: { agency: 'PH-WCPC', role: 'LE_UNIT', country: 'PH' },
  reference: null,
  reporter: null,
  incident: { offenceType: 'SOLICITATION', modifiers: [], occurredAt: null, zone: null },
  files: [],
  nexus: [],
  subjects: [],
};

type Word = 'ReceiveReferral' | 'AcknowledgeReferral';

interface Said {
  readonly lane?: number;
  readonly key?: string;
  readonly request?: string;
  readonly reference?: string;
}

/** A submission into `lane`, with a new id each time, as the door makes it. */
export function submit({ lane = 3, key = randomUUID(), request = 'same', reference }: Said = {}): LaneCommand<Leg> {
  const id = formatReferralId({ jurisdiction: 'PH', lane, uuid: v7() });
  return command(sender, id, lane, key, request, (meta) => ({
    type: 'SubmitReferral',
    meta,
    data: { ...submission, reference: reference ?? null },
    priority: { level: 'P3', reasons: ['IDENTIFIED_SUSPECT'] },
  }));
}

/** The receiver's word on an existing leg. */
export function say(id: string, type: Word, said: Said = {}): LaneCommand<Leg> {
  return sayAs(receiver, id, type, said);
}

/** The same from the sender, for whom it is refused: it is not for this side to say. */
export function sayWrongly(id: string, type: Word, said: Said = {}): LaneCommand<Leg> {
  return sayAs(sender, id, type, said);
}

/** The sender takes a submission back, which ends it. */
export function withdraw(id: string, { lane = 3, key = randomUUID(), request = 'same' }: Said = {}): LaneCommand<Leg> {
  return command(sender, id, lane, key, request, (meta) => ({
    type: 'WithdrawReferral',
    meta,
    data: { reason: 'FACTS_DISPROVED', note: null },
  }));
}

/** The receiver passes the case back to where it came from, which it must not. */
export function forwardBack(
  id: string,
  { lane = 3, key = randomUUID(), request = 'same' }: Said = {},
): LaneCommand<Leg> {
  const onward = {
    routine: 'US.3.0198c1f0-0000-7000-8000-000000000001',
    urgent: 'US.4.0198c1f0-0000-7000-8000-000000000001',
  };
  return command(receiver, id, lane, key, request, (meta) => ({
    type: 'ForwardReferral',
    meta,
    data: { to: submission.from, leg: onward, reason: null, note: null },
  }));
}

function sayAs(
  actor: Actor,
  id: string,
  type: Word,
  { lane = 3, key = randomUUID(), request = 'same' }: Said,
): LaneCommand<Leg> {
  return command(actor, id, lane, key, request, (meta) => ({ type, meta, data: {} }));
}

/** The leg of what was recorded. @throws Error when nothing was */
export function idOf(outcome: Outcome<Leg>): string {
  const id = outcome.kind === 'recorded' ? outcome.events[0]?.meta.leg : null;
  if (!id) throw new Error('nothing recorded');
  return id;
}

function command(
  actor: Actor,
  id: string,
  lane: number,
  key: string,
  request: string,
  make: (meta: LegCommand['meta']) => LegCommand,
): LaneCommand<Leg> {
  const name = make({ actor, now: 0 }).type;
  return {
    name,
    lane,
    key: id,
    actor,
    idempotency: { key, request },
    correlation: randomUUID(),
    causation: null,
    claimedAt: null,
    synthetic: false,
    target: id,
    refusalLane: ACCESS_LANE,
    decide: (state, now) => leg.decide(make({ actor, now }), state),
  };
}
