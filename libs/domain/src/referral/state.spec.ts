import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { HANDLING_CONDITIONS } from '#libs/contracts';
import {
  accepted,
  acknowledged,
  folded,
  given,
  NOW,
  party,
  prioritised,
  received,
  rejected,
  submitted,
} from '../leg/leg.fixtures.js';
import { leg } from '../leg/leg.js';
import type { Leg, LegEvent } from '../leg/leg.js';
import { happened, inStatus } from './histories.fixtures.js';
import { LIMITS } from './limits.js';
import type { ReferralV1 } from './state.js';
import { ids, nothingAdded, say, told } from './words.fixtures.js';

/** A submission as it was written before legs were counted, and read with the schema of today. */
const submittedThen = submitted({
  origin: null,
  parent: null,
  hop: null,
  chain: null,
  crossBorder: null,
  evidence: null,
  procedureRequested: null,
  bundle: null,
  rules: null,
  concerned: null,
});

/** The folds of version 1, written down as they were. */
function stateThen(events: readonly LegEvent[], at: number): ReferralV1 {
  return events.reduce<ReferralV1>(
    (state, event) => {
      if (event.type === 'ReferralSubmitted')
        return { status: 'SUBMITTED', sender: event.data.from.agency, receiver: event.data.to.agency, since: at };
      if (state.status === 'NONE') throw new TypeError('not submitted');
      if (event.type === 'ReferralReceived') return { ...state, status: 'RECEIVED', since: at };
      if (event.type === 'ReferralAcknowledged') return { ...state, status: 'ACKNOWLEDGED', since: at };
      if (event.type === 'ReferralAccepted')
        return { ...state, status: 'ACCEPTED', since: at, scope: event.data.scope, reason: event.data.reason };
      if (event.type === 'ReferralRejected')
        return { ...state, status: 'REJECTED', since: at, reason: event.data.reason };
      return state;
    },
    { status: 'NONE' },
  );
}

const graded = prioritised('P3');
const earlier: LegEvent[][] = [
  [submittedThen, graded],
  [submittedThen, graded, received()],
  [submittedThen, graded, received(), acknowledged()],
  [submittedThen, graded, acknowledged(), accepted('PARTIAL', 'CAPACITY')],
  [submittedThen, graded, received(), accepted()],
  [submittedThen, graded, received(), rejected({ reason: 'STALE' })],
];

function upcast(events: readonly LegEvent[]): Leg {
  const stored = { synthetic: false, referral: stateThen(events, NOW), escalation: folded(events).escalation };
  return leg.upcasts[1](JSON.parse(JSON.stringify(stored)));
}

describe('a state of version 1', () => {
  it('becomes the state that its events fold to today, letter by letter', () => {
    for (const events of [[], ...earlier]) expect(JSON.stringify(upcast(events))).toBe(JSON.stringify(folded(events)));
  });

  it('takes every later command as if it had been written today', () => {
    const later = fc.array(
      fc.constantFrom(
        say('ReceiveReferral'),
        say('AcknowledgeReferral'),
        say('AcceptReferral'),
        say('StartWork'),
        say('ReportOutcome'),
        say('CloseReferral'),
        say('ReopenReferral'),
        say('SupplementReferral'),
        say('ForwardReferral'),
        say('ReturnForward'),
        say('RequestAccess'),
      ),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(fc.constantFrom(...earlier), later, (events, commands) => {
        let [old, fresh] = [upcast(events), folded(inStatusOf(events))];
        for (const command of commands) {
          const refused = (state: Leg): boolean => {
            try {
              const said = leg.decide(command, state);
              if (state === old) old = folded(said, { from: old });
              else fresh = folded(said, { from: fresh });
              return false;
            } catch {
              return true;
            }
          };
          expect(refused(old)).toBe(refused(fresh));
          expect(old.referral.status).toBe(fresh.referral.status);
        }
      }),
    );
  });

  it('does not know which countries it concerns, so no contact of one is let in', () => {
    given([], upcast(earlier[0] ?? []))
      .when(say('OpenConsultation', { by: 'GB-NCP' }))
      .thenRefused('REFERRAL_NOT_FOUND');
  });
});

describe('a state of version 5', () => {
  const custody = [
    { country: 'PH', basis: 'VICTIM_PRESENT', confidence: 'MEDIUM' },
    { country: 'GB', basis: 'DATA_LOCATION', confidence: 'HIGH' },
  ] as const;
  /** As it was written before custody was told apart, and before conditions were said. */
  const history = [
    submitted({ nexus: [...custody], concerned: null, deliveryRules: null }),
    graded,
    received(),
    accepted('CONDITIONAL', 'CAPACITY'),
    told('Supplemented', {
      by: 'US-CLEAR',
      part: null,
      version: 2,
      additions: { ...nothingAdded, nexus: [{ country: 'AU', basis: 'DATA_LOCATION', confidence: 'LOW' }] },
      carried: null,
      note: null,
      waiverJudgedBy: null,
      obligation: null,
    }),
  ];
  /** Written down as it was stored. */
  const stored = {
    synthetic: false,
    referral: {
      ...{ status: 'ACCEPTED', sender: 'US-CLEAR', receiver: 'PH-WCPC', since: NOW, acted: NOW, rules: 1, hop: 0 },
      ...{
        submission: '0198c1f0-0000-7000-8000-000000000001',
        countries: ['PH', 'GB', 'AU'],
        originCountry: 'US',
        version: 2,
      },
      ...{ scope: 'CONDITIONAL', reason: 'CAPACITY' },
      parts: { AZjB8AAAcACAAAAAAAAABQ: 's1' },
    },
    escalation: folded(history).escalation,
  };

  it('becomes the state that its events fold to today, letter by letter', () =>
    expect(JSON.stringify(leg.upcasts[5](JSON.parse(JSON.stringify(stored))))).toBe(JSON.stringify(folded(history))));

  it('keeps the countries that were told of it, and says no conditions that nobody said', () => {
    given(history)
      .when(say('OpenConsultation', { by: 'GB-NCP' }))
      .thenTypes('JurisdictionConsultationOpened');
    given(history)
      .when(say('AcceptReferral', { data: { scope: 'CONDITIONAL', reason: 'CAPACITY', conditions: ['LE_ONLY'] } }))
      .thenRefused('REFERRAL_TRANSITION_ILLEGAL');
  });
});

/** The same history, written today. */
function inStatusOf(events: readonly LegEvent[]): LegEvent[] {
  return events.map((event) => (event.type === 'ReferralSubmitted' ? submitted() : event));
}

describe('the state of a leg', () => {
  it('is below six tenths of a kilobyte in ordinary work', () => {
    const sizes = Object.values(inStatus).map((history) => sizeOf(folded(history)));
    expect(Math.max(...sizes)).toBeLessThan(614);
  });

  it('stays below three and a half kilobytes at all of its limits', () => {
    const many = (count: number, event: (n: number) => LegEvent) => Array.from({ length: count }, (_, n) => event(n));
    const agency = (n: number): string => `AGENCY-WITH-A-VERY-LONG-CODE-${n}`.padEnd(32, 'X');
    const countries = many(LIMITS.countries, () => graded).map(
      (_, n) => `${String.fromCharCode(65 + Math.floor(n / 26))}${String.fromCharCode(65 + (n % 26))}`,
    );
    const asks =
      (type: 'AccessRequested' | 'TransferRequested') =>
      (n: number): LegEvent =>
        ({ type, data: { requester: { ...party('GB-NCP'), agency: agency(n) } } }) as LegEvent;
    const supplementBy = (by: string): LegEvent =>
      ({ ...happened.supplemented, data: { ...happened.supplemented.data, by } }) as LegEvent;
    const carriedOn = {
      ...happened.supplemented,
      data: { ...happened.supplemented.data, carried: { leg: ids.lead, event: ids.nobody } },
    } as LegEvent;
    const reporting = (by: string, data: object): LegEvent =>
      ({ ...happened.reported, data: { ...happened.reported.data, by, ...data } }) as LegEvent;
    const refused = { extraditionFlag: 'REFUSED_NATIONALITY', obligation: 'PROSECUTE_OR_REPORT' };
    const state = folded([
      submitted({
        from: { ...party('US-CLEAR'), agency: agency(90) },
        to: { ...party('PH-WCPC'), agency: agency(91) },
        hop: 4,
        chain: many(4, () => graded).map((_, n) => ({ agency: agency(80 + n), country: 'US' })),
        // more than it keeps, as an onward leg may have
        nexus: [...countries, 'ZY', 'ZZ'].map((country) => ({ country, basis: 'OFFENCE_PLACE', confidence: 'LOW' })),
      }),
      graded,
      ...many(LIMITS.informationRounds, () => happened.answered),
      ...many(LIMITS.supplementsKept, () => carriedOn),
      ...many(LIMITS.supplements, () => supplementBy(agency(90))),
      ...many(LIMITS.supplements, () => supplementBy(agency(91))),
      ...many(2 * LIMITS.outcomes, () => reporting(agency(91), refused)),
      reporting(agency(91), { extraditionFlag: 'GRANTED' }),
      ...many(LIMITS.requests, asks('AccessRequested')),
      ...many(LIMITS.requests, asks('TransferRequested')),
      happened.bundled,
      accepted('CONDITIONAL', 'NOT_COMPETENT_TERRITORY', { conditions: [...HANDLING_CONDITIONS] }),
      happened.wantedBack,
      happened.offered,
      told('JurisdictionConsultationOpened', {
        opener: party('GB-NCP'),
        countries: countries.slice(0, LIMITS.consultationCountries),
        bases: [],
        note: null,
        ...{ contacts: [], unfilled: [], audience: [], carried: null },
      }),
      happened.suspended,
    ]);
    expect(sizeOf(state)).toBeLessThan(3.5 * 1024);
  });
});

const sizeOf = (state: Leg): number => Buffer.byteLength(JSON.stringify({ v: leg.version, state }));
