import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
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
import { ids, say, told } from './words.fixtures.js';

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

/** The same history, written today. */
function inStatusOf(events: readonly LegEvent[]): LegEvent[] {
  return events.map((event) => (event.type === 'ReferralSubmitted' ? submitted() : event));
}

describe('the state of a leg', () => {
  it('is below six tenths of a kilobyte in ordinary work', () => {
    const sizes = Object.values(inStatus).map((history) => sizeOf(folded(history)));
    expect(Math.max(...sizes)).toBeLessThan(614);
  });

  it('stays below three kilobytes and a quarter at all of its limits', () => {
    const many = (count: number, event: (n: number) => LegEvent) => Array.from({ length: count }, (_, n) => event(n));
    const agency = (n: number): string => `AGENCY-WITH-A-VERY-LONG-CODE-${n}`.padEnd(32, 'X');
    const countries = many(LIMITS.countries, () => graded).map(
      (_, n) => `${String.fromCharCode(65 + Math.floor(n / 26))}${String.fromCharCode(65 + (n % 26))}`,
    );
    const asks =
      (type: 'AccessRequested' | 'TransferRequested') =>
      (n: number): LegEvent =>
        ({ type, data: { requester: { ...party('GB-NCP'), agency: agency(n) } } }) as LegEvent;
    const carriedOn = {
      ...happened.supplemented,
      data: { ...happened.supplemented.data, carried: { leg: ids.lead, event: ids.nobody } },
    } as LegEvent;
    const state = folded([
      submitted({
        from: { ...party('US-CLEAR'), agency: agency(90) },
        to: { ...party('PH-WCPC'), agency: agency(91) },
        hop: 4,
        chain: many(4, () => graded).map((_, n) => ({ agency: agency(80 + n), country: 'US' })),
        nexus: countries.map((country) => ({ country, basis: 'UNKNOWN', confidence: 'LOW' })),
      }),
      graded,
      ...many(LIMITS.informationRounds, () => happened.answered),
      ...many(LIMITS.supplements, () => happened.supplemented),
      ...many(LIMITS.carriedSupplements, () => carriedOn),
      ...many(LIMITS.outcomes, () => happened.reported),
      ...many(LIMITS.requests, asks('AccessRequested')),
      ...many(LIMITS.requests, asks('TransferRequested')),
      happened.bundled,
      happened.accepted,
      happened.wantedBack,
      happened.offered,
      told('JurisdictionConsultationOpened', {
        opener: party('GB-NCP'),
        countries: countries.slice(0, LIMITS.consultationCountries),
        bases: [],
        note: null,
      }),
      happened.suspended,
    ]);
    expect(sizeOf(state)).toBeLessThan(3.25 * 1024);
  });
});

const sizeOf = (state: Leg): number => Buffer.byteLength(JSON.stringify({ v: leg.version, state }));
