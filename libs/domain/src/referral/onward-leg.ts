import type { EventData, RecordedEvent } from '#libs/contracts';
import type { Graded } from '../escalation/state.js';
import { wholeContent } from './case-content.js';
import type { CaseContent } from './case-content.js';
import type { Submission } from './commands.js';

/** The events after which the bus submits an onward leg. A forward that completes a hand-over is none: its leg exists. */
export type OpensOnwardLeg = Extract<RecordedEvent, { type: 'ReferralForwarded' | 'HandoverOffered' }>;

export function opensOnwardLeg(event: RecordedEvent): event is OpensOnwardLeg {
  return event.type === 'HandoverOffered' || (event.type === 'ReferralForwarded' && !event.data.handover);
}

/** What is to be submitted under an id that an event has named already. */
export interface OnwardLeg {
  readonly leg: string;
  readonly data: Submission;
  readonly priority: Graded;
}

/**
 * The onward leg of a case: everything that was said of it until then, in the name of the agency that passes it on, one hop
 * further, at the priority that drove it and under the obligation that stands.
 * @param content of the leg that the event belongs to, at the event
 * @throws TypeError for an event that names no leg or no priority, which no writer of this bus makes
 */
export function onwardLegOf({ data, meta }: OpensOnwardLeg, content: CaseContent): OnwardLeg {
  if (meta.leg === null || data.priority === null) throw new TypeError('an onward leg without a parent or a priority');
  const {
    rules: _rules,
    deliveryRules: _times,
    priorityStanding: _standing,
    concerned: _concerned,
    waiverJudgedBy: _judged,
    obligation: _stated,
    ...whole
  } = wholeContent(content);
  return {
    leg: data.leg,
    priority: { level: data.priority, reasons: data.priorityReasons },
    data: {
      ...whole,
      from: { agency: data.by, role: meta.actor.role, country: meta.actor.country },
      to: data.to,
      origin: whole.origin ?? meta.leg,
      parent: meta.leg,
      hop: data.hop,
      chain: [...(whole.chain ?? []), holderOf(whole.from)],
      bundle: null,
      ...(data.obligation && { obligation: data.obligation }),
    },
  };
}

function holderOf({ agency, country }: EventData<'ReferralSubmitted'>['from']): { agency: string; country: string } {
  return { agency, country };
}
