import type { EventData, Priority, StepEvidence } from '#libs/contracts';
import type { DeliveryTimes } from '../escalation/rules.js';
import { MINUTE_MS } from '../escalation/rules.js';
import { admit } from './admission.js';
import type { AdvanceEvidence } from './commands.js';
import { type Delivery, rankOf, type ReachedStep, stepsAhead } from './delivery-steps.js';
import type { ReferralEvent } from './evolve.js';
import type { ReferralRelated } from './related.js';
import type { Rulebook } from './rules.js';
import type { Referral } from './state.js';

/**
 * What the bus knows of the way of a leg, said once: an older or repeated receipt is no news, and steps that are reached together
 * are one event. Of a leg from before evidence was kept nothing is said.
 */
export function advanceEvidence(
  command: AdvanceEvidence,
  state: Referral,
  { priority, rulebook }: ReferralRelated,
): ReferralEvent[] {
  const { data, meta } = command;
  const delivery = admit(command, state)?.state.delivery;
  if (!delivery) return [];
  const furthest = Math.max(0, ...data.reached.map(({ step }) => rankOf(step)));
  const news = stepsAhead(delivery).filter((step) => rankOf(step) <= furthest);
  if (news.length === 0) return [];
  const timeOf = (step: ReachedStep): number => {
    const shown = data.reached.filter((each) => rankOf(each.step) >= rankOf(step));
    const earliest = Math.min(...shown.map(({ agoMs }) => meta.now - agoMs));
    return Math.min(meta.now, Math.max(delivery.available ?? delivery.from, earliest));
  };
  const dueAt = dueTimes(delivery, priority?.level ?? null, rulebook);
  const steps = news.map((step): StepEvidence => ({ step, at: timeOf(step), dueAt: dueAt(step) }));
  return [evidence(steps, delivery)];
}

/** Steps whose time is over and that are not known to be reached (features A9). */
export const missedSteps = (
  steps: readonly ReachedStep[],
  dueAt: number,
  delivery: Delivery,
): ReferralEvent & { type: 'EvidenceAdvanced' } =>
  evidence(
    steps.map((step) => ({ step, at: null, dueAt })),
    delivery,
  );

/** When a step is to be reached, in ms since 1970; null where the rules set no time. @throws TransientError RULES_UNKNOWN */
export function dueTimes(
  { rules, from }: Delivery,
  level: Priority | null,
  rulebook: Rulebook,
): (step: ReachedStep) => number | null {
  const times: DeliveryTimes | undefined =
    level === null || level === 'UNKNOWN' ? undefined : rulebook.escalation.version(rules).levels[level].delivery;
  return (step) => (times ? from + times[step] * MINUTE_MS : null);
}

function evidence(steps: readonly StepEvidence[], { rules }: Delivery): { type: 'EvidenceAdvanced'; data: Data } {
  return { type: 'EvidenceAdvanced', data: { steps: [...steps], rules: { set: 'escalation', version: rules } } };
}

type Data = EventData<'EvidenceAdvanced'>;
