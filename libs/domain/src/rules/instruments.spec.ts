import { describe, expect, it } from '@jest/globals';
import { DAY, refusalOf } from '../leg/leg.fixtures.js';
import { operator } from '../membership/membership.fixtures.js';
import type { ProposeDocument } from './commands.js';
import { faultsOfDocument } from './document-faults.js';
import {
  firstInstrumentDocument,
  firstInstruments,
  INSTRUMENT_LIST,
  instrumentsKnown,
  type LegalInstrument,
} from './instruments.js';
import { rules } from './rules-stream.js';
import { nameOf, type Rules } from './state.js';
import { judgeTreaty } from './treaties.js';

const NOW = Date.UTC(2026, 10, 26);
const parties = JSON.stringify({
  asOf: '2026-11-01',
  rows: ['PH', 'NZ'].map((country) => ({ country, status: 'party', since: '2000-01-01', source: 'S' })),
});

interface Published {
  readonly kind: 'CODE_LIST' | 'TREATY_STATUS';
  readonly subject: string;
  readonly document: string;
  readonly from?: number;
}
const published = (...documents: readonly Published[]): Rules => ({
  editions: Object.fromEntries(
    documents.map(({ kind, subject, document, from = 0 }) => [
      nameOf(kind, subject),
      [{ version: 1, publishedAt: from, inForceFrom: from, synthetic: false, document }],
    ]),
  ),
  proposals: {},
  ended: {},
});
const list = (changes: Readonly<Record<string, LegalInstrument | undefined>>): string =>
  JSON.stringify({ source: 'S', instruments: { ...firstInstruments, ...changes } });
const judge = (state: Rules, instrument: string, at = NOW) =>
  judgeTreaty(state, { instrument, countries: ['PH', 'NZ'], at });
const statusOf = (subject: string): Published => ({ kind: 'TREATY_STATUS', subject, document: parties });

describe('legal instruments (vocabulary 3.3)', () => {
  it('are all of the table', () =>
    expect(Object.keys(firstInstruments).sort()).toEqual(
      [
        ...['COE-185', 'COE-185-ART26', 'COE-185-ART29', 'COE-185-ART35', 'COE-224', 'COE-201', 'COE-30', 'COE-24'],
        ...['UN-CC-2024', 'UN-OPSC', 'UN-UNTOC', 'MLAT-BI', 'EXEC-AGR', 'EU-EIO', 'EU-EPOC', 'EU-EPOC-PR', 'EU-LEIE'],
        ...['EU-EUROPOL', 'EU-DSA18', 'EU-JIT', 'EU-EAW', 'EU-PRUM2', 'EU-EPD-DEROG', 'US-2258A', 'UK-OSA66'],
        ...['INTERPOL-RPD', 'DOMESTIC', 'VITAL', 'CHILD-PROT'],
      ].sort(),
    ));

  it.each(['COE-224', 'UN-CC-2024'])('%s is not in force, whoever signed it (R3.4)', (instrument) =>
    expect(judge(published(statusOf('COE-185')), instrument).findings).toEqual([
      { country: 'PH', obstacle: 'NOT_IN_FORCE' },
      { country: 'NZ', obstacle: 'NOT_IN_FORCE' },
    ]),
  );

  it.each([
    ['2026-04-02T23:59:59Z', 'NOT_PUBLISHED'],
    ['2026-04-03T00:00:00Z', 'LAPSED'],
  ])('the derogation for voluntary detection at %s: %s', (at, obstacle) =>
    expect(judge(published(), 'EU-EPD-DEROG', Date.parse(at)).findings[0]).toEqual({ country: 'PH', obstacle }),
  );

  it('an article has the parties of its convention', () => {
    const state = published(statusOf('COE-185'));
    expect(judge(state, 'COE-185-ART29')).toEqual({ soleBasis: true, version: 1, findings: [], reservations: [] });
    expect(judge(state, 'COE-201').findings[0]).toMatchObject({ obstacle: 'NOT_PUBLISHED' });
  });

  it.each(['NOBODY-KNOWS', 'constructor'])('what no list knows is no basis: %s', (instrument) =>
    expect(judge(published(), instrument)).toMatchObject({ soleBasis: false, version: null }),
  );

  it('come into force, and lapse, by a version of the list, at the time of the event', () => {
    const document = list({
      'COE-185': {
        name: 'S',
        standing: [
          { standing: 'IN_FORCE', from: null },
          { standing: 'LAPSED', from: '2030-01-01' },
        ],
      },
    });
    const state = published(statusOf('COE-185'), { kind: 'CODE_LIST', subject: INSTRUMENT_LIST, document });
    expect(judge(state, 'COE-185-ART26').soleBasis).toBe(true);
    expect(judge(state, 'COE-185-ART26', Date.UTC(2030, 0, 1)).findings[0]).toMatchObject({ obstacle: 'LAPSED' });
    const later = published(statusOf('COE-185'), {
      ...{ kind: 'CODE_LIST', subject: INSTRUMENT_LIST, from: NOW + 1 },
      document: list({ 'COE-185': { name: 'S', standing: [{ standing: 'NOT_IN_FORCE', from: null }] } }),
    });
    expect(judge(later, 'COE-185', NOW).soleBasis).toBe(true);
    expect(judge(later, 'COE-185', NOW + 1).soleBasis).toBe(false);
  });
});

describe('a version of the list of instruments', () => {
  const faults = (text: string) => faultsOfDocument('CODE_LIST', INSTRUMENT_LIST, text);
  it('is sound as the bus begins with it', () => expect(faults(firstInstrumentDocument())).toEqual([]));
  it('may add an instrument', () => expect(faults(list({ 'EU-NEW': { name: 'New' } }))).toEqual([]));
  it.each<[string, Readonly<Record<string, unknown>>, string]>([
    ['leaves none out', { 'EU-JIT': undefined }, 'instruments: EU-JIT is missing; say that it has lapsed instead'],
    ['names each', { 'EU-NEW': { name: ' ' } }, 'EU-NEW: no name'],
    ['has codes', { 'eu new': { name: 'New' } }, 'instruments: eu new is no code'],
    [
      'takes articles of what there is',
      { 'EU-NEW': { name: 'N', articleOf: 'EU-GONE' } },
      'EU-NEW: articleOf names no instrument',
    ],
    ['has rows that are objects', { 'EU-NEW': 'New' }, 'EU-NEW: no name'],
    ['has notes that are texts', { 'EU-NEW': { name: 'N', note: 7 } }, 'EU-NEW: note is no text'],
    [
      'says what is to be named with it',
      { 'EU-NEW': { name: 'N', names: ['AGENCY'] } },
      'EU-NEW: names: PARTIES, COUNTRY, CITATION',
    ],
    [
      'lists what is to be named',
      { 'EU-NEW': { name: 'N', names: 'PARTIES' } },
      'EU-NEW: names: PARTIES, COUNTRY, CITATION',
    ],
    ['has no field that nobody reads', { 'EU-NEW': { name: 'N', article: '1' } }, 'EU-NEW/article: no such field'],
    [
      'has no such field in a standing',
      { 'EU-NEW': { name: 'N', standing: [{ standing: 'LAPSED', from: null, until: null }] } },
      'EU-NEW/standing/until: no such field',
    ],
    [
      'knows what a standing is',
      { 'EU-NEW': { name: 'N', standing: [{ standing: 'MAYBE', from: null }] } },
      'EU-NEW: no such standing',
    ],
    [
      'has standings in order of time',
      {
        'EU-NEW': {
          name: 'N',
          standing: [
            { standing: 'LAPSED', from: '2026-01-01' },
            { standing: 'IN_FORCE', from: '2025-01-01' },
          ],
        },
      },
      'EU-NEW: standings are not in order of time',
    ],
  ])('%s', (_, changes, fault) => expect(faults(list(changes as never))).toEqual([fault]));
});

it('a code that a version added is dropped by none that follows', () => {
  const document = list({ 'EU-NEW': { name: 'New' } });
  const state = published({ kind: 'CODE_LIST', subject: INSTRUMENT_LIST, document });
  const known = { terms: [], instruments: instrumentsKnown(state) };
  const missing = 'instruments: EU-NEW is missing; say that it has lapsed instead';
  expect(faultsOfDocument('CODE_LIST', INSTRUMENT_LIST, firstInstrumentDocument(), known)).toEqual([missing]);
  const proposal = { kind: 'CODE_LIST', subject: INSTRUMENT_LIST, document: firstInstrumentDocument() } as const;
  expect(refusalOf(() => propose(proposal, state))?.details).toEqual({ faults: missing });
});

const propose = (said: Pick<ProposeDocument['data'], 'kind' | 'subject' | 'document'>, state: Rules) =>
  rules.decide(
    {
      type: 'ProposeDocument',
      data: { ...said, change: 'c-1', inForceFrom: NOW + 70 * DAY, commentsUntil: null, exercise: null },
      meta: { actor: operator('ops-1'), now: NOW },
    },
    state,
  );

it.each([null, 'IN_FORCE', 7])('a standing that is none is told, and stops nothing: %j', (standing) => {
  const document = list({ 'EU-NEW': { name: 'N', standing: [standing] } } as never);
  expect(faultsOfDocument('CODE_LIST', INSTRUMENT_LIST, document)).toContain('EU-NEW: no such standing');
});

describe("a State's reservations and declarations (R3.1)", () => {
  const row = { country: 'PH', status: 'party', since: '2018-07-01', source: 'S' };
  const held = { kind: 'RESERVATION', article: '20(3)', from: null, source: 'S' };
  const later = { kind: 'DECLARATION', article: '29(4)', from: '2030-01-01', source: 'S' };
  const document = JSON.stringify({ asOf: '2026-11-01', rows: [{ ...row, reservations: [held, later] }] });
  const state = published({ kind: 'TREATY_STATUS', subject: 'COE-201', document });
  const at = (time: number) => judgeTreaty(state, { instrument: 'COE-201', countries: ['PH'], at: time });

  it('are told where they hold at that time, whether or not they matter', () => {
    expect(at(NOW)).toMatchObject({ soleBasis: true, reservations: [{ country: 'PH', ...held }] });
    expect(at(Date.UTC(2030, 0, 1)).reservations.map(({ article }) => article)).toEqual(['20(3)', '29(4)']);
  });
  it.each([
    { ...held, article: 'all of it' },
    { ...held, kind: 'OBJECTION' },
    { ...held, from: 'yesterday' },
    { ...held, source: '' },
    null,
  ])('say kind, article, date and source: not %j', (reservation) =>
    expect(
      faultsOfDocument(
        'TREATY_STATUS',
        'COE-201',
        JSON.stringify({ asOf: '2026-11-01', rows: [{ ...row, reservations: [reservation] }] }),
      ),
    ).toEqual(['rows/0: no reservation']),
  );
});
