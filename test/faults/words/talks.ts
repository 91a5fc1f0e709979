import { v7 } from 'uuid';
import { lanes, rules, standing } from './scheme-talks.js';
import type { Speaker } from './speaker.js';
import { inDays, type Place, referral, SUBMITTED, type Talk, today } from './talk.js';

type Said = Parameters<Speaker['says']>;
type Turn = readonly [who: Speaker, command: Said[1], body?: Said[2], person?: Said[3]];

/** One word after the other of the same leg, with a pause before each. */
async function inTurn({ pause }: Place, leg: string, turns: readonly Turn[]): Promise<void> {
  for (const [who, ...word] of turns) {
    await pause();
    await who.says(leg, ...word);
  }
}

/** The work on a case, to its end and on. */
const work: Talk = async (place) => {
  const [hotline, desk] = [place.of('GB-HOTLINE'), place.of('PT-NCP')];
  const leg = await hotline.submits(referral('PT-NCP'));
  await desk.says(leg, 'AcknowledgeReferral');
  await desk.says(leg, 'RequestInformation', { types: ['LOCATION', 'TIME'] });
  await hotline.says(leg, 'ProvideInformation', { answered: ['LOCATION'], unavailable: ['TIME'] });
  await inTurn(place, leg, [
    [desk, 'AcceptReferral', { scope: 'FULL' }],
    [desk, 'StartWork'],
    [desk, 'NotifyDelay', { reason: 'AWAIT_TRANSLATION' }],
    [desk, 'SuspendWork', { reason: 'AWAIT_INFO', reviewAt: inDays(30) }],
    [desk, 'ResumeWork'],
    [desk, 'ReportOutcome', { outcomes: [{ outcome: 'CONTENT_REMOVED', on: today(), accuracy: 'CONFIRMED' }] }],
    [desk, 'CloseReferral', { reasons: ['OUTCOME_FINAL'] }],
    [hotline, 'ReopenReferral', { reason: 'NEW_INFORMATION' }],
  ]);
  const worked = 'WorkStarted DelayNotified WorkSuspended WorkResumed OutcomeReported ReferralClosed ReferralReopened';
  const asked = 'ReferralAcknowledged InformationRequested InformationProvided ReferralAccepted';
  return [{ leg, events: `${SUBMITTED} ${asked} ${worked}` }];
};

/** How urgent it is, and what is done for the child. */
const urgency: Talk = async (place) => {
  const [house, desk, higher] = [place.of('US-CLEAR'), place.of('PH-WCPC'), place.of('PH-NCP')];
  const leg = await house.submits(referral('PH-WCPC', 'P2'));
  await desk.says(leg, 'AcknowledgeReferral');
  await inTurn(place, leg, [
    [desk, 'ConfirmPriority', { reasons: ['CONTACT_ACCESS'] }],
    [desk, 'AcceptReferral', { scope: 'FULL' }],
    [house, 'RaisePriority', { level: 'P1', reasons: ['SELF_HARM_RISK'] }],
    [desk, 'RecordVoiceContact', { at: new Date().toISOString(), to: { agency: 'US-CLEAR' }, result: 'REACHED' }],
    [desk, 'NotifySafeguarding', { measure: 'CHILD_PROTECTION_NOTIFIED', country: 'PH' }],
    [desk, 'LowerPriority', { level: 'P2', reasons: ['CONTACT_ACCESS'], lowering: 'CHILD_SAFE_CONFIRMED' }],
    [desk, 'ApproveLowering', {}, 'p-2'],
    [house, 'DisputePriority', { reasons: ['SELF_HARM_RISK'] }],
    [higher, 'ResolveDispute', { level: 'P1', reasons: ['SELF_HARM_RISK'] }, 'p-3'],
  ]);
  const done = 'PriorityChanged VoiceContactRecorded SafeguardingNotified';
  const lowered = 'PriorityChanged PriorityChanged PriorityDisputed PriorityChanged';
  return [{ leg, events: `${SUBMITTED} ReferralAcknowledged PrioritySet ReferralAccepted ${done} ${lowered}` }];
};

/** What either side adds, puts right, takes back and agrees on. */
const bothSides: Talk = async (place) => {
  const [house, desk] = [place.of('CA-CLEAR'), place.of('FR-NCP')];
  const leg = await house.submits(referral('FR-NCP'));
  await desk.says(leg, 'AcknowledgeReferral');
  await place.pause();
  const { part } = await house.says(leg, 'SupplementReferral', { additions: { files: [{ kind: 'VIDEO', count: 1 }] } });
  await inTurn(place, leg, [
    [house, 'CorrectReferral', { reason: 'FACTUAL_ERROR', reference: `TALK-${v7()}` }],
    [desk, 'AcceptReferral', { scope: 'PARTIAL', reason: 'CAPACITY' }],
    [house, 'EnterPartInError', { part, reason: 'WRONG_CASE' }],
    [desk, 'OpenConsultation', { countries: ['FR', 'CA'], bases: ['VICTIM_PRESENT', 'PROVIDER_ESTABLISHED'] }],
    [desk, 'ConcludeConsultation', { result: 'LEAD_AGREED', lead: 'FR' }],
    [house, 'RequestWithdrawal', { reason: 'NO_LONGER_NEEDED' }],
    [desk, 'DeclineWithdrawal', { reason: 'PROCEEDINGS_CONTINUE' }],
  ]);
  const added = 'Supplemented Corrected ReferralAccepted EnteredInError';
  const agreed = 'JurisdictionConsultationOpened JurisdictionConsultationConcluded';
  const kept = 'WithdrawalRequested WithdrawalDeclined';
  return [{ leg, events: `${SUBMITTED} ReferralAcknowledged ${added} ${agreed} ${kept}` }];
};

/** A case that goes on, is refused there, and comes back. */
const onward: Talk = async (place) => {
  const [video, desk, next] = [place.of('US-VIDEO'), place.of('GB-NCP'), place.of('AU-NCP')];
  const leg = await video.submits(referral('GB-NCP'));
  await desk.says(leg, 'AcknowledgeReferral');
  await place.pause();
  const on = onwardOf(await desk.says(leg, 'ForwardReferral', { to: { agency: 'AU-NCP' } }));
  await next.comesToSee(`/v1/referrals/${on}`, () => true);
  await inTurn(place, on, [
    [next, 'ReceiveReferral'],
    [next, 'RejectReferral', { reason: 'DATA_NOT_HELD' }],
  ]);
  await desk.comesToSee(`/v1/referrals/${leg}`, (json) => statusOf(json) === 'ACKNOWLEDGED');
  await inTurn(place, leg, [[desk, 'AcceptReferral', { scope: 'FULL' }]]);
  return [
    { leg, events: `${SUBMITTED} ReferralAcknowledged ReferralForwarded ForwardReturned ReferralAccepted` },
    { leg: on, events: `${SUBMITTED} ReferralReceived ReferralRejected` },
  ];
};

/** A case that others ask for: one is shown it, another one gets it. */
const askedFor: Talk = async (place) => {
  const [hotline, desk] = [place.of('DE-HOTLINE'), place.of('NL-NCP')];
  const [looks, takes] = [place.of('JP-NCP'), place.of('BR-NCP')];
  const leg = await hotline.submits(referral('NL-NCP'));
  await desk.says(leg, 'AcknowledgeReferral');
  await inTurn(place, leg, [
    [looks, 'RequestAccess', { purpose: 'INVESTIGATE', extent: 'CASE' }],
    [desk, 'GrantAccess', { requester: 'JP-NCP', extent: 'CASE', until: inDays(90) }],
  ]);
  await looks.comesToSee(`/v1/referrals/${leg}`, () => true);
  await inTurn(place, leg, [[takes, 'RequestTransfer', { reason: 'MOST_VICTIMS' }]]);
  await place.pause();
  const on = onwardOf(await desk.says(leg, 'ApproveTransfer', { requester: 'BR-NCP' }));
  await takes.comesToSee(`/v1/referrals/${on}`, () => true);
  await inTurn(place, on, [
    [takes, 'ReceiveReferral'],
    [takes, 'AcceptReferral', { scope: 'FULL' }],
  ]);
  const opened = 'AccessRequested AccessGranted TransferRequested';
  return [
    { leg, events: `${SUBMITTED} ReferralAcknowledged ${opened} TransferApproved ReferralForwarded` },
    { leg: on, events: `${SUBMITTED} ReferralReceived ReferralAccepted` },
  ];
};

/** A case that a second person releases, and that its sender then takes back. */
const released: Talk = async (place) => {
  const hotline = place.of('NL-HOTLINE');
  const body = referral('DE-NCP');
  const leg = await hotline.wantsReleased(body);
  await inTurn(place, leg, [
    [hotline, 'ApproveRelease', body, 'p-2'],
    [hotline, 'WithdrawReferral', { reason: 'FACTS_DISPROVED' }],
  ]);
  return [{ leg, events: `ReleaseRequested ReleaseApproved ReferralSubmitted PrioritySet ReferralWithdrawn` }];
};

/** Who takes part, by which rules, and in which exercise: changes that every app has to follow meanwhile. */
const membership: Talk = async ({ of, operator, pause }) => {
  const helpline = of('BR-HELPLINE');
  const exercise = `EX-TALK-${v7().slice(-8).toUpperCase()}`;
  await operator.saysOfMembership('StartExercise', 'exercises', {
    exercise,
    name: 'Talk under fire',
    participants: ['BR-HELPLINE', 'JP-NCP'],
  });
  await pause();
  await helpline.saysOfMembership('ChangeContactPoint', 'agencies/BR-HELPLINE/contact-points/HELPLINE', {
    availability: 'OFFICE_HOURS',
    desk: 'Duty desk',
    phone: `+5561${String(Date.now()).slice(-8)}`,
    languages: ['pt'],
  });
  await pause();
  const span = { from: inDays(1), until: inDays(2) };
  await helpline.saysOfMembership('NotifyCapacity', 'agencies/BR-HELPLINE/capacity', { state: 'REDUCED', ...span });
  await pause();
  await operator.saysOfMembership('RecordLesson', `exercises/${exercise}/lessons`, {
    ruleIds: ['R1.5'],
    finding: 'RULE_UNCLEAR',
    text: 'What is said of who takes part is said while everything breaks.',
  });
  await pause();
  await operator.saysOfMembership('EndExercise', `exercises/${exercise}/end`);
  await operator.comesToSee('/v1/membership/exercises', (json) => isEnded(json, exercise));
  await helpline.comesToSee('/v1/membership/agencies/BR-HELPLINE', (json) => JSON.stringify(json).includes(span.until));
  return [];
};

const onwardOf = ({ onward: on }: { readonly onward?: { readonly leg: string } }): string => {
  if (!on) throw new Error('an answer names no onward leg');
  return on.leg;
};
const statusOf = (json: unknown): unknown => Reflect.get(Object(json), 'status');
const isEnded = (json: unknown, exercise: string): boolean =>
  (json as { readonly items: readonly { readonly id: string; readonly status: string }[] }).items.some(
    ({ id, status }) => id === exercise && status === 'ENDED',
  );

/** The words that the load does not say, family by family. */
export const talks: Readonly<Record<string, Talk>> = {
  work,
  urgency,
  bothSides,
  onward,
  askedFor,
  released,
  membership,
  standing,
  rules,
  lanes,
};
