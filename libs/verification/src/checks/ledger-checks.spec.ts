import { describe, expect, it } from '@jest/globals';
import { decodeEvent } from '#libs/contracts';
import { formatBusPosition } from '#libs/kernel';
import { acknowledged, chronicleOf, graded, kinds, laneOf, LANE, referral, submitted, told } from '../lane.fixtures.js';
import { type LedgerEntry, READ_REFERRAL, READ_TIMELINE } from '../ledger/ledger-entry.js';
import { Report } from '../report.js';
import { Acknowledged, laneOf as laneOfEntry } from './acknowledged.js';
import { Answers } from './answers.js';
import { References } from './references.js';
import { Sessions } from './sessions.js';

const at = (position: number, vector: number[] = [position]): string =>
  formatBusPosition({ lane: LANE, position, vector });
const refused = (change: Partial<LedgerEntry>): LedgerEntry =>
  told({ status: 409, code: 'REFERRAL_TRANSITION_ILLEGAL', id: null, ...change });

describe('what was acknowledged', () => {
  const found = (...entries: LedgerEntry[]): string[] => {
    const report = new Report();
    const check = new Acknowledged(chronicleOf(), report);
    entries.forEach((entry) => check.add(entry));
    return [...kinds(report, 'K1'), ...kinds(report, 'K9')];
  };
  const said = (change: Partial<LedgerEntry>): LedgerEntry =>
    told({ command: 'ReceiveReferral', target: referral(1), status: 200, position: at(5), ...change });
  const look = (change: Partial<LedgerEntry>): LedgerEntry =>
    told({
      command: READ_REFERRAL,
      key: null,
      target: referral(1),
      status: 200,
      position: at(5),
      state: 'RECEIVED',
      ...change,
    });

  it('stands in the journal', () => expect(found(told(), said({}), told({ status: 0, id: null }))).toEqual([]));
  it('shows a referral that is gone', () => expect(found(told({ id: referral(9) }))).toEqual(['lost-write']));
  it('shows a command that is gone', () =>
    expect(found(said({ target: referral(2), id: referral(2), command: 'AcceptReferral', position: at(8) }))).toEqual([
      'lost-write',
    ]));
  it('shows a position that the lane has not reached', () =>
    expect(found(told({ position: at(99) }))).toEqual(['lost-write']));
  it('shows a command that stands behind the position it was given', () =>
    expect(found(said({ position: at(4) }))).toEqual(['lost-write']));
  it('shows a word of the escalation that is gone', () =>
    expect(found(said({ command: 'NotifySafeguarding', position: at(8) }))).toEqual(['lost-write']));
  it('of membership stands at the place that it was given', () => {
    const word = (position: number): LedgerEntry =>
      said({ command: 'StartExercise', id: null, target: null, position: at(position) });
    expect(found(word(3))).toEqual([]);
    expect(found(word(99))).toEqual(['lost-write']);
  });
  it('may have been said again later', () => expect(found(said({ position: at(8) }))).toEqual([]));
  it('may have said nothing new', () => {
    const skipped = chronicleOf(laneOf([[[submitted, graded]], [[acknowledged]]]));
    const report = new Report();
    const check = new Acknowledged(skipped, report);
    check.add(said({ position: at(3) })); // acknowledged implies received (vocabulary 2.3)
    expect(kinds(report, 'K1')).toEqual([]);
    check.add(said({ position: at(2) }));
    expect(kinds(report, 'K1')).toEqual(['lost-write']);
  });
  it('was shown as the events say', () =>
    expect(found(look({}), look({ position: at(4), state: 'SUBMITTED' }))).toEqual([]));
  it('shows a read of something else', () => expect(found(look({ position: at(6) }))).toEqual(['other-state']));
  it('shows a read of what had not happened', () =>
    expect(found(look({ target: referral(2), id: referral(2), position: at(2) }))).toEqual(['G1a']));
  it('was listed as the events came', () => {
    const list = (position: number, ...types: string[]): LedgerEntry =>
      look({ command: READ_TIMELINE, position: at(position), state: types.join() });
    const [first, second, third] = ['ReferralSubmitted', 'PrioritySet', 'ReferralReceived'];
    expect(found(list(5, first, second, third), list(2, first, second), list(2, first, second, third))).toEqual([]);
    expect(found(list(5, second, first, third))).toEqual(['nonmonotonic-poll']);
    expect(found(list(5, first, second))).toEqual(['poll-skip']);
    expect(found(list(8, first, second, third, third))).toEqual(['nonmonotonic-poll']);
  });
  it('says nothing of a read that showed nothing', () =>
    expect(found(look({ position: at(6), state: null }))).toEqual([]));
  it('belongs to the lane that the id names', () => {
    expect(laneOfEntry(told())).toBe(LANE);
    expect(laneOfEntry(told({ id: null, target: 'nonsense' }))).toBe(null);
  });
  it('of no referral belongs to the lane that it was answered from', () => {
    expect(laneOfEntry(told({ id: null, target: null, position: at(3) }))).toBe(LANE);
    expect(laneOfEntry(told({ id: null, target: null, position: null }))).toBe(null);
  });
});

describe('answers', () => {
  const found = (...entries: LedgerEntry[]): string[] => {
    const report = new Report();
    const check = new Answers(report);
    entries.forEach((entry) => check.add(entry));
    return kinds(report, 'answers');
  };
  it('stand and repeat', () =>
    expect(found(told({ status: 0, id: null }), told(), told(), told({ status: 503, id: null }), told())).toEqual([]));
  it('show a key with two effects', () => expect(found(told(), told({ id: referral(2) }))).toEqual(['duplicate']));
  it('show a key that was refused after it was accepted', () =>
    expect(found(told(), refused({}))).toEqual(['duplicate']));
  it('show an answer that was not repeated byte for byte', () =>
    expect(found(told(), told({ digest: 'e' }))).toEqual(['other-answer']));
  it('show the answer of another key', () =>
    expect(found(told(), told({ key: 'k-2', reference: 'R-2' }))).toEqual(['duplicate']));
  it('keep the keys of agencies apart', () =>
    expect(found(told(), told({ agency: 'GB-NCP', id: referral(2) }))).toEqual([]));
  it('show a key of one request that was refused as reused', () =>
    expect(found(told({ status: 422, id: null, code: 'IDEMPOTENCY_KEY_REUSED' }))).toEqual(['other-answer']));
  it('let a key be refused that was used for two requests', () =>
    expect(
      found(told(), told({ request: 's', status: 422, id: null, code: 'IDEMPOTENCY_KEY_REUSED' }), told()),
    ).toEqual([]));
  it('show another request that was answered like the first', () =>
    expect(found(told(), told({ request: 's' }))).toEqual(['other-answer']));
  it('hold a refusal like an acceptance', () =>
    expect(found(refused({}), refused({ digest: 'e' }))).toEqual(['other-answer']));
  it('do not hold refusals beyond the rate that is recorded', () => {
    const flood = [...Array(100)].map((_, n) => refused({ key: `flood-${n}` }));
    expect(found(...flood, refused({ key: 'late' }), told({ key: 'late' }))).toEqual([]);
  });
});

describe('references', () => {
  const found = (entries: LedgerEntry[], submissions: number): string[] => {
    const report = new Report();
    const check = new References(report);
    entries.forEach((entry) => check.expect(entry));
    for (const row of laneOf([...Array(submissions)].map((_, n) => [[submitted], n + 1] as const)))
      check.add(row, decodeEvent(row));
    return kinds(report, 'K2');
  };
  it('stand once', () => expect(found([told({ status: 0 }), told()], 1)).toEqual([]));
  it('show a submission that stands twice, also when its answer was lost', () =>
    expect(found([told({ status: 0, id: null })], 2)).toEqual(['duplicate']));
  it('may be used twice by a sender', () => expect(found([told(), told({ key: 'k-2' })], 2)).toEqual([]));
  it('of nobody in the ledger say nothing', () => expect(found([], 2)).toEqual([]));
});

describe('the reads of a session', () => {
  const look = (change: Partial<LedgerEntry>): LedgerEntry =>
    told({ command: READ_REFERRAL, key: null, target: referral(1), status: 200, session: 's', ...change });
  const found = (...entries: LedgerEntry[]): string[] => {
    const report = new Report();
    const check = new Sessions(report);
    entries.forEach((entry) => check.add(entry));
    return kinds(report, 'K9');
  };
  it('never go back', () =>
    expect(found(look({ position: at(3) }), look({ position: at(3) }), look({ position: at(7) }))).toEqual([]));
  it('show one that went back', () =>
    expect(found(look({ position: at(7) }), look({ position: at(3) }))).toEqual(['nonmonotonic-poll']));
  it('are those of one agency', () =>
    expect(found(look({ position: at(7) }), look({ position: at(3), agency: 'PH-WCPC' }))).toEqual([]));
  it('are judged only where somebody says that they follow one another', () =>
    expect(found(look({ position: at(7), session: null }), look({ position: at(3), session: null }))).toEqual([]));
  it('show at least what was asked for', () => expect(found(look({ position: at(7), minimum: at(7) }))).toEqual([]));
  it('show one below what was asked for', () =>
    expect(found(look({ position: at(6), minimum: at(7) }))).toEqual(['nonmonotonic-poll']));
  it('are asked over the topics that the view reads', () =>
    expect(found(look({ position: at(6), minimum: at(7, [6, 0, 0, 7]) }))).toEqual([]));
});
