import { describe, expect, it } from '@jest/globals';
import type { BusEvent, RecordedEvent } from '#libs/contracts';
import { type Leg, plainSubmission } from '#libs/domain';
import type { Outcome } from '#libs/journal';
import { answerSchema, answerTo } from './answer.js';

const ID = 'PH.3.0198c0de-0000-7000-8000-000000000000';
const EVENT = '0198c0de-0000-7000-8000-00000000000e';
const AT = Date.UTC(2026, 10, 2, 8);
const SINCE = '2026-11-02T08:00:00.000Z';

const recorded = (...events: BusEvent[]): Outcome<Leg> => ({
  kind: 'recorded',
  // of the place in the log, an answer reads the leg and the time alone
  events: events.map(
    (event) =>
      ({ ...event, topic: 'bus.referral.v1', meta: { leg: ID, acceptedAt: AT, eventId: EVENT } }) as RecordedEvent,
  ),
  position: { lane: 3, position: events.length, vector: [] },
  repeated: false,
});

const submittedBy = { agency: 'US-CLEAR', role: 'CLEARINGHOUSE', country: 'US' };
const submitted: BusEvent = {
  type: 'ReferralSubmitted',
  data: {
    ...plainSubmission,
    rules: null,
    priorityStanding: null,
    deliveryRules: null,
    concerned: null,
    waiverJudgedBy: null,
    obligation: null,
    from: submittedBy,
    to: { country: 'PH', role: 'LE_UNIT', agency: 'PH-WCPC' },
    reference: 'CANARY',
    reporter: null,
    incident: { offenceType: 'SOLICITATION', modifiers: [], occurredAt: null, zone: null },
    files: [],
    nexus: [],
    subjects: [],
  },
};

const cases: [string, BusEvent[], string][] = [
  [
    'a submission with its recipient and priority',
    [
      submitted,
      {
        type: 'PrioritySet',
        data: {
          side: 'SENDER',
          by: 'US-CLEAR',
          level: 'P1',
          reasons: ['LIVE_ABUSE'],
          rules: 'r',
          riskAssessment: null,
          externalPriority: null,
        },
      },
    ],
    `{"id":"${ID}","status":"SUBMITTED","since":"${SINCE}","to":{"agency":"PH-WCPC","role":"LE_UNIT","country":"PH"},"priority":"P1"}`,
  ],
  [
    'a receipt',
    [{ type: 'ReferralReceived', data: { by: 'PH-WCPC', rules: null } }],
    `{"id":"${ID}","status":"RECEIVED","since":"${SINCE}"}`,
  ],
  [
    'an acknowledgement',
    [{ type: 'ReferralAcknowledged', data: { by: 'PH-WCPC', rules: null } }],
    `{"id":"${ID}","status":"ACKNOWLEDGED","since":"${SINCE}"}`,
  ],
  [
    'an acceptance in full',
    [
      {
        type: 'ReferralAccepted',
        data: { by: 'PH-WCPC', scope: 'FULL', reason: null, conditions: null, note: null, rules: null },
      },
    ],
    `{"id":"${ID}","status":"ACCEPTED","since":"${SINCE}","scope":"FULL","reason":null}`,
  ],
  [
    'a conditional acceptance, with what binds the sender',
    [
      {
        type: 'ReferralAccepted',
        data: {
          ...{ by: 'PH-WCPC', scope: 'CONDITIONAL', reason: 'HARMS_INVESTIGATION', note: 'CANARY', rules: null },
          conditions: ['CONSULT_BEFORE_ACTION', 'LE_ONLY'],
        },
      },
    ],
    `{"id":"${ID}","status":"ACCEPTED","since":"${SINCE}","scope":"CONDITIONAL","reason":"HARMS_INVESTIGATION","conditions":["CONSULT_BEFORE_ACTION","LE_ONLY"]}`,
  ],
  [
    'a rejection, without what was said beside its reason',
    [
      {
        type: 'ReferralRejected',
        data: {
          by: 'PH-WCPC',
          reason: 'DUPLICATE',
          partialConsidered: false,
          suggested: null,
          duplicateOf: 'CANARY',
          note: null,
          rules: null,
        },
      },
    ],
    `{"id":"${ID}","status":"REJECTED","since":"${SINCE}","reason":"DUPLICATE"}`,
  ],
  [
    'what leaves the referral as it is, by the time of its acceptance',
    [
      {
        type: 'WithdrawalRequested',
        data: { by: 'US-CLEAR', reason: 'DUPLICATE_HANDLED_ELSEWHERE', note: 'CANARY', rules: null },
      },
    ],
    `{"id":"${ID}","at":"${SINCE}"}`,
  ],
  [
    'what may be corrected, with the id by which it is named',
    [
      {
        type: 'OutcomeReported',
        data: { by: 'PH-WCPC', outcomes: [], extraditionFlag: null, obligation: null, note: null, rules: null },
      },
    ],
    `{"id":"${ID}","status":"OUTCOME_REPORTED","since":"${SINCE}","part":"${EVENT}"}`,
  ],
  [
    'what is offered to another agency, with the leg that it goes on as',
    [
      {
        type: 'HandoverOffered',
        data: {
          ...{ by: 'PH-WCPC', to: { country: 'AU', agency: 'AU-NCP', role: 'NCP_LE' }, leg: 'AU.28.x', hop: 1 },
          ...{ priority: 'P3', priorityReasons: [], obligation: null, reason: null, note: 'CANARY', rules: null },
        },
      },
    ],
    `{"id":"${ID}","at":"${SINCE}","onward":{"leg":"AU.28.x","to":{"agency":"AU-NCP","role":"NCP_LE","country":"AU"}}}`,
  ],
  [
    'the wish for a release',
    [
      {
        type: 'ReleaseRequested',
        data: {
          ...{ from: submittedBy, to: { agency: 'PH-WCPC', role: 'LE_UNIT', country: 'PH' }, reference: 'CANARY' },
          ...{ priority: 'P3', content: Buffer.alloc(32), rules: null },
        },
      },
    ],
    `{"id":"${ID}","at":"${SINCE}","to":{"agency":"PH-WCPC","role":"LE_UNIT","country":"PH"},"priority":"P3","release":"REQUESTED"}`,
  ],
];

describe('the answer', () => {
  it.each(cases)('to %s is these bytes', (_what, events, bytes) => {
    const answer = answerTo(recorded(...events), 'PH.3.another');
    expect(JSON.stringify(answer)).toBe(bytes);
    expect(answerSchema.safeParse(answer).error).toBeUndefined();
  });

  it('does not depend on whether it is a repetition', () => {
    const outcome = recorded(submitted);
    expect(answerTo({ ...outcome, repeated: true }, ID)).toEqual(answerTo(outcome, ID));
  });

  it('to what says nothing new tells the state that was met', () => {
    const state: Leg = {
      synthetic: false,
      referral: {
        status: 'ACCEPTED',
        sender: 'US-CLEAR',
        receiver: 'PH-WCPC',
        since: AT,
        acted: AT,
        rules: 1,
        hop: 0,
        submission: null,
        countries: null,
        originCountry: null,
        scope: 'CONDITIONAL',
        reason: 'CAPACITY',
        conditions: ['LE_ONLY'],
      },
      escalation: { sender: null, receiver: null },
    };
    const outcome: Outcome<Leg> = {
      kind: 'unchanged',
      state,
      position: { lane: 3, position: 5, vector: [] },
      repeated: false,
    };
    expect(JSON.stringify(answerTo(outcome, ID))).toBe(
      `{"id":"${ID}","status":"ACCEPTED","since":"${SINCE}","scope":"CONDITIONAL","reason":"CAPACITY","conditions":["LE_ONLY"]}`,
    );
  });
});
