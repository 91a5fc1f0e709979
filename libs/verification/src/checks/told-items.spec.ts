import { describe, expect, it } from '@jest/globals';
import { type BusEvent, decodeEvent } from '#libs/contracts';
import { AGENCY_FEED } from '../consumers.js';
import { chronicleOf, HISTORY, kinds, laneOf, standingAt } from '../lane.fixtures.js';
import { Report } from '../report.js';
import { OpenedLegs } from './opened-legs.js';
import { type ToldItem, ToldItems } from './told-items.js';

const asker = 'GB-NCP';
const terms = { requester: asker, note: null, rules: null };
const granted: BusEvent = {
  type: 'AccessGranted',
  data: { ...terms, by: 'PH-WCPC', extent: 'CASE', until: 1_900_000_000_000 },
};
const refused: BusEvent = { type: 'AccessRefused', data: { ...terms, by: 'PH-WCPC', reason: 'CAPACITY' } };

const called = { agency: 'CA-LIAISON', role: 'LIAISON_INTL', country: 'CA' };
const raised: BusEvent = {
  type: 'EscalationRaised',
  data: {
    ...{ step: 3, cause: 'ACKNOWLEDGE', level: 'P1', countedFrom: 1, dueAt: 2, to: [called], unfilled: [] },
    ...{ audience: ['PH-WCPC', called.agency], rules: { set: 'escalation', version: 1 }, closed: null },
  },
};

const contact = { agency: 'FR-NCP', role: 'NCP_LE', country: 'FR' };
const consulted = { contacts: [contact], audience: [contact.agency], carried: null, note: null, rules: null };
const consulting: BusEvent = {
  type: 'JurisdictionConsultationOpened',
  data: {
    ...{ ...consulted, opener: { agency: 'PH-WCPC', role: 'LE_UNIT', country: 'PH' } },
    ...{ countries: ['PH', 'FR'], bases: [], unfilled: ['PH'] },
  },
};
const agreed: BusEvent = {
  type: 'JurisdictionConsultationConcluded',
  data: { ...consulted, by: 'PH-WCPC', result: 'LEAD_AGREED', lead: 'FR' },
};

/** Of an earlier leg, as the bus tells the parties of this one. */
const earlier = { agency: 'BR-NCP', role: 'NCP_LE', country: 'BR' };
const carried: BusEvent = {
  type: 'JurisdictionConsultationOpened',
  data: {
    ...{ opener: earlier, countries: ['BR', 'FR'], bases: [], note: null, rules: null },
    ...{ contacts: null, unfilled: null, audience: null },
    carried: { leg: 'PH.4.0198c1f0-0000-7000-8000-0000000000d1', event: '0198c1f0-0000-7000-8000-0000000000d2' },
  },
};

const rows = laneOf([...HISTORY, [[refused]], [[granted]], [[raised]], [[consulting]], [[agreed]], [[carried]]]);
const chronicle = chronicleOf(rows);
const [REFUSAL = 0, GRANT = 0, CALL = 0, CONSULTING = 0, AGREED = 0, CARRIED = 0] = rows
  .slice(-6)
  .map(({ position }) => position);
const opened = new OpenedLegs();
for (const row of rows) opened.add(row, decodeEvent(row));

/** Each event to its sender and its recipient; the refusal to the recipient alone; its history to agencies that were let in or called upon. */
const sound: ToldItem[] = [
  ...rows.flatMap(({ position }) =>
    (position === REFUSAL ? ['PH-WCPC'] : ['US-CLEAR', 'PH-WCPC']).map((agency) => ({
      agency,
      position,
      source: position,
    })),
  ),
  ...[1, 2, GRANT].map((source) => ({ agency: asker, position: GRANT, source })),
  ...[1, 2, CALL].map((source) => ({ agency: called.agency, position: CALL, source })),
  ...[1, 2, CONSULTING].map((source) => ({ agency: contact.agency, position: CONSULTING, source })),
  { agency: contact.agency, position: AGREED, source: AGREED },
];

function found(items: readonly ToldItem[], { upTo = rows.length, parkedFrom = Infinity } = {}): string[] {
  const report = new Report();
  const firstParked = new Map(rows.map(({ key }) => [key, parkedFrom]));
  const lane = { consumer: AGENCY_FEED, chronicle, standing: standingAt(upTo, rows), firstParked, opened };
  const check = new ToldItems(lane, report);
  items.forEach((each) => check.add(each));
  check.end();
  return kinds(report, 'told');
}

describe('what agencies are told', () => {
  const without = (agency: string, source: number): ToldItem[] =>
    sound.filter((each) => each.agency !== agency || each.source !== source);

  it('is sound where each is told what was opened to it', () => expect(found(sound)).toEqual([]));
  it('lacks a call that was not told to whom it is for', () =>
    expect(found(without(called.agency, CALL))).toEqual(['poll-skip']));
  it.each([CONSULTING, AGREED])('lacks a consultation that was not told to whose country consults: %s', (source) =>
    expect(found(without(contact.agency, source))).toEqual(['poll-skip']),
  );
  it('is none of an agency because its country consults on an earlier leg: it was told there', () =>
    expect(found([...sound, { agency: earlier.agency, position: CARRIED, source: CARRIED }])).toEqual(['disclosed']));
  it('is none of an agency before its country is to consult', () =>
    expect(found([...sound, { agency: contact.agency, position: CALL, source: CALL }])).toEqual(['disclosed']));
  it('may end where the feed stands', () =>
    expect(
      found(
        sound.filter(({ position }) => position <= 4),
        { upTo: 4 },
      ),
    ).toEqual([]));
  it('lacks nothing from where a referral is parked', () =>
    expect(
      found(
        sound.filter(({ position }) => position < 5),
        { parkedFrom: 5 },
      ),
    ).toEqual([]));
  it.each(['US-CLEAR', 'PH-WCPC'])('lacks an event that was not told to %s', (agency) =>
    expect(found(without(agency, 5))).toEqual(['poll-skip']),
  );
  it('is none of an agency that the leg was not opened to', () =>
    expect(found([...sound, { agency: 'DE-NCP', position: 5, source: 5 }])).toEqual(['disclosed']));
  it('is none of an agency before it is let in', () =>
    expect(found([...sound, { agency: asker, position: 5, source: 5 }])).toEqual(['disclosed']));
  it('is none of an agency before it is called upon', () =>
    expect(found([...sound, { agency: called.agency, position: GRANT, source: GRANT }])).toEqual(['disclosed']));
  it('is nothing before it happened', () =>
    expect(found([...sound, { agency: 'PH-WCPC', position: 2, source: 5 }])).toEqual(['disclosed']));
  it('is nothing that did not happen', () =>
    expect(found([...sound, { agency: 'PH-WCPC', position: 99, source: 99 }])).toEqual(['G1a']));
});
