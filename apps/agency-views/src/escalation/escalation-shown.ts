import { isLimited } from '#libs/access';
import type { Party } from '#libs/contracts';
import { climbedNow, type Graded, isOpen, owedOf, type Rulebook } from '#libs/domain';
import type { CallRow } from '../receipts/call-reports.js';
import { type Answered, closedOf, isoOf, type Raised, saidOf, type Shown, someone } from './escalation-entries.js';
import { nextOf, openingOf, type Sight } from './escalation-next.js';
import type { ReadableEscalation } from './escalation-rows.js';
import type { EscalationView, MissedView } from './escalation-view.js';
import type { LadderState } from './escalation.columns.js';
import type { LegStanding } from './leg-standing.js';

/** An escalation as one reader sees it. @throws TransientError RULES_UNKNOWN */
export function escalationViewOf(
  { row, parkedAt, extent }: ReadableEscalation,
  standing: LegStanding & { readonly calls: readonly CallRow[] },
  sight: Sight,
): EscalationView {
  const { reader, rulebook } = sight;
  const { escalation, entries } = standing;
  const { proposal, dispute, voice } = escalation;
  const to = { agency: row.recipient_agency, role: row.recipient_role, country: row.recipient_country };
  const steps = saidOf(entries, 'EscalationRaised');
  const answers = saidOf(entries, 'EscalationAnswered');
  const isParty = extent === 'PARTY' || [row.recipient_agency, row.sender_agency].includes(reader.agency);
  // In a limited role a party is told how its referral stands, and not who is at work on it or why (vocabulary 6).
  const knowsCase = isParty && !isLimited(reader);
  const holds = row.recipient_agency === reader.agency && knowsCase;
  const isAmong = (called: readonly Party[]): boolean => called.some(({ agency }) => agency === reader.agency);
  // The parties answer for the case and are told who was called upon for it; others only who was with them.
  const namedTo = (step: Raised | undefined): boolean => knowsCase || isAmong(step?.data.to ?? []);
  const stepNumbered = (number: number): Raised | undefined => steps.findLast(({ data }) => data.step === number);
  // The sender is not told who was asked to go on with its case.
  const concerns = ({ data }: Shown['OnwardRefused']): boolean => holds || isAmong(data.contacts);
  return {
    id: row.id,
    status: row.status,
    since: row.since.toISOString(),
    from: isParty ? { agency: row.sender_agency, role: row.sender_role, country: row.sender_country } : null,
    to,
    ladder: ladderStateOf(row.status, standing),
    priority: {
      driving: row.driving_priority,
      sender: gradeOf(escalation.sender),
      receiver: gradeOf(knowsCase ? escalation.receiver : withoutReasons(escalation.receiver)),
      proposed: proposal && holds ? { level: proposal.level, reason: proposal.reason } : null,
      disputed: dispute !== undefined,
    },
    voiceContact: {
      recorded: voice === true,
      calls: saidOf(entries, 'VoiceContactRecorded')
        .filter(({ agency }) => knowsCase || agency === reader.agency)
        .map(({ data, agency }) => ({
          at: data.at,
          by: agency,
          result: data.result,
        })),
    },
    tried: steps.map((each) => ({
      ...stepOf(each, namedTo(each)),
      outcome: outcomeOf(each, ladderStateOf(row.status, standing), steps, answers),
    })),
    calls: standing.calls.map((each) =>
      callOf(each, namedTo(each.step === null ? undefined : stepNumbered(each.step))),
    ),
    answers: answers.map((each) => answerOf(each, namedTo(lastBefore(each, steps)))),
    refusedOnward: saidOf(entries, 'OnwardRefused')
      .filter(concerns)
      .map((each) => refusedOf(each, saidOf(entries, 'OnwardRefusalAnswered'))),
    overdue: missedOf(standing, rulebook),
    clocks: owedOf(standing.leg, rulebook)
      .toSorted((one, other) => one.dueAt - other.dueAt)
      .map(({ duty, countedFrom, warnAt, dueAt }) => ({
        duty,
        countedFrom: isoOf(countedFrom),
        warnAt: isoOf(warnAt),
        dueAt: isoOf(dueAt),
        missed: escalation.missed?.includes(duty) ?? false,
      })),
    next: {
      ...nextOf(standing, sight, { level: row.driving_priority, receiver: to, sender: row.sender_agency }),
      opening:
        ladderStateOf(row.status, standing) === 'OPEN'
          ? openingOf(steps.at(-1), sight.now, namedTo(steps.at(-1)))
          : null,
    },
    synthetic: row.synthetic,
    parked: parkedAt !== null,
  };
}

const withoutReasons = (grade: Graded | null) => grade && { ...grade, reasons: [] };

const gradeOf = (grade: Graded | null) => grade && { level: grade.level, reasons: grade.reasons };

/** As `ladderIs` says it in SQL. */
export function ladderStateOf(status: string, { leg, escalation }: LegStanding): LadderState | null {
  const { ladder } = escalation;
  if (!ladder) return null;
  if (ladder.answered) return 'ANSWERED';
  const { referral } = leg;
  return referral.status !== 'NONE' && isOpen(status) && climbedNow(referral, escalation) ? 'OPEN' : 'DONE';
}

/** What was missed and is not done, the longest overdue first. */
export function missedOf({ leg, escalation, entries }: LegStanding, rulebook: Rulebook): MissedView[] {
  const owed = new Set(owedOf(leg, rulebook).map(({ duty }) => duty));
  return (escalation.missed ?? [])
    .filter((duty) => owed.has(duty))
    .flatMap((duty): MissedView[] => {
      const said = saidOf(entries, 'DeadlineMissed').findLast(({ data }) => data.duty === duty);
      if (!said) return [];
      const { level, countedFrom, dueAt, responsible } = said.data;
      return [{ duty, level, countedFrom, dueAt, responsible, rules: said.rule }];
    })
    .toSorted((one, other) => Date.parse(one.dueAt) - Date.parse(other.dueAt));
}

function stepOf({ at, data, rule }: Raised, named: boolean): Omit<EscalationView['tried'][number], 'outcome'> {
  const { step, dueAt, cause, level, to, unfilled } = data;
  const called = to.map((each) => someone(each, named));
  const closed = closedOf(data).map(({ opensAt, passedOver, ...desk }) => ({
    ...someone(desk, named),
    opensAt,
    passedOver,
  }));
  return { step, at: at.toISOString(), dueAt, cause, level, called, unfilled, closed, rules: rule };
}

/** Of the last step as the ladder stands; of earlier ones, whether the next was taken for the same. */
function outcomeOf(
  step: Raised,
  ladder: LadderState | null,
  steps: readonly Raised[],
  answers: readonly Answered[],
): EscalationView['tried'][number]['outcome'] {
  if (answers.some((each) => lastBefore(each, steps) === step)) return 'ANSWERED';
  const next = steps[steps.indexOf(step) + 1];
  if (!next) return ladder === 'OPEN' ? 'OPEN' : 'DONE';
  const { cause, countedFrom } = step.data;
  return next.data.cause === cause && next.data.countedFrom === countedFrom ? 'WENT_ON' : 'DONE';
}

function callOf(call: CallRow, named: boolean): EscalationView['calls'][number] {
  const { step, agency, role, messages, failures, outcome } = call;
  const { cause, channel } = call as CallRow & CallCodes;
  return {
    ...{ step, cause, agency: named ? agency : null, role, channel },
    ...{ messages, failures, outcome },
    triedAt: call.tried_at?.toISOString() ?? null,
    takenAt: call.taken_at?.toISOString() ?? null,
    nextAt: call.next_at?.toISOString() ?? null,
    endedBy: call.ended_by,
  };
}

/** As delivery says them. */
type CallCodes = Pick<EscalationView['calls'][number], 'cause' | 'channel'>;

function answerOf(entry: Answered, named: boolean): EscalationView['answers'][number] {
  const { step, cause, reply } = entry.data;
  const by = someone(entry, named);
  return { at: entry.at.toISOString(), step, cause, by, reply: named ? reply : null, rules: entry.rule };
}

/** With the first answer that was given since, which is for whoever the refusal is for. */
function refusedOf(
  { at, data, rule, position }: Shown['OnwardRefused'],
  answers: readonly Shown['OnwardRefusalAnswered'][],
): EscalationView['refusedOnward'][number] {
  const answered = answers.find((each) => each.position > position && each.data.causes.includes(data.cause));
  const answer = answered && {
    at: answered.at.toISOString(),
    by: { agency: answered.agency, role: answered.role, country: answered.country },
    reply: answered.data.reply,
    competent: answered.data.competent,
    rules: answered.rule,
  };
  return { at: at.toISOString(), ...data, rules: rule, answer: answer ?? null };
}

const lastBefore = ({ position }: Answered, steps: readonly Raised[]): Raised | undefined =>
  steps.findLast((each) => each.position < position);
