import { type ClockedLeg, type Escalation, escalationAfter, type LegFact } from '#libs/domain';
import type { ReferralRow } from '../referral/referral-row.js';
import type { TimelineRow } from '../timeline/timeline.entity.js';

/** Clocks and ladder of a leg, with the entries of its timeline that they follow from. */
export interface LegStanding {
  readonly leg: ClockedLeg;
  readonly escalation: Escalation;
  readonly entries: readonly TimelineRow[];
}

/**
 * Folded by the code that decides (libs/domain), from what the timeline keeps of every event: so a view that is built anew says
 * the same, and nothing is calculated twice in two ways.
 * @param entries of the leg, all of them, in the order of the lane
 */
export function standingOfLeg(
  row: Pick<ReferralRow, 'status' | 'since' | 'hold' | 'recipient_agency' | 'submitted_at'>,
  entries: readonly TimelineRow[],
): LegStanding {
  let escalation: Escalation = { sender: null, receiver: null };
  let receiver: string | null = null;
  let acted = row.submitted_at.getTime();
  let rules = 1;
  for (const entry of entries) {
    const at = entry.at.getTime();
    const { event_id: eventId, person } = entry;
    escalation = escalationAfter(escalation, factOf(entry), receiver, { at, eventId, person, synthetic: false });
    if (receiver !== null && entry.speaker === receiver) acted = at;
    if (entry.type !== 'ReferralSubmitted') continue;
    receiver = row.recipient_agency;
    rules = versionIn(entry.rule);
  }
  const { status, since, hold } = row;
  const resting = hold && { hold: { reason: hold.reason, reviewAt: Date.parse(hold.reviewAt) } };
  const referral = { status, since: since.getTime(), acted, rules, ...resting };
  return { leg: { referral, escalation }, escalation, entries };
}

/** Legs of before there were versions are judged by the first. */
const versionIn = (rule: string | null): number => Number(/^referral\/(\d+)$/.exec(rule ?? '')?.[1] ?? 1);

/** The timeline shows of these events whatever the fold hears: times as text, the speaker and the rules in columns of their own. */
function factOf({ type, data, speaker, status, rule }: TimelineRow): LegFact {
  const said = data as Readonly<Record<string, unknown>>;
  const times = Object.fromEntries(
    ['countedFrom', 'until'].flatMap((name) =>
      typeof said[name] === 'string' ? [[name, Date.parse(said[name])]] : [],
    ),
  );
  const event = { type, data: { ...said, ...times, by: speaker, rules: rule } };
  return { event, speaker, arrival: status } as unknown as LegFact;
}
