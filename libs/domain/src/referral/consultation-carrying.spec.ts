import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Meta, RecordedEvent } from '#libs/contracts';
import { actor, DAY, eventId, folded, given, NOW, party, prioritised, submitted } from '../leg/leg.fixtures.js';
import { leg } from '../leg/leg.js';
import type { Leg, LegCommand, LegEvent } from '../leg/leg.js';
import { busActors } from '../membership/bus-actors.js';
import { contentAfter } from './case-content.js';
import type { CaseContent } from './case-content.js';
import { consultationCarriedOn, isOfConsultation, openEarlierOf } from './consultation-carrying.js';
import type { OfConsultation } from './consultation-carrying.js';
import { contact, taking } from './contacts.fixtures.js';
import { speakerOf } from './evolve.js';
import { dataOf, happened, inStatus } from './histories.fixtures.js';
import { onwardLegOf, opensOnwardLeg } from './onward-leg.js';
import { ids, say, told } from './words.fixtures.js';

const byBus = (words: object): LegCommand =>
  ({ ...words, meta: { actor: busActors.policy, now: NOW } }) as unknown as LegCommand;
const recorded = (event: LegEvent, on: string, number: number): RecordedEvent =>
  ({ ...event, meta: { leg: on, eventId: eventId(number), actor: actor('PH-WCPC') } as Meta }) as RecordedEvent;
/** @throws TypeError for what is said of anything else */
const ofConsultation = (event: LegEvent, on: string, number: number): OfConsultation => {
  const found = recorded(event, on, number);
  if (!isOfConsultation(found)) throw new TypeError(`${event.type} is of no consultation`);
  return found;
};

const carried = { leg: ids.lead, event: eventId(7) };
const opened = ofConsultation(happened.consulting, ids.lead, 7);
const concluded = ofConsultation(happened.consulted, ids.lead, 8);
const onward = [
  submitted({ from: party('PH-WCPC'), to: party('AU-UNIT'), origin: ids.lead, parent: ids.lead, hop: 1, chain: [] }),
  prioritised('P3'),
];
const [opening, ending] = [opened, concluded].map((event) => byBus(consultationCarriedOn(event)));
const carriedOpening = told('JurisdictionConsultationOpened', {
  ...{ opener: party('PH-WCPC'), countries: ['PH', 'GB'], bases: ['OFFENCE_PLACE', 'VICTIM_PRESENT'] },
  ...{ carried, note: null, contacts: null, unfilled: null, audience: null },
});
const carriedEnding = told('JurisdictionConsultationConcluded', {
  ...{ by: 'PH-WCPC', result: 'LEAD_AGREED', lead: 'PH' },
  ...{ carried: { ...carried, event: eventId(8) }, note: null, contacts: null, audience: null },
});

/** @throws TypeError where nothing is carried */
const said = (command: LegCommand | undefined): LegCommand => {
  if (!command) throw new TypeError('nothing is carried');
  return command;
};

describe('a consultation of an earlier leg (vocabulary 2.5 22(5))', () => {
  const ownOpen = [...onward, happened.consulting];

  it('is told on the onward leg with opener, countries, bases, result and lead, and calls upon nobody again', () => {
    given(onward, folded(onward), taking(contact('PH'), contact('GB')))
      .when(said(opening))
      .then([carriedOpening]);
    given(onward, folded(onward), taking(contact('PH'), contact('GB')))
      .when(said(ending))
      .then([carriedEnding]);
  });
  it('is none of the onward leg: it is not concluded there, and keeps nobody there from opening one (2.4 I1)', () => {
    const after = [...onward, carriedOpening];
    given(after)
      .when(say('ConcludeConsultation', { by: 'AU-UNIT' }))
      .thenRefused('CONSULTATION_NOT_OPEN');
    given(after)
      .when(say('OpenConsultation', { by: 'AU-UNIT' }))
      .thenTypes('JurisdictionConsultationOpened');
    expect(folded(after)).toEqual(folded(onward));
  });
  it('does not end one of the onward leg', () => {
    expect(folded([...ownOpen, carriedEnding])).toEqual(folded(ownOpen));
    given([...ownOpen, carriedEnding])
      .when(say('ConcludeConsultation', { by: 'AU-UNIT' }))
      .thenTypes('JurisdictionConsultationConcluded');
  });
  it('is told on it also while one of its own is open', () =>
    given(ownOpen).when(said(opening)).then([carriedOpening]));
  it('gives a contact of a country that it names no say on the onward leg', () => {
    const elsewhere = [submitted({ parent: ids.lead, hop: 1, chain: [], nexus: [] }), prioritised('P3')];
    given([...elsewhere, carriedOpening])
      .when(say('ConcludeConsultation', { by: 'GB-NCP' }))
      .thenRefused('REFERRAL_NOT_FOUND');
  });
  it('is no act of the holder, though the holder opened it on the earlier leg', () => {
    const data = { ...carriedOpening.data, opener: party('AU-UNIT') };
    const told = [{ ...carriedOpening, data } as LegEvent, carriedEnding];
    expect(told.map(speakerOf)).toEqual([null, null]);
    expect(folded(told, { at: NOW + DAY, from: folded(onward) })).toEqual(folded(onward));
  });
  it('is the bus’s alone to tell, and on onward legs only', () => {
    for (const [word, data] of [
      ['OpenConsultation', { carried }],
      ['ConcludeConsultation', { carried }],
    ] as const) {
      given(onward)
        .when(say(word, { by: 'AU-UNIT', data }))
        .thenRefused('ONWARD_FIELDS_FORBIDDEN');
      given(onward)
        .when(say(word, { by: 'BUS-POLICY' }))
        .thenRefused('ONWARD_FIELDS_FORBIDDEN');
      given(inStatus.ACCEPTED)
        .when(say(word, { by: 'BUS-POLICY', data }))
        .thenRefused('ONWARD_FIELDS_FORBIDDEN');
    }
  });
  it('names where it was said first, however many hops on, so that opening and result are told together', () => {
    const further = ofConsultation(carriedOpening, 'AU.7.0198c1f0-0000-7000-8000-0000000000a1', 3);
    expect(consultationCarriedOn(further).data.carried).toEqual(carried);
  });
  it('is told with the submission of the onward leg where it is open by then, once, and not where it has a result', () => {
    const submits = byBus({
      ...{ type: 'SubmitReferral', priority: { level: 'P3', reasons: ['IDENTIFIED_SUSPECT'] } },
      data: dataOf(onward, 'ReferralSubmitted'),
    });
    const beginning = (events: readonly OfConsultation[]) =>
      leg.decide({ ...submits, consultations: openEarlierOf(events) } as LegCommand, folded([]));
    expect(beginning([opened]).map(({ type }) => type)).toEqual([
      'ReferralSubmitted',
      'JurisdictionConsultationOpened',
      'PrioritySet',
    ]);
    expect(dataOf(beginning([opened]), 'JurisdictionConsultationOpened')).toMatchObject({ carried, audience: null });
    expect(dataOf(beginning([opened, concluded]), 'JurisdictionConsultationOpened')).toBeUndefined();
  });
});

/** Who has the case on each leg, from the first sender on. */
const chain = ['US-CLEAR', 'PH-WCPC', 'AU-UNIT', 'BR-UNIT', 'PT-UNIT'];

/** A leg as the walk has it; its id follows from its place in the chain. */
interface Told {
  readonly id: string;
  readonly state: Leg;
  readonly events: readonly RecordedEvent[];
}

const fresh = (place: number): Told => ({
  ...{ id: `PH.4.0198c1f0-0000-7000-8000-0000000000e${place}`, state: leg.initialState(), events: [] },
});

function hear({ id, state, events }: Told, command: LegCommand): Told {
  const place = Number(id.at(-1));
  const news = leg
    .decide(command, state)
    .map((event, n) => recorded(event, id, 1000 * place + events.length + n + 1) as RecordedEvent & LegEvent);
  const after = news.reduce(
    (before, event) =>
      leg.evolve(before, event, { at: NOW, eventId: event.meta.eventId, person: 'p-1', synthetic: false }),
    state,
  );
  return { id, state: after, events: [...events, ...news] };
}

const saidOn = ({ events }: Told): OfConsultation[] => events.filter(isOfConsultation);

/** The case, as agencies and the bus speak of it: all its legs so far. */
function spoken(legs: readonly Told[], place: number, command: LegCommand): Told[] {
  const [before, there, later] = [legs.slice(0, place), legs[place], legs.slice(place + 1)];
  if (!there) return [...legs];
  const after = hear(there, command);
  const news = after.events.slice(there.events.length).filter(isOfConsultation);
  const carryings = news.map((event) => byBus(consultationCarriedOn(event)));
  return [...before, after, ...carryings.reduce((rest, carrying) => spoken(rest, 0, carrying), [...later])];
}

/** The holder passes the case on, and the bus submits the onward leg. */
function goneOn(legs: readonly Told[]): Told[] {
  const place = legs.length;
  const [last, to] = [legs.at(-1), chain[place + 1]];
  if (!last || to === undefined) return [...legs];
  const by = chain[place] ?? '';
  const received = hear(last, say('ReceiveReferral', { by }));
  const gone = hear(received, say('ForwardReferral', { by, data: { to: party(to) } }));
  const event = gone.events.find(opensOnwardLeg);
  const content = gone.events.reduce<CaseContent | null>(
    (all, each) => contentAfter(all, each, each.meta.eventId),
    null,
  );
  if (!event || !content) throw new TypeError('nothing went on');
  const { data, priority } = onwardLegOf(event, content);
  const consultations = openEarlierOf(saidOn(gone));
  const next = hear(fresh(place), byBus({ type: 'SubmitReferral', data, priority, consultations }));
  return [...legs.slice(0, -1), gone, next];
}

const act = fc.record({ what: fc.constantFrom('open', 'conclude', 'go on'), place: fc.nat({ max: 3 }) });

describe('whoever holds a case', () => {
  it('knows of every consultation that is open on its own leg or an earlier one, and was told each opening and result once', () => {
    let hops = 0;
    fc.assert(
      fc.property(fc.array(act, { maxLength: 24 }), (acts) => {
        let legs = [hear(fresh(0), say('SubmitReferral'))];
        /** Places of legs whose own consultation is open. */
        const open = new Set<number>();
        for (const { what, place } of acts) {
          if (what === 'go on') legs = goneOn(legs);
          if (place >= legs.length || what === 'go on' || (what === 'open') === open.has(place)) continue;
          const by = chain[place];
          const word = what === 'open' ? 'OpenConsultation' : 'ConcludeConsultation';
          legs = spoken(legs, place, say(word, { ...(by !== undefined && { by }) }));
          if (what === 'open') open.add(place);
          else open.delete(place);
        }
        const [holds] = legs.slice(-1);
        const known = openEarlierOf(holds ? saidOn(holds) : []).map((each) => Number(each.carried?.leg.at(-1)));
        expect(known.toSorted()).toEqual([...open].toSorted());
        legs.forEach(({ state: { referral } }, place) => expect('consultation' in referral).toBe(open.has(place)));
        for (const { events } of legs) {
          const told = events.filter(isOfConsultation).map(({ data }) => data.carried?.event);
          const fromEarlier = told.filter((each) => each !== undefined);
          expect(new Set(fromEarlier).size).toBe(fromEarlier.length);
        }
        hops = Math.max(hops, legs.length - 1);
      }),
      { numRuns: 300 },
    );
    expect(hops).toBe(3);
  });
});
