import { describe, expect, it } from '@jest/globals';
import type { ExtraditionFlag, Outcome } from '#libs/contracts';
import { eventId, folded, given, NOW, submission } from '../leg/leg.fixtures.js';
import { leg } from '../leg/leg.js';
import type { LegCommand, LegEvent } from '../leg/leg.js';
import { busActors } from '../membership/bus-actors.js';
import { dataOf, happened, inStatus } from './histories.fixtures.js';
import { LIMITS } from './limits.js';
import type { Obliged } from './state.js';
import { ids, noFacts, nothingAdded, outcome, say, told } from './words.fixtures.js';

const { IN_PROGRESS: working, INFO_REQUESTED: asked, OUTCOME_REPORTED: reported } = inStatus;

/** A history that goes on with these words. */
const saying = (history: readonly LegEvent[], ...commands: LegCommand[]): LegEvent[] =>
  commands.reduce<LegEvent[]>((said, command) => [...said, ...leg.decide(command, folded(said))], [...history]);

const stating = (extraditionFlag: ExtraditionFlag) => ({ ...noFacts, extraditionFlag });
const report = (extraditionFlag: ExtraditionFlag | null, what: Outcome = 'SUSPECT_ARRESTED') =>
  say('ReportOutcome', { data: { outcomes: [outcome(what)], extraditionFlag } });
/** Of the submission by the sender, of its report by the receiver. */
const supplement = (by: string, flag: ExtraditionFlag) =>
  say('SupplementReferral', {
    by,
    data: {
      part: by === 'PH-WCPC' ? eventId(working.length + 1) : null,
      additions: { ...nothingAdded, crossBorder: stating(flag) },
    },
  });
const correction = (part: string | null, flag: ExtraditionFlag, by = 'US-CLEAR') =>
  say('CorrectReferral', { by, data: { part, reference: null, crossBorder: stating(flag) } });
const takingBack = (part: number, by = 'PH-WCPC') => say('EnterPartInError', { by, data: { part: eventId(part) } });

/** A submission that states it, as the first of a working leg. */
const submitting = say('SubmitReferral', { data: { ...submission, crossBorder: stating('REFUSED_NATIONALITY') } });
const workedOn = [happened.received, happened.accepted, happened.started];
const submitted = [...saying([], submitting), ...workedOn];

const obligedIn = (history: readonly LegEvent[]): Obliged | undefined => {
  const { referral } = folded(history);
  return referral.status === 'NONE' ? undefined : referral.obliged;
};
const isOwed = (history: readonly LegEvent[]) =>
  given(history).when(say('CloseReferral')).thenRefused('OBLIGATION_OPEN', { obligation: 'PROSECUTE_OR_REPORT' });
const isNotOwed = (history: readonly LegEvent[]) =>
  given(history).when(say('CloseReferral')).thenTypes('ReferralClosed');

describe('whoever states that extradition is refused for nationality makes an obligation (vocabulary 2.5, 24(6))', () => {
  const provided = say('ProvideInformation', {
    data: { additions: { ...nothingAdded, crossBorder: stating('REFUSED_NATIONALITY') } },
  });
  const statements: [string, LegEvent['type'], readonly LegEvent[], LegCommand][] = [
    ['a submission', 'ReferralSubmitted', [], submitting],
    ['an answer to a request for information', 'InformationProvided', asked, provided],
    ['a supplement of the sender', 'Supplemented', working, supplement('US-CLEAR', 'REFUSED_NATIONALITY')],
    ['a supplement of the receiver', 'Supplemented', reported, supplement('PH-WCPC', 'REFUSED_NATIONALITY')],
    ['a correction', 'Corrected', working, correction(null, 'REFUSED_NATIONALITY')],
    ['a report of outcomes', 'OutcomeReported', working, report('REFUSED_NATIONALITY')],
  ];
  it.each(statements)('%s records it', (_, type, history, command) => {
    const events = leg.decide(command, folded(history));
    expect(dataOf(events, type)).toMatchObject({ obligation: 'PROSECUTE_OR_REPORT' });
    expect(obligedIn([...history, ...events])?.madeBy).toHaveLength(1);
  });
  it('with any other flag nothing is recorded', () => {
    for (const flag of ['REFUSED_OTHER', 'REQUESTED', 'GRANTED'] as const) {
      const events = leg.decide(report(flag), folded(working));
      expect(dataOf(events, 'OutcomeReported')).toMatchObject({ obligation: null });
      expect(obligedIn([...working, ...events])).toBeUndefined();
    }
  });
});

describe('the obligation to prosecute or report', () => {
  const owed = saying(working, report('REFUSED_NATIONALITY'));
  it('is to be met before the leg is closed', () => isOwed(owed));
  it('is not ended by a later flag of another kind, whoever says it', () => {
    isOwed(saying(owed, supplement('US-CLEAR', 'MAY_BE_NEEDED')));
    isOwed(saying(owed, report('REQUESTED')));
    isOwed(saying(submitted, supplement('US-CLEAR', 'MAY_BE_NEEDED'), report(null)));
  });
  it('is met by a final outcome, and is owed again when that is entered in error', () => {
    const met = saying(owed, report(null, 'CONVICTED'));
    isNotOwed(met);
    isOwed(saying(met, takingBack(7)));
  });
  it('ends when each statement that made it was taken back or corrected', () => {
    const twice = saying(owed, report('REFUSED_NATIONALITY'), report(null));
    isOwed(saying(twice, takingBack(6)));
    isNotOwed(saying(twice, takingBack(6), takingBack(7)));
    isNotOwed(saying(submitted, report(null), correction(null, 'REFUSED_OTHER')));
  });
  it('stays with a correction that says nothing across borders', () => {
    isOwed(saying(submitted, report(null), say('CorrectReferral')));
    const otherOutcome = { part: eventId(6), reference: null, outcomes: [outcome('CHARGED')] };
    isOwed(saying(owed, say('CorrectReferral', { by: 'PH-WCPC', data: otherOutcome })));
  });
  it.each(['GRANTED', 'SURRENDERED'] as const)('ends when the receiver states later that it is %s', (flag) => {
    isNotOwed(saying(owed, report(flag)));
    isNotOwed(saying(owed, supplement('PH-WCPC', flag)));
    isOwed(saying(owed, supplement('US-CLEAR', flag)));
  });
  it('is owed again when that statement is taken back, or extradition is refused anew', () => {
    const granted = saying(owed, report('GRANTED'));
    isOwed(saying(granted, takingBack(7)));
    isOwed(saying(granted, report('REFUSED_NATIONALITY')));
    isNotOwed(saying(granted, report('MAY_BE_NEEDED')));
  });
  it('is not refused anew by a correction that only says again what it corrects', () => {
    const granted = saying(submitted, report('GRANTED'), correction(null, 'REFUSED_NATIONALITY'));
    isNotOwed(granted);
    isOwed(saying(granted, correction(null, 'NONE'), correction(null, 'REFUSED_NATIONALITY')));
  });
  it('remembers so many statements; with one more the oldest may not be taken back any more', () => {
    const many = Array.from({ length: LIMITS.obliging + 1 }, () => supplement('US-CLEAR', 'REFUSED_NATIONALITY'));
    const full = saying(working, ...many);
    expect(obligedIn(full)?.madeBy).toHaveLength(LIMITS.obliging);
    const all = many.map((_, n) => takingBack(working.length + 1 + n, 'US-CLEAR'));
    isOwed(saying(full, ...all, report(null)));
    isNotOwed(saying(full.slice(0, -1), ...all.slice(0, -1), report(null)));
  });
  it('keeps what obliged by its flag alone, written before obligations were recorded', () => {
    const flagged = told('OutcomeReported', {
      by: 'PH-WCPC',
      outcomes: [outcome('SUSPECT_ARRESTED')],
      extraditionFlag: 'REFUSED_NATIONALITY',
      note: null,
      obligation: null,
    });
    const both = saying([...working, flagged], report('REFUSED_NATIONALITY'));
    isOwed(saying(both, takingBack(7)));
    isNotOwed(saying(both, report('GRANTED')));
  });
});

describe('a case that goes on under an obligation', () => {
  const began = (obligation: 'PROSECUTE_OR_REPORT' | null, flag: ExtraditionFlag = 'NONE'): LegEvent[] => {
    const onward = { parent: ids.lead, origin: ids.lead, hop: 1, crossBorder: stating(flag), obligation };
    const data = { ...submission, ...onward };
    const command = { ...say('SubmitReferral', { data }), meta: { actor: busActors.policy, now: NOW } } as LegCommand;
    return [...leg.decide(command, leg.initialState()), ...workedOn];
  };
  const carried = { leg: ids.lead, event: ids.nobody };

  it('takes it along: forwarded, offered, or let to an agency that asked for it', () => {
    const refused = supplement('US-CLEAR', 'REFUSED_NATIONALITY');
    const ways: [readonly LegEvent[], LegCommand, LegEvent['type']][] = [
      [inStatus.RECEIVED, say('ForwardReferral'), 'ReferralForwarded'],
      [working, say('OfferHandover'), 'HandoverOffered'],
      [[...working, happened.transferAsked], say('ApproveTransfer'), 'HandoverOffered'],
      [[...inStatus.RECEIVED, happened.transferAsked], say('ApproveTransfer'), 'ReferralForwarded'],
    ];
    for (const [history, command, type] of ways) {
      expect(dataOf(saying(history, refused, command), type)).toMatchObject({ obligation: 'PROSECUTE_OR_REPORT' });
      expect(dataOf(saying(history, command), type)).toMatchObject({ obligation: null });
    }
  });
  it('is owed by whoever holds it then', () => {
    isOwed(saying(began('PROSECUTE_OR_REPORT'), report(null)));
    isNotOwed(saying(began('PROSECUTE_OR_REPORT'), report(null, 'NOT_PURSUED')));
    isNotOwed(saying(began(null), report(null)));
  });
  it('is released when the statement that it began with is corrected where it was made', () => {
    const correcting = say('CorrectReferral', {
      by: 'BUS-POLICY',
      data: { part: null, reference: null, crossBorder: stating('REFUSED_OTHER'), carried },
    });
    isNotOwed(saying(began('PROSECUTE_OR_REPORT', 'REFUSED_NATIONALITY'), report(null), correcting));
    isOwed(saying(began('PROSECUTE_OR_REPORT', 'MAY_BE_NEEDED'), report(null), correcting));
  });
  it('comes under one that is stated on an earlier leg after it went on', () => {
    const additions = { ...nothingAdded, crossBorder: stating('REFUSED_NATIONALITY') };
    const passedOn = say('SupplementReferral', { by: 'BUS-POLICY', data: { additions, carried } });
    isOwed(saying(began(null), report(null), passedOn));
  });
  it('is not said by its holder to come under one while it is on offer: reports are not carried on', () => {
    given([...working, happened.offered])
      .when(report('REFUSED_NATIONALITY'))
      .thenRefused('ONWARD_OFFER_OPEN', { leg: ids.onward.routine });
    given([...working, happened.offered])
      .when(report('MAY_BE_NEEDED'))
      .thenTypes('OutcomeReported');
  });
  it('is the bus’s to submit so: no agency claims an obligation of an earlier leg', () =>
    given([])
      .when(say('SubmitReferral', { data: { ...submission, obligation: 'PROSECUTE_OR_REPORT' } }))
      .thenRefused('ONWARD_FIELDS_FORBIDDEN'));
});

describe('a closed leg', () => {
  const { CLOSED: closed } = inStatus;
  const owedAndMet = saying(working, report('REFUSED_NATIONALITY'), report(null, 'CONVICTED'), say('CloseReferral'));
  const asIs = (what: Outcome, part: number) =>
    say('CorrectReferral', {
      by: 'PH-WCPC',
      data: { part: eventId(part), reference: null, outcomes: [outcome(what)] },
    });

  it('keeps an outcome that stands: the last is not entered in error', () => {
    given(closed).when(takingBack(6)).thenRefused('OUTCOME_REQUIRED');
    const two = [...inStatus.OUTCOME_REPORTED, happened.reported, happened.closed];
    given(two).when(takingBack(6)).thenTypes('EnteredInError');
  });
  it('keeps its obligation met: the final outcome is neither entered in error nor corrected away', () => {
    given(owedAndMet).when(takingBack(7)).thenRefused('OBLIGATION_OPEN', { obligation: 'PROSECUTE_OR_REPORT' });
    given(owedAndMet).when(asIs('CHARGED', 7)).thenRefused('OBLIGATION_OPEN');
  });
  it('is corrected with another outcome that is sufficient', () => {
    given(owedAndMet).when(asIs('ACQUITTED', 7)).thenTypes('Corrected');
    given(closed).when(asIs('CHARGED', 6)).thenTypes('Corrected');
  });
  it('comes under no obligation by what a party says of it', () => {
    given(closed).when(supplement('US-CLEAR', 'REFUSED_NATIONALITY')).thenRefused('OBLIGATION_OPEN');
    given(closed).when(correction(null, 'REFUSED_NATIONALITY')).thenRefused('OBLIGATION_OPEN');
  });
  it('is reopened first where all of that is to be said', () => {
    const again = saying(owedAndMet, say('ReopenReferral'));
    given(again).when(takingBack(7)).thenTypes('EnteredInError');
    given(saying(closed, say('ReopenReferral')))
      .when(supplement('US-CLEAR', 'REFUSED_NATIONALITY'))
      .thenTypes('Supplemented');
  });
  it('takes what the bus carries on from an earlier leg (I7), and what leaves it no worse than it was closed', () => {
    const onward = closed.map((event) =>
      event.type === 'ReferralSubmitted'
        ? { ...event, data: { ...event.data, hop: 1, parent: ids.lead, origin: ids.lead } }
        : event,
    );
    const additions = { ...nothingAdded, crossBorder: stating('REFUSED_NATIONALITY') };
    const passedOn = say('SupplementReferral', {
      by: 'BUS-POLICY',
      data: { additions, carried: { leg: ids.lead, event: ids.nobody } },
    });
    given(onward).when(passedOn).thenTypes('Supplemented');
    given(saying(onward, passedOn)).when(asIs('CHARGED', 6)).thenTypes('Corrected');
    given(saying(onward, passedOn)).when(takingBack(6)).thenRefused('OUTCOME_REQUIRED');
  });
});

describe('a state of version 6', () => {
  /** As it was written before obligations were recorded. */
  const history = [
    ...working,
    told('OutcomeReported', {
      by: 'PH-WCPC',
      outcomes: [outcome('SUSPECT_ARRESTED')],
      extraditionFlag: 'REFUSED_NATIONALITY',
      note: null,
      obligation: null,
    }),
  ];
  /** Written down as it was stored. */
  const stored = {
    synthetic: false,
    referral: {
      ...{
        status: 'OUTCOME_REPORTED',
        sender: 'US-CLEAR',
        receiver: 'PH-WCPC',
        since: NOW,
        acted: NOW,
        rules: 1,
        hop: 0,
      },
      ...{ submission: eventId(1), countries: ['PH', 'GB'], custodyApart: true, originCountry: 'US' },
      ...{ scope: 'FULL', reason: null, extradition: 'REFUSED_NATIONALITY' },
      parts: { AZjB8AAAcACAAAAAAAAABg: 'o1' },
    },
    escalation: folded(history).escalation,
  };
  it('becomes the state that its events fold to today, letter by letter', () =>
    expect(JSON.stringify(leg.upcasts[6](JSON.parse(JSON.stringify(stored))))).toBe(JSON.stringify(folded(history))));
});
