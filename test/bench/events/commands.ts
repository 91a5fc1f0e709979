import { randomUUID } from 'node:crypto';
import { v7 } from 'uuid';
import { leg, type LegCommand } from '#libs/domain';
import type { LaneCommand } from '#libs/journal';
import { type Actor, formatReferralId } from '#libs/kernel';
import type { Case } from './case.js';
import { Random } from './random.js';
import { gradeOf, receiver, sender, submissionOf } from './submission.js';

/** Where a referral goes. */
export interface Address {
  readonly jurisdiction: string;
  readonly lane: number;
}

/**
 * The commands of one client, one after the other: a referral is submitted (two events of about 720 and 490 bytes), then
 * received by its addressee (one event of about 460, decided on the stored kilobyte), then comes the next.
 */
export function commandsOf(random: Random, addressOf: (random: Random) => Address): () => LaneCommand<Case> {
  let open: LegAddress | null = null;
  return () => {
    if (open) {
      const command = receiptOf(open);
      open = null;
      return command;
    }
    const { jurisdiction, lane } = addressOf(random);
    open = { lane, id: formatReferralId({ jurisdiction, lane, uuid: v7() }) };
    return submit(random, open);
  };
}

interface LegAddress {
  readonly id: string;
  readonly lane: number;
}

/** What is submitted, and its text. Made beforehand, as the rows of the limit are: it is not what is measured. */
const contents = Array.from({ length: 1024 }, (_, seed) => {
  const random = new Random(seed);
  const [data, priority] = [submissionOf(random), gradeOf(random)];
  return { data, priority, text: JSON.stringify({ data, priority }) };
});

function submit(random: Random, { id, lane }: LegAddress): LaneCommand<Case> {
  const { data, priority, text } = random.pick(contents);
  const command = (now: number): LegCommand => ({
    type: 'SubmitReferral',
    meta: { actor: sender, now },
    data,
    priority,
  });
  return laneCommand({ id, lane }, sender, 'SubmitReferral', text, command);
}

/** The addressee's receipt of a referral. */
export function receiptOf({ id, lane }: LegAddress): LaneCommand<Case> {
  const command = (now: number): LegCommand => ({ type: 'ReceiveReferral', meta: { actor: receiver, now }, data: {} });
  return laneCommand({ id, lane }, receiver, 'ReceiveReferral', '{}', command);
}

function laneCommand(
  { id, lane }: LegAddress,
  actor: Actor,
  name: LegCommand['type'],
  content: string,
  said: (now: number) => LegCommand,
): LaneCommand<Case> {
  return {
    name,
    lane,
    key: id,
    actor,
    idempotency: { key: v7(), request: `${name}\n${id}\n${content}` },
    correlation: randomUUID(),
    causation: v7(),
    claimedAt: Date.UTC(2026, 10, 24),
    synthetic: true,
    target: id,
    refusalLane: ACCESS_LANE,
    decide: (state, now) => leg.decide(said(now), state.leg),
  };
}

/** Records of refusals would go here; the commands above are never refused. */
export const ACCESS_LANE = 0;
