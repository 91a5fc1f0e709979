import { describe, expect, it } from '@jest/globals';
import {
  actor,
  folded,
  given,
  NOW,
  party,
  prioritised,
  received,
  refusalOf,
  submission,
  submitted,
} from '../leg/leg.fixtures.js';
import { ToldRefusal } from '../escalation/onward-refused.js';
import { leg } from '../leg/leg.js';
import type { LegCommand, LegEvent } from '../leg/leg.js';
import { contact, taking } from './contacts.fixtures.js';
import { dataOf, happened, inStatus } from './histories.fixtures.js';
import type { Submission } from './commands.js';
import { ids, say } from './words.fixtures.js';

const { ACKNOWLEDGED: seen, IN_PROGRESS: working } = inStatus;

/** A leg that came over so many hops. */
const after = (hop: number) => [
  submitted({
    from: party('BR-UNIT'),
    origin: ids.lead,
    parent: ids.lead,
    hop,
    chain: [
      { agency: 'US-CLEAR', country: 'US' },
      { agency: 'PT-UNIT', country: 'PT' },
    ],
  }),
  prioritised('P3'),
  received(),
];

describe('forwarding (vocabulary 2.3)', () => {
  it('names agency, role and country of the target, in the event that tells the sender (I2)', () => {
    given(seen)
      .when(say('ForwardReferral', { data: { reason: null } }))
      .then([happened.forwarded]);
    for (const to of [
      { ...party('AU-UNIT'), role: '' },
      { ...party('AU-UNIT'), country: '' },
    ])
      given(seen)
        .when(say('ForwardReferral', { data: { to } }))
        .thenRefused('ONWARD_RECIPIENT_INCOMPLETE');
  });
  it.each([
    ['P1', ids.onward.urgent],
    ['P2', ids.onward.urgent],
    ['P3', ids.onward.routine],
  ] as const)('of %s takes the lane of its priority and carries it on', (level, onwardLeg) => {
    const events = leg.decide(say('ForwardReferral'), folded([submitted(), prioritised(level), received()]));
    expect(dataOf(events, 'ReferralForwarded')).toMatchObject({
      leg: onwardLeg,
      hop: 1,
      priority: level,
      priorityReasons: ['IDENTIFIED_SUSPECT'],
    });
  });
  it('is said once: the same target again is nothing new, another one is refused', () => {
    given(inStatus.FORWARDED).when(say('ForwardReferral')).thenNothing();
    given(inStatus.FORWARDED)
      .when(say('ForwardReferral', { data: { to: party('BR-UNIT') } }))
      .thenRefused('REFERRAL_TRANSITION_ILLEGAL');
  });
  it('ends after four hops, and names the contacts of both ends (I6)', () => {
    given(after(3)).when(say('ForwardReferral')).thenTypes('ReferralForwarded');
    given(after(4)).when(say('ForwardReferral')).thenRefused('ONWARD_HOPS_EXHAUSTED', {
      limit: 4,
      escalateTo: 'NCP_LE',
      originCountry: 'US',
      holderCountry: 'PH',
    });
  });
  it.each(['US-CLEAR', 'PT-UNIT', 'BR-UNIT', 'PH-WCPC'])('does not come back to %s, who held the case (I6)', (agency) =>
    given(after(2))
      .when(say('ForwardReferral', { data: { to: party(agency) } }))
      .thenRefused('ONWARD_CYCLE', { agency, escalateTo: 'NCP_LE', originCountry: 'US', holderCountry: 'PH' }),
  );
  it('comes back when the leg ended there, and the receiver decides again (I1)', () => {
    given(inStatus.FORWARDED).when(say('ReturnForward')).then([happened.returned]);
    const back = [...inStatus.FORWARDED, happened.returned];
    given(back).when(say('AcceptReferral')).then([happened.accepted]);
    given(back)
      .when(say('ForwardReferral', { data: { to: party('BR-UNIT') } }))
      .thenTypes('ReferralForwarded');
  });
  it.each(['US-CLEAR', 'PH-WCPC'])('is brought back by the bus, not by %s', (by) =>
    given(inStatus.FORWARDED).when(say('ReturnForward', { by })).thenRefused('REFERRAL_ADDRESSED_ELSEWHERE'),
  );
  it('is not brought back twice, late, or for another leg', () => {
    given([...inStatus.FORWARDED, happened.returned])
      .when(say('ReturnForward'))
      .thenNothing();
    given(inStatus.FORWARDED)
      .when(say('ReturnForward', { data: { leg: ids.lead } }))
      .thenNothing();
    given([...inStatus.FORWARDED, happened.inError])
      .when(say('ReturnForward'))
      .thenNothing();
  });
});

describe('a case that is not let go on', () => {
  const contacts = taking(contact('PH'), contact('US'), contact('GB'), contact('US', 'US-AGAIN'));
  const ncp = (agency: string) => ({ agency, role: 'NCP_LE', country: agency.slice(0, 2) });
  const refusalIn = (history: readonly LegEvent[], command: LegCommand, members = contacts) =>
    refusalOf(() => leg.decide(command, folded(history), undefined, members));
  const told = (history: readonly LegEvent[], command: LegCommand, members = contacts) => {
    const error = refusalIn(history, command, members);
    return error instanceof ToldRefusal ? error.event : null;
  };
  const back = say('ForwardReferral', { data: { to: party('PT-UNIT') } });

  it('is told to the national contacts of both its ends, and not to whom it was to go (I6)', () =>
    expect(told(after(4), say('ForwardReferral'))).toEqual({
      type: 'OnwardRefused',
      data: {
        ...{
          command: 'ForwardReferral',
          holder: party('PH-WCPC'),
          to: party('AU-UNIT'),
          level: 'P3',
          cause: 'HOP_LIMIT',
          limit: 4,
          originCountry: 'US',
        },
        contacts: [ncp('PH-NCP'), ncp('US-AGAIN'), ncp('US-NCP')],
        ...{ unfilled: [], audience: ['PH-NCP', 'US-AGAIN', 'US-NCP'], rules: { set: 'referral', version: 1 } },
      },
    }));
  it('says where nobody is there to be told', () =>
    expect(told(after(2), back, taking(contact('US')))?.data).toMatchObject({
      ...{ cause: 'CYCLE', limit: null, contacts: [ncp('US-NCP')], unfilled: ['PH'] },
    }));
  it('opens itself to no contact that is a party already', () => {
    const parties = [submitted({ from: ncp('US-NCP') }), prioritised('P3'), received()];
    const again = say('ForwardReferral', { data: { to: ncp('US-NCP') } });
    expect(told(parties, again)?.data).toMatchObject({ audience: ['PH-NCP', 'US-AGAIN'] });
  });
  it('is told once an obstacle, however it is tried, and refused each time', () => {
    const once = [...after(2), told(after(2), back)!];
    expect(told(once, back)).toBeNull();
    expect(told(once, say('ForwardReferral', { data: { to: party('US-CLEAR') } }))).toBeNull();
    expect(refusalIn(once, back)).toMatchObject({ code: 'ONWARD_CYCLE', details: { agency: 'PT-UNIT' } });
    const beyond = [...after(4), told(after(4), back)!];
    expect(refusalIn(beyond, back)).toMatchObject({ code: 'ONWARD_HOPS_EXHAUSTED' });
    expect(told([...beyond, happened.accepted], say('OfferHandover'))).toBeNull();
  });
  it('stays where it is: the attempt is no act of its holder, and who was told may speak up', () => {
    const [before, after_] = [after(2), [...after(2), told(after(2), back)!]].map((history) => folded(history));
    expect(after_?.referral).toEqual(before?.referral);
    expect(after_?.escalation).toMatchObject({ called: ['PH-NCP', 'US-AGAIN', 'US-NCP'], stuck: ['CYCLE'] });
    given([...after(2), told(after(2), back)!])
      .when(say('ForwardReferral'))
      .thenTypes('ReferralForwarded');
  });
});

describe('a hand-over (vocabulary 2.3)', () => {
  const offered = [...working, happened.offered];
  it('is offered while the case stays where it is', () => {
    given(working).when(say('OfferHandover')).then([happened.offered]);
    given(seen).when(say('OfferHandover')).thenRefused('REFERRAL_TRANSITION_ILLEGAL');
  });
  it('is offered to one agency at a time', () => {
    given(offered).when(say('OfferHandover')).thenNothing();
    given(offered)
      .when(say('OfferHandover', { data: { to: party('BR-UNIT') } }))
      .thenRefused('ONWARD_OFFER_OPEN');
  });
  it.each(['IN_PROGRESS', 'ON_HOLD', 'OUTCOME_REPORTED'] as const)(
    'is complete when the new agency has accepted, also when the case is %s by then',
    (status) =>
      given([...offered, ...inStatus[status].slice(working.length)])
        .when(say('CompleteHandover'))
        .then([happened.handedOver]),
  );
  it('is complete once, and only for the leg on offer', () => {
    given([...offered, happened.handedOver])
      .when(say('CompleteHandover'))
      .thenNothing();
    given(offered)
      .when(say('CompleteHandover', { data: { leg: ids.lead } }))
      .thenNothing();
    given(working).when(say('CompleteHandover')).thenNothing();
    given(inStatus.FORWARDED).when(say('CompleteHandover')).thenNothing();
  });
  it('is over when the new agency refused: the state stays, another offer may follow', () => {
    const overNow = {
      ...happened.returned,
      data: { ...happened.returned.data, offer: true },
    } as typeof happened.returned;
    given(offered).when(say('ReturnForward')).then([overNow]);
    given([...offered, overNow])
      .when(say('OfferHandover', { data: { to: party('BR-UNIT') } }))
      .thenTypes('HandoverOffered');
    expect(folded([...offered, overNow]).referral.status).toBe('IN_PROGRESS');
  });
  it('keeps the case open: it is not closed under the agency that is asked', () =>
    given([...offered, happened.reported])
      .when(say('CloseReferral'))
      .thenRefused('ONWARD_OFFER_OPEN', { leg: ids.onward.routine }));
  it('has the same limits as a forward (I6)', () => {
    const accepted = [...after(4), happened.accepted];
    given(accepted).when(say('OfferHandover')).thenRefused('ONWARD_HOPS_EXHAUSTED');
    given(working)
      .when(say('OfferHandover', { data: { to: party('US-CLEAR') } }))
      .thenRefused('ONWARD_CYCLE');
  });
});

describe('an onward leg', () => {
  const onward = {
    ...submission,
    from: party('PH-WCPC'),
    to: party('AU-UNIT'),
    origin: ids.lead,
    parent: ids.lead,
    hop: 1,
    chain: [{ agency: 'US-CLEAR', country: 'US' }],
  };
  const submits = (by: string, data: Submission = onward): LegCommand => ({
    type: 'SubmitReferral',
    meta: { actor: actor(by), now: NOW },
    data,
    priority: { level: 'P2', reasons: ['IDENTIFIED_VICTIM'] },
  });
  it('is submitted by the bus in the name of the agency that forwards, which states its priority too', () => {
    const events = leg.decide(submits('BUS-POLICY'), leg.initialState());
    expect(dataOf(events, 'ReferralSubmitted')).toMatchObject({ from: party('PH-WCPC'), hop: 1, parent: ids.lead });
    expect(dataOf(events, 'PrioritySet')).toMatchObject({ by: 'PH-WCPC', level: 'P2' });
  });
  it('is not claimed by an agency, and the bus submits nothing else', () => {
    given([]).when(submits('PH-WCPC')).thenRefused('ONWARD_FIELDS_FORBIDDEN');
    given([])
      .when(submits('BUS-POLICY', { ...onward, ...submission }))
      .thenRefused('ONWARD_FIELDS_FORBIDDEN');
  });
  it('is not submitted in the name of another', () =>
    given([])
      .when(submits('GB-NCP', { ...onward, ...submission }))
      .thenRefused('SENDER_NOT_CALLER'));
});
