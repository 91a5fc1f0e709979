import { describe, expect, it } from '@jest/globals';
import { EVENT_NAMES, newestSchema, type RecordedEvent } from '#libs/contracts';
import { type Transition, transitions } from '#libs/domain';
import { LaneScript, recipient, referralId, sender, submitted } from '../agency-views.fixtures.js';
import { stranger } from '../spec-reads.fixtures.js';
import { agencyFeed } from './feed.projection.js';
import { granted, readersOf, type Said, told } from './said.js';

const say = told as Partial<Record<string, (event: RecordedEvent) => Said>>;
const saidOf = (event: RecordedEvent): Said | undefined => say[event.type]?.(event);
const toldTo = (event: RecordedEvent | undefined): string[] => (event ? readersOf(event) : []);

describe('what a feed tells', () => {
  it('is decided for every event of its topics', () => {
    const events = EVENT_NAMES.filter((name) => agencyFeed.topics.includes(newestSchema(name).topic));
    expect(Object.keys(told).sort()).toEqual([...events].sort());
  });

  it('is of the submission on the sender’s and the recipient’s, in codes, without persons', () => {
    const [submission] = new LaneScript().append(referralId(1), submitted()).events;
    const said = submission && saidOf(submission);
    expect(toldTo(submission)).toEqual(['SENDER', 'RECIPIENT', 'CASE', 'STATE']);
    expect(said?.data).toMatchObject({ reference: 'CLEAR-1', incident: { occurredAt: '2026-11-24T07:00:00.000Z' } });
    expect(said?.data).not.toHaveProperty('subjects');
  });

  it('names the rules that it was judged by; of what an earlier release wrote it says no more than it did', () => {
    const rules = { set: 'referral', version: 2 };
    const accepted = (by: object | null) =>
      saidOf({
        type: 'ReferralAccepted',
        data: { by: 'PH-WCPC', scope: 'FULL', reason: null, conditions: null, note: null, rules: by },
      } as RecordedEvent);
    expect(accepted(rules)?.data).toEqual({ by: 'PH-WCPC', scope: 'FULL', reason: null, rules });
    expect(accepted(null)?.data).toEqual({ by: 'PH-WCPC', scope: 'FULL', reason: null });
  });

  it('tells of an obligation that is made, where it was recorded (vocabulary 2.5, 24(6))', () => {
    const reported = (obligation: string | null) =>
      saidOf({
        type: 'OutcomeReported',
        data: {
          by: 'PH-WCPC',
          outcomes: [],
          extraditionFlag: 'REFUSED_NATIONALITY',
          note: null,
          rules: null,
          obligation,
        },
      } as unknown as RecordedEvent);
    expect(reported('PROSECUTE_OR_REPORT')?.data).toHaveProperty('obligation', 'PROSECUTE_OR_REPORT');
    expect(reported(null)?.data).not.toHaveProperty('obligation');
  });

  it('tells of asking for a case the holder, and who asked only once the case is opened to it', () => {
    const asked = { requester: { ...stranger, country: 'GB' }, note: null, rules: null };
    const script = new LaneScript().append(referralId(1), [
      ...submitted(),
      { type: 'AccessRequested', data: { ...asked, purpose: 'INVESTIGATE', extent: 'CASE' } },
      { type: 'TransferRequested', data: { ...asked, reason: 'AGREED' } },
      {
        type: 'AccessRefused',
        data: { by: recipient.agency, requester: stranger.agency, reason: 'CAPACITY', note: null, rules: null },
      },
    ]);
    expect(script.events.slice(2).map(toldTo)).toEqual(Array(3).fill(['RECIPIENT', `@${stranger.agency}`]));
  });

  it('shows who may see state and outcome every event that moves the state (vocabulary 2.4 I1)', () => {
    const moves = Object.values<Transition>(transitions)
      .flatMap((each) => each.moves)
      .filter(({ to }) => to !== 'STAYS');
    const data = { bundle: { lead: null }, requester: 'GB-NCP' };
    const isToldOfState = (name: string): boolean =>
      toldTo({ type: name, data } as unknown as RecordedEvent).includes('STATE');
    const silent = moves.filter((move) => ![move.event, ...(move.with ?? [])].some(isToldOfState));
    expect(silent.map(({ event }) => event)).toEqual([]);
  });

  it('tells of a step of the ladder the recipient and whom it calls upon, and not the sender', () => {
    const data = { to: [], unfilled: [], audience: [recipient.agency, 'CA-LIAISON'] };
    const raised = { type: 'EscalationRaised', data } as unknown as RecordedEvent;
    expect(toldTo(raised)).toEqual(['RECIPIENT', '@CA-LIAISON']);
  });

  it('tells of a case that is not let go on its holder and the national contacts, be it the sender', () => {
    const contacts = [recipient, sender, stranger];
    const refused = { type: 'OnwardRefused', data: { holder: recipient, contacts } } as unknown as RecordedEvent;
    expect(toldTo(refused)).toEqual(['RECIPIENT', `@${sender.agency}`, `@${stranger.agency}`]);
  });

  it('takes an extent that this build does not know as none', () => {
    const grant = { by: 'PH-WCPC', requester: 'GB-NCP', until: 1, note: null, rules: null };
    expect(granted({ ...grant, extent: 'STATE_AND_OUTCOME' })).toBe('STATE');
    expect(() => granted({ ...grant, extent: 'UNKNOWN' })).toThrow('EXTENT_UNKNOWN');
  });
});
