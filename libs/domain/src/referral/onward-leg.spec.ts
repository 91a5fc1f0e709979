import { describe, expect, it } from '@jest/globals';
import type { BusEvent, CrossBorder, Meta, RecordedEvent } from '#libs/contracts';
import { busActors } from '../membership/bus-actors.js';
import { actor, eventId, folded, NOW, party, submission, submitted } from '../leg/leg.fixtures.js';
import { leg } from '../leg/leg.js';
import type { LegEvent } from '../leg/leg.js';
import { contentAfter, wholeContent } from './case-content.js';
import type { CaseContent } from './case-content.js';
import { dataOf, happened, inStatus } from './histories.fixtures.js';
import { onwardLegOf, opensOnwardLeg } from './onward-leg.js';
import { ids, noFacts, nothingAdded, say, told } from './words.fixtures.js';

const contentOf = (events: readonly BusEvent[]): CaseContent => {
  const content = events.reduce<CaseContent | null>(
    (before, event, index) => contentAfter(before, event, eventId(index + 1)),
    null,
  );
  if (!content) throw new TypeError('nothing was submitted');
  return content;
};

const { SUBMITTED: sent } = inStatus;
const { supplemented, corrected, forwarded } = happened;
const correction = (data: object): LegEvent =>
  ({ ...corrected, data: { ...corrected.data, reference: null, ...data } }) as LegEvent;

describe('the content of a case', () => {
  it('is its submission with what was added', () =>
    expect(wholeContent(contentOf([...sent, supplemented])).nexus.map(({ country }) => country)).toEqual([
      'PH',
      'GB',
      'AU',
    ]));
  it('sums up files, and joins facts across borders', () => {
    const added = (additions: object): LegEvent =>
      ({ ...supplemented, data: { ...supplemented.data, additions: { ...nothingAdded, ...additions } } }) as LegEvent;
    const whole = wholeContent(
      contentOf([
        ...sent,
        added({ files: [{ kind: 'CHAT_LOG', count: 3 }], crossBorder: { ...noFacts, types: ['PROVIDER_ABROAD'] } }),
        added({ modifiers: ['FAMILY'], crossBorder: { ...noFacts, extraditionFlag: 'REQUESTED' } }),
      ]),
    );
    expect(whole.files).toEqual([{ kind: 'CHAT_LOG', count: 5 }]);
    expect(whole.crossBorder).toEqual({ ...noFacts, types: ['PROVIDER_ABROAD'], extraditionFlag: 'REQUESTED' });
    expect(whole.incident.modifiers).toEqual(['FAMILY']);
  });
  it('has the waiver of dual criminality that was said with it last, or none (vocabulary 3.4)', () => {
    const waived: CrossBorder = {
      ...noFacts,
      dualCriminality: 'NOT_REQUIRED',
      dualCriminalityWaiver: 'OTHER_INSTRUMENT',
    };
    const met: CrossBorder = { ...noFacts, dualCriminality: 'MET' };
    const silent: CrossBorder = { ...noFacts, extraditionFlag: 'REQUESTED' };
    const factsOf = (...said: CrossBorder[]) => {
      const events = said.map((crossBorder) => ({
        ...supplemented,
        data: { ...supplemented.data, additions: { ...nothingAdded, crossBorder } },
      }));
      return wholeContent(contentOf([...sent, ...events] as LegEvent[])).crossBorder;
    };
    expect(factsOf(waived, met)).toEqual(met);
    expect(factsOf(met, waived)).toEqual(waived);
    expect(factsOf(waived, silent)).toEqual({ ...waived, extraditionFlag: 'REQUESTED' });
  });
  it('has corrections in the place of what they replace (I7)', () => {
    const whole = wholeContent(contentOf([...sent, corrected, correction({ files: [] })]));
    expect(whole).toMatchObject({ reference: 'CT-2026-1b', files: [], nexus: submission.nexus });
    const ofSupplement = correction({ part: eventId(3), nexus: [] });
    expect(wholeContent(contentOf([...sent, supplemented, ofSupplement])).nexus).toEqual(submission.nexus);
  });
  it('has nothing of a part that was entered in error', () => {
    const inError = told('EnteredInError', {
      by: 'US-CLEAR',
      part: eventId(3),
      reason: 'WRONG_CASE',
      carried: null,
      note: null,
    });
    expect(wholeContent(contentOf([...sent, supplemented, inError])).nexus).toEqual(submission.nexus);
  });
});

describe('an onward leg', () => {
  const recorded = (event: LegEvent, on: string): RecordedEvent => ({
    ...event,
    topic: 'bus.referral.v1',
    meta: { leg: on, actor: actor('PH-WCPC') } as Meta,
  });
  const opened = recorded(forwarded, ids.lead);

  it('follows a forward and an offer of hand-over, not the completion of one', () => {
    expect(
      [forwarded, happened.offered, happened.handedOver].map((each) => opensOnwardLeg(recorded(each, ids.lead))),
    ).toEqual([true, true, false]);
  });

  it('is the whole case, one hop further, in the name of who passes it on', () => {
    if (!opensOnwardLeg(opened)) throw new TypeError('it opens one');
    const onward = onwardLegOf(opened, contentOf([...sent, supplemented]));
    expect(onward).toMatchObject({
      leg: ids.onward.routine,
      priority: { level: 'P3', reasons: ['IDENTIFIED_SUSPECT'] },
      data: {
        from: party('PH-WCPC'),
        to: party('AU-UNIT'),
        origin: ids.lead,
        parent: ids.lead,
        hop: 1,
        chain: [{ agency: 'US-CLEAR', country: 'US' }],
        reference: 'CT-2026-1',
      },
    });
    expect(onward.data.nexus).toHaveLength(3);
  });

  it('begins under the obligation that stands on the leg before, whatever that was submitted with', () => {
    const owed = { ...forwarded, data: { ...forwarded.data, obligation: 'PROSECUTE_OR_REPORT' } } as LegEvent;
    const stated = (obligation: 'PROSECUTE_OR_REPORT' | null) => submitted({ obligation });
    const obligationOf = (event: RecordedEvent, first: LegEvent) =>
      opensOnwardLeg(event) ? onwardLegOf(event, contentOf([first])).data.obligation : undefined;
    expect(obligationOf(recorded(owed, ids.lead), stated(null))).toBe('PROSECUTE_OR_REPORT');
    expect(obligationOf(opened, stated('PROSECUTE_OR_REPORT'))).toBeUndefined();
  });

  it('is accepted as the bus submits it, and goes on to where it was not yet', () => {
    if (!opensOnwardLeg(opened)) throw new TypeError('it opens one');
    const { data, priority } = onwardLegOf(opened, contentOf(sent));
    const meta = { actor: busActors.policy, now: NOW };
    const events = leg.decide({ type: 'SubmitReferral', meta, data, priority }, leg.initialState());
    const second = folded([
      ...events,
      { type: 'ReferralReceived', data: { by: 'AU-UNIT', rules: { set: 'referral', version: 1 } } },
    ]);
    const onwards = say('ForwardReferral', { by: 'AU-UNIT', data: { to: party('BR-UNIT') } });
    const next = leg.decide(onwards, second);
    expect(dataOf(next, 'ReferralForwarded')).toMatchObject({ hop: 2, to: party('BR-UNIT') });
    for (const held of ['US-CLEAR', 'PH-WCPC'])
      expect(() => leg.decide(say('ForwardReferral', { by: 'AU-UNIT', data: { to: party(held) } }), second)).toThrow(
        'ONWARD_CYCLE',
      );
  });
});
