import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { DUAL_CRIMINALITIES, DUAL_CRIMINALITY_WAIVERS, EXTRADITION_FLAGS } from '#libs/contracts';
import type { CrossBorder, EventData, Meta, Nexus, RecordedEvent } from '#libs/contracts';
import { DomainError } from '#libs/kernel';
import { eventId, NOW } from '../leg/leg.fixtures.js';
import { leg } from '../leg/leg.js';
import type { Leg, LegCommand } from '../leg/leg.js';
import { busActors } from '../membership/bus-actors.js';
import { carriedOn, isStatement } from './carrying.js';
import type { Statement } from './carrying.js';
import { contentAfter, wholeContent } from './case-content.js';
import type { CaseContent } from './case-content.js';
import { onwardLegOf, opensOnwardLeg } from './onward-leg.js';
import { exhibits, ids, noFacts, say } from './words.fixtures.js';

const facts: fc.Arbitrary<CrossBorder> = fc.record({
  types: fc.constantFrom([], ['PROVIDER_ABROAD'], ['VICTIM_ABROAD']),
  dualCriminality: fc.option(fc.constantFrom(...DUAL_CRIMINALITIES)),
  dualCriminalityWaiver: fc.option(fc.constantFrom(...DUAL_CRIMINALITY_WAIVERS)),
  extraditionFlag: fc.option(fc.constantFrom(...EXTRADITION_FLAGS)),
  childDefinitionConflict: fc.option(fc.boolean()),
}) as fc.Arbitrary<CrossBorder>;

const link = (country: string): Nexus => ({ country, basis: 'SUSPECT_PRESENT', confidence: 'LOW' });
const lists = {
  files: fc.constantFrom<EventData<'ReferralSubmitted'>['files']>([], [{ kind: 'DOCUMENT', count: 2 }]),
  nexus: fc.constantFrom<Nexus[]>([], [link('AU')], [link('BR'), link('PT')]),
  evidence: fc.constantFrom(0, 1, 30).map(exhibits),
};
const content = fc.record({
  ...lists,
  modifiers: fc.constantFrom<'FAMILY'[]>([], ['FAMILY']),
  crossBorder: fc.option(facts),
});
const correction = fc.record({
  files: fc.option(lists.files),
  nexus: fc.option(lists.nexus),
  evidence: fc.option(lists.evidence),
  crossBorder: fc.option(facts),
});

/** What a party says; `of` picks what it is about. The agencies' words that the bus refuses are not said. */
const word = fc.record({
  what: fc.constantFrom('supplement', 'information', 'correction', 'error'),
  by: fc.constantFrom('US-CLEAR', 'PH-WCPC'),
  of: fc.nat({ max: 8 }),
  content,
  correction,
});
type Word = typeof word extends fc.Arbitrary<infer Value> ? Value : never;

function commandsOf({ what, by, of, content: added, correction: replacing }: Word, said: readonly Statement[]) {
  const additions = { ...added, subjects: [] };
  const part = said[of]?.meta.eventId ?? null;
  switch (what) {
    case 'supplement':
      return [say('SupplementReferral', { by, data: { additions, note: 'case/17' } })];
    case 'information':
      return [say('RequestInformation'), say('ProvideInformation', { data: { additions } })];
    case 'correction':
      return [say('CorrectReferral', { by, data: { part, reference: null, ...replacing } })];
    default:
      return [say('EnterPartInError', { by, data: { part: part ?? ids.nobody } })];
  }
}

interface Told {
  readonly id: string;
  readonly state: Leg;
  readonly events: readonly RecordedEvent[];
}

const sourceId = ids.lead;
const none = (id: string): Told => ({ id, state: leg.initialState(), events: [] });
const statementsOf = ({ events }: Told): Statement[] => events.filter(isStatement);

/** @throws DomainError where the leg refuses it */
function hear({ id, state, events }: Told, command: LegCommand): Told {
  const said = leg.decide(command, state).map((event, n) => {
    const number = (id === sourceId ? 0 : 1000) + events.length + n + 1;
    return { ...event, meta: { leg: id, eventId: eventId(number), actor: command.meta.actor } as Meta };
  }) as RecordedEvent[];
  const after = said.reduce(
    (before, event) =>
      leg.evolve(before, event, { at: NOW, eventId: event.meta.eventId, person: 'p-1', synthetic: false }),
    state,
  );
  return { id, state: after, events: [...events, ...said] };
}

function hearIfAdmitted(told: Told, command: LegCommand): Told {
  try {
    return hear(told, command);
  } catch (error) {
    if (error instanceof DomainError) return told;
    throw error;
  }
}

const hearWord = (told: Told, each: Word): Told => commandsOf(each, statementsOf(told)).reduce(hearIfAdmitted, told);

function contentOf(told: Told): CaseContent {
  const found = told.events.reduce<CaseContent | null>(
    (before, event) => contentAfter(before, event, event.meta.eventId),
    null,
  );
  if (!found) throw new TypeError('nothing was submitted');
  return found;
}

/** What is said of the case, where nothing said and nothing left are the same. */
function essenceOf(told: Told) {
  const { incident, files, nexus, evidence, crossBorder } = wholeContent(contentOf(told));
  return { incident, files, nexus, evidence: evidence ?? [], crossBorder: crossBorder ?? noFacts };
}

const byBus = (words: object): LegCommand =>
  ({ ...words, meta: { actor: busActors.policy, now: NOW } }) as unknown as LegCommand;

/** The leg after it was passed on, and the onward leg as the bus submits it. */
function passedOn(source: Told): readonly [Told, Told] {
  const gone = hear(source, say('ForwardReferral'));
  const opening = gone.events.find(opensOnwardLeg);
  if (!opening) throw new TypeError('nothing went on');
  const { leg: id, data, priority } = onwardLegOf(opening, contentOf(source));
  return [gone, hear(none(id), byBus({ type: 'SubmitReferral', data, priority }))];
}

/** The onward leg after the bus told it what was said since the leg before went on. */
function toldOf(onward: Told, source: Told, before: number): Told {
  const said = statementsOf(source);
  const carriedAs = new Map<string, string>();
  return said.slice(before).reduce((told, event, n) => {
    const since = said.slice(before, before + n);
    const carrying = carriedOn(event, {
      leg: source.id,
      before: said.slice(0, before),
      since,
      carriedAs: (id) => carriedAs.get(id) ?? null,
    });
    const after = carrying ? hear(told, byBus(carrying)) : told;
    const there = after.events.slice(told.events.length).at(0);
    if (there) carriedAs.set(event.meta.eventId, there.meta.eventId);
    return after;
  }, onward);
}

describe('whatever was admitted on a leg', () => {
  it('can be submitted onward, and carried there later, so that the holder has the same case (vocabulary 2.3, 2.4 I7)', () => {
    let carried = 0;
    fc.assert(
      fc.property(
        fc.option(facts),
        fc.array(word, { maxLength: 8 }),
        fc.array(word, { maxLength: 8 }),
        (crossBorder, earlier, later) => {
          const submitted = hearIfAdmitted(none(sourceId), say('SubmitReferral', { data: { crossBorder } }));
          fc.pre(submitted.events.length > 0);
          const source = earlier.reduce(hearWord, hear(submitted, say('ReceiveReferral')));
          const [gone, onward] = passedOn(source);
          expect(essenceOf(onward)).toEqual(essenceOf(source));
          const whole = later.reduce(hearWord, gone);
          const there = toldOf(onward, whole, statementsOf(source).length);
          expect(essenceOf(there)).toEqual(essenceOf(whole));
          carried += there.events.length - onward.events.length;
        },
      ),
      { numRuns: 1000 },
    );
    expect(carried).toBeGreaterThan(0);
  });
});
