import fc from 'fast-check';
import { DELIVERY_STEPS, type Nexus } from '#libs/contracts';
import { DomainError } from '#libs/kernel';
import { taking } from '../referral/contacts.fixtures.js';
import { firstRulebook, type Rulebook, rulebookOf } from '../referral/rules.js';
import { transitions } from '../referral/transitions/transitions.js';
import type { CommandName } from '../referral/transitions/transitions.js';
import { ids, noFacts, nothingAdded, outcome, say } from '../referral/words.fixtures.js';
import { leg } from './leg.js';
import type { Leg, LegCommand, LegEvent } from './leg.js';
import { DAY, eventId, HOUR, NOW, party, submission } from './leg.fixtures.js';
import type { Extradition, Link, Terms, Who, Word } from './paper-model.fixtures.js';

const agencies: Record<Who, string> = {
  sender: 'US-CLEAR',
  receiver: 'PH-WCPC',
  third: 'BR-UNIT',
  contact: 'GB-NCP',
  policy: 'BUS-POLICY',
  clock: 'BUS-CLOCK',
};

export const names = Object.keys(transitions) as CommandName[];
const everybody = Object.keys(agencies) as Who[];
/** Whom a word is for, so that most of what is said can be said. */
const forWhom = (what: CommandName): Who[] =>
  everybody.filter((who) => {
    const row: readonly string[] = transitions[what].who;
    return row.includes(who.toUpperCase()) || (who === 'contact' && row.includes('THIRD'));
  });

interface Said {
  readonly what: CommandName;
  readonly who: Who;
  readonly person: string | null;
  readonly later: number;
  /** Counts back from the newest event; 0: the submission. */
  readonly back: number;
  readonly about: 'third' | 'contact';
  readonly milestone: 1 | 2 | 3;
  readonly terms: Terms;
  readonly link: Link;
  readonly extradition: Extradition;
  readonly result: Word['result'];
}

const links = fc.constantFrom<Link>('PROVIDER_ESTABLISHED', 'DATA_LOCATION', 'UNKNOWN');

/** What an acceptance says for each. */
const acceptances: Readonly<Record<Terms, object>> = {
  'in full': { scope: 'FULL', reason: null, conditions: null },
  'to be consulted': { scope: 'CONDITIONAL', reason: 'HARMS_INVESTIGATION', conditions: ['CONSULT_BEFORE_ACTION'] },
  'not in court': { scope: 'CONDITIONAL', reason: 'HARMS_INVESTIGATION', conditions: ['NO_COURT_USE'] },
  'conditions unsaid': { scope: 'CONDITIONAL', reason: 'HARMS_INVESTIGATION', conditions: null },
  'conditions of nothing': { scope: 'PARTIAL', reason: 'HARMS_INVESTIGATION', conditions: ['NO_COURT_USE'] },
};

const saying = (what: CommandName): fc.Arbitrary<Said> =>
  fc.record({
    what: fc.constant(what),
    who: fc.oneof(
      { arbitrary: fc.constantFrom(...forWhom(what)), weight: 9 },
      { arbitrary: fc.constantFrom(...everybody), weight: 1 },
    ),
    person: fc.constantFrom('p-1', 'p-1', 'p-2', 'p-2', null),
    later: fc.constantFrom(0, 0, HOUR, HOUR, DAY, 8 * DAY, 15 * DAY, 31 * DAY),
    back: fc.constantFrom(0, 0, 1, 2, 3, 5),
    about: fc.constantFrom('third', 'contact'),
    milestone: fc.constantFrom(1, 2, 3),
    terms: fc.oneof(
      { arbitrary: fc.constant<Terms>('in full'), weight: 4 },
      { arbitrary: fc.constantFrom(...(Object.keys(acceptances) as Terms[])), weight: 1 },
    ),
    link: links,
    extradition: fc.constantFrom<Extradition>('unsaid', 'unsaid', 'REFUSED_NATIONALITY', 'MAY_BE_NEEDED', 'GRANTED'),
    result: fc.constantFrom('CONVICTED', 'SUSPECT_ARRESTED', 'SUSPECT_ARRESTED'),
  });

/** The way to an accepted leg, so that walks begin in more places than the first. */
const openings: CommandName[][] = [
  [],
  ['SubmitReferral'],
  ['SubmitReferral', 'ReceiveReferral'],
  ['SubmitReferral', 'AcknowledgeReferral', 'AcceptReferral', 'StartWork'],
];
const begun = (whats: readonly CommandName[]): Said[] =>
  whats.map((what) => {
    const [who = 'sender'] = forWhom(what);
    return {
      what,
      who,
      person: 'p-1',
      later: 0,
      back: 0,
      about: 'third',
      milestone: 1,
      terms: 'in full',
      link: 'UNKNOWN',
      extradition: 'unsaid',
      result: 'SUSPECT_ARRESTED',
    };
  });

const walksOf = (
  whats: readonly CommandName[],
  ways: readonly (readonly CommandName[])[],
  length: fc.ArrayConstraints = { maxLength: 40 },
) =>
  fc.record({
    priority: fc.constantFrom('P1' as const, 'P3' as const, 'P4' as const),
    /** Of the contact's country, as it is submitted. */
    link: links,
    words: fc
      .tuple(fc.constantFrom(...ways).map(begun), fc.array(fc.constantFrom(...whats).chain(saying), length))
      .map(([first, then]) => [...first, ...then]),
  });

export const walks = walksOf(names, openings);

/** Of work that comes to its end, at length: what is owed before, who lets it go, and what is taken back of it. */
export const endings = walksOf(
  [
    ...(['ReportOutcome', 'SupplementReferral', 'CorrectReferral', 'EnterPartInError', 'CloseReferral'] as const),
    ...(['ReportOutcome', 'SupplementReferral', 'CorrectReferral', 'EnterPartInError', 'CloseReferral'] as const),
    ...(['ReopenReferral', 'AcceptReferral', 'RequestWithdrawal', 'ConfirmWithdrawal', 'OfferHandover'] as const),
    ...(['ReturnForward', 'CompleteHandover'] as const),
  ],
  openings.slice(-1),
  { minLength: 10, maxLength: 60, size: 'max' },
);

const { nexus } = submission;
const linked = (basis: Link): Nexus => ({ country: 'GB', basis, confidence: 'HIGH' });

function commandOf(
  { what, who, person, now, part, about, milestone, terms, link, extradition, result }: Word & { what: CommandName },
  { level, submitted }: { readonly level: 'P1' | 'P3' | 'P4'; readonly submitted: Link },
) {
  const leg = level === 'P1' ? ids.onward.urgent : ids.onward.routine;
  const id = part === 0 ? null : eventId(part);
  const extraditionFlag = extradition === 'unsaid' ? null : extradition;
  const crossBorder = extraditionFlag && { ...noFacts, extraditionFlag };
  const opening = { nexus: [...nexus.slice(0, 1), linked(submitted)] };
  const data = {
    RequestRelease: opening,
    ApproveRelease: opening,
    SubmitReferral: opening,
    AcceptReferral: acceptances[terms],
    OpenConsultation: { bases: [link] },
    ReturnForward: { leg },
    CompleteHandover: { leg },
    ReportOutcome: { outcomes: [outcome(result)], extraditionFlag },
    SupplementReferral: { part: id, additions: { ...nothingAdded, nexus: [linked(link)], crossBorder } },
    CorrectReferral: { part: id, crossBorder },
    EnterPartInError: { part: id ?? eventId(1) },
    GrantAccess: { requester: agencies[about], until: now + DAY },
    RefuseAccess: { requester: agencies[about] },
    RefuseTransfer: { requester: agencies[about] },
    ApproveTransfer: { to: party(agencies[about]) },
    AdvanceEvidence: { reached: [{ step: DELIVERY_STEPS[milestone - 1], agoMs: 0 }] },
    SuspendWork: { reviewAt: NOW + 2_000 * DAY },
  } as Partial<Record<CommandName, object>>;
  return say(what, { by: agencies[who], person, at: now, level, data: data[what] });
}

/** A date of review may be far off here, so that it is the same words whenever it is said. */
const rulebook = rulebookOf({
  referral: [{ from: 0, rules: { ...firstRulebook.version(1), longestHoldDays: 3_000 } }],
});

/** Says the words one after the other, and tells of each what came of it. */
export function walk(
  { priority, link, words }: { priority: 'P1' | 'P3' | 'P4'; link: Link; words: readonly Said[] },
  watch: (step: {
    word: Word & { what: CommandName };
    command: LegCommand;
    before: Leg;
    events: LegEvent[] | DomainError;
    state: Leg;
  }) => void,
  judgedBy: Rulebook = rulebook,
): void {
  let state = leg.initialState();
  let now = NOW;
  let count = 0;
  for (const { later, back, ...rest } of words) {
    now += later;
    const part = back === 0 ? 0 : Math.max(0, count + 1 - back);
    const word = { ...rest, now, part };
    const command = commandOf(word, { level: priority, submitted: link });
    const before = state;
    const events = decided(command, state, judgedBy);
    if (!(events instanceof DomainError))
      for (const event of events)
        state = leg.evolve(state, event, {
          at: now,
          eventId: eventId(++count),
          person: command.meta.actor.person,
          synthetic: false,
        });
    watch({ word, command, before, events, state });
  }
}

function decided(command: LegCommand, state: Leg, judgedBy: Rulebook): LegEvent[] | DomainError {
  try {
    return leg.decide(command, state, judgedBy, taking());
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
}
