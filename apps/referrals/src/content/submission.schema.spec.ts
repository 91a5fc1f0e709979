import { canonicalRequest } from '#libs/accepting';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { faultsOf } from '#libs/platform';
import { exampleBatch, exampleSubmission } from '../api-docs/examples.js';
import { submissionSchema } from './submission.schema.js';

type Json = Record<string, unknown>;

const sent = (changes: Json = {}): Json => ({ ...structuredClone(exampleSubmission), ...changes });
const incident = (changes: Json): Json => sent({ incident: { ...exampleSubmission.incident, ...changes } });
const faults = (value: unknown): string[] => {
  const parsed = submissionSchema.safeParse(value);
  return parsed.success ? [] : faultsOf(parsed.error.issues, value).map(({ path, rule }) => `${path} ${rule}`);
};

describe('a submission', () => {
  it.each([exampleSubmission, ...exampleBatch.items.map((item) => item.referral)])(
    'may be as in the examples',
    (value) => expect(faults(value)).toEqual([]),
  );

  it('may say that it is not known how a country is concerned: UNKNOWN is a code of the list (vocabulary 3.4)', () => {
    const nexus = [{ country: 'GB', basis: 'UNKNOWN', confidence: 'LOW' }];
    expect(faults(sent({ nexus }))).toEqual([]);
    expect(submissionSchema.parse(sent({ nexus })).nexus).toEqual(nexus);
    const unsure = [{ ...nexus[0], confidence: 'UNKNOWN' }];
    expect(faults(sent({ nexus: unsure }))).toEqual(['/nexus/0/confidence INVALID_VALUE']);
  });

  it('may leave out what is not known, or say null', () => {
    const { to, incident: what, priority } = exampleSubmission;
    const bare = { to: { agency: to.agency }, incident: { offenceType: what.offenceType }, priority };
    const nulls = { ...bare, reference: null, reporter: null, sentAt: null, subjects: [] };
    expect([faults(bare), faults(nulls)]).toEqual([[], []]);
    const texts = [bare, nulls].map((value) => canonicalRequest('Submit', null, submissionSchema.parse(value)));
    expect(texts[0]).toBe(texts[1]);
  });

  it.each([
    'from',
    'sender',
    'jurisdiction',
    'lane',
    'position',
    'id',
    'leg',
    'status',
    'meta',
    'actor',
    'after',
    'acceptedAt',
    'legalBasis',
    'handling',
    'agency',
    'correlation',
    'narrative',
    'victim',
    'hash',
    'attachments',
  ])('may not set %s', (field) => {
    expect(faults(sent({ [field]: 'PH' }))).toEqual([`/${field} UNKNOWN_FIELD`]);
    expect(faults(sent({ to: { agency: 'PH-WCPC', [field === 'agency' ? 'lane' : field]: 1 } }))).toHaveLength(1);
  });

  it.each([
    ['no offence type', incident({ offenceType: undefined }), '/incident/offenceType REQUIRED'],
    [
      'the type that stands for unknown ones',
      incident({ offenceType: 'UNKNOWN' }),
      '/incident/offenceType INVALID_VALUE',
    ],
    ['a modifier twice', incident({ modifiers: ['SPAM', 'SPAM'] }), '/incident/modifiers DUPLICATE'],
    ['30 February', incident({ occurredAt: '2026-02-30T10:00:00Z' }), '/incident/occurredAt INVALID_FORMAT'],
    [
      '29 February of a common year',
      incident({ occurredAt: '2025-02-29T10:00:00Z' }),
      '/incident/occurredAt INVALID_FORMAT',
    ],
    ['25 o’clock', incident({ occurredAt: '2026-02-03T25:00:00Z' }), '/incident/occurredAt INVALID_FORMAT'],
    ['a time without zone', incident({ occurredAt: '2026-02-03T10:00:00' }), '/incident/occurredAt INVALID_FORMAT'],
    ['a date alone', incident({ occurredAt: '2026-02-03' }), '/incident/occurredAt INVALID_FORMAT'],
    ['a number for a time', incident({ occurredAt: 1_790_000_000 }), '/incident/occurredAt INVALID_TYPE'],
    ['the year 0001', incident({ occurredAt: '0001-01-01T00:00:00Z' }), '/incident/occurredAt OUT_OF_RANGE'],
    ['the year 9999', incident({ occurredAt: '9999-12-31T23:59:59Z' }), '/incident/occurredAt OUT_OF_RANGE'],
    ['the year +275760', incident({ occurredAt: '+275760-09-13T00:00:00Z' }), '/incident/occurredAt INVALID_FORMAT'],
    [
      'a time with 10,000 decimals',
      incident({ occurredAt: `2026-02-03T10:00:00.${'1'.repeat(10_000)}Z` }),
      '/incident/occurredAt TOO_BIG',
    ],
    ['a zone of nowhere', incident({ zone: 'Asia/Atlantis' }), '/incident/zone UNKNOWN_ZONE'],
    ['an offset for a zone', incident({ zone: '+08:00' }), '/incident/zone UNKNOWN_ZONE'],
    ['a path for a zone', incident({ zone: '../../etc/passwd' }), '/incident/zone UNKNOWN_ZONE'],
    [
      'a country that is none',
      sent({ nexus: [{ country: 'UK', basis: 'OFFENCE_PLACE', confidence: 'LOW' }] }),
      '/nexus/0/country UNKNOWN_COUNTRY',
    ],
    [
      'a nexus twice',
      sent({ nexus: [exampleSubmission.nexus[0], { ...exampleSubmission.nexus[0], confidence: 'LOW' }] }),
      '/nexus DUPLICATE',
    ],
    ['a negative count', sent({ files: [{ kind: 'IMAGE', count: -1 }] }), '/files/0/count TOO_SMALL'],
    ['a count of half a file', sent({ files: [{ kind: 'IMAGE', count: 0.5 }] }), '/files/0/count INVALID_TYPE'],
    ['a count in letters', sent({ files: [{ kind: 'IMAGE', count: '3' }] }), '/files/0/count INVALID_TYPE'],
    ['more files than there are', sent({ files: [{ kind: 'IMAGE', count: 1e15 }] }), '/files/0/count TOO_BIG'],
    [
      'a kind of file twice',
      sent({
        files: [
          { kind: 'IMAGE', count: 1 },
          { kind: 'IMAGE', count: 2 },
        ],
      }),
      '/files DUPLICATE',
    ],
    ['no reason for its priority', sent({ priority: { level: 'P1', reasons: [] } }), '/priority/reasons TOO_SMALL'],
    [
      'a priority of its own',
      sent({ priority: { level: 'P0', reasons: ['LIFE_THREAT'] } }),
      '/priority/level INVALID_VALUE',
    ],
    ['a reference that is a sentence', sent({ reference: 'a sentence with blanks' }), '/reference INVALID_FORMAT'],
    ['an e-mail address as a reference', sent({ reference: 'a.b@example.org' }), '/reference INVALID_FORMAT'],
    ['a digest as a reference', sent({ reference: `sha256:${'a1'.repeat(20)}` }), '/reference LOOKS_LIKE_DIGEST'],
    ['a role that nobody has', sent({ to: { agency: 'PH-WCPC', role: 'KING' } }), '/to/role INVALID_VALUE'],
    ['a role from the prototype', sent({ to: { agency: 'PH-WCPC', role: 'toString' } }), '/to/role INVALID_VALUE'],
    ['a list for an agency', sent({ to: { agency: ['PH-WCPC'] } }), '/to/agency INVALID_TYPE'],
    ['an agency in full-width letters', sent({ to: { agency: 'ＰＨ-WCPC' } }), '/to/agency INVALID_FORMAT'],
    ['a list for a recipient', sent({ to: [] }), '/to INVALID_TYPE'],
    ['a text for synthetic', sent({ synthetic: 'false' }), '/synthetic INVALID_TYPE'],
  ])('is refused with %s', (_what, value, fault) => expect(faults(value)).toEqual([fault]));

  it.each([null, undefined, [], 'text', 7, true])('is refused when it is %p', (value) =>
    expect(faults(value)).toHaveLength(1),
  );

  it('is refused with 100,000 links, without looking at each', () =>
    expect(
      faults(sent({ nexus: Array(100_000).fill(exampleSubmission.nexus[0]) })).some((fault) =>
        fault.endsWith('TOO_BIG'),
      ),
    ).toBe(true));
});

describe('whatever is added to a submission', () => {
  const objects = (value: unknown): object[] => {
    if (typeof value !== 'object' || value === null) return [];
    const inner = Object.values(value).flatMap(objects);
    return Array.isArray(value) ? inner : [value, ...inner];
  };

  it('at any depth and under any name, it is refused', () =>
    fc.assert(
      fc.property(
        fc.nat(),
        fc.oneof(fc.string(), fc.constantFrom('lane', 'valueOf', '__defineGetter__')),
        (at, name) => {
          const value = sent();
          const places = objects(value);
          const place = places[at % places.length] ?? value;
          fc.pre(!['role', ...Object.keys(place)].includes(name) && !(place === value && name === 'subjects'));
          Object.defineProperty(place, name, { value: 'x', enumerable: true });
          expect(faults(value).join()).toMatch(/UNKNOWN_FIELD/);
        },
      ),
    ));

  it('as a prototype, it is refused and changes none', () => {
    const value: unknown = JSON.parse(
      JSON.stringify(exampleSubmission).replace('{', '{"__proto__":{"synthetic":false},'),
    );
    expect(faults(value)).toEqual(['/? UNKNOWN_FIELD']);
    expect(Object.hasOwn(Object.prototype, 'synthetic')).toBe(false);
  });
});

describe('the name of a company', () => {
  const company = (text: string): string[] => faults(sent({ reporter: { company: text, role: 'INDUSTRY_TS' } }));

  it.each([
    'Müller & Söhne',
    'شرکت نمونه',
    'می‌خواهم',
    '株式会社例',
    'O’Neill "Video", Inc.',
    '=2+5',
    '<b>x</b>',
    "'); DROP TABLE journal;--",
    '${jndi:ldap://x}',
    '{{7*7}}',
  ])('may be %s', (text) => expect(company(text)).toEqual([]));

  it.each([
    ['a line break', 'a\nb'],
    ['a carriage return and a header', 'a\r\nBus-Role: X'],
    ['an escape sequence', 'a\u001b[2Jb'],
    ['a NUL', 'a\u0000b'],
    ['text that is shown backwards', 'exe.\u202Egpj'],
    ['an isolate', 'a\u2066b'],
    ['a tag', 'a\u{E0041}b'],
    ['a private character', 'a\uE000b'],
    ['a zero-width no-break space', '\uFEFFa'],
    ['a line separator', 'a\u2028b'],
  ])('may not hold %s', (_what, text) => expect(company(text)).toEqual(['/reporter/company CHARACTER_NOT_ALLOWED']));

  it('is neither empty, nor a digest, nor a novel', () => {
    expect(company('   ')).toEqual(['/reporter/company EMPTY']);
    expect(company('\u200d\u200d')).toEqual(['/reporter/company EMPTY']);
    expect(company('d41d8cd98f00b204e9800998ecf8427e')).toEqual(['/reporter/company LOOKS_LIKE_DIGEST']);
    expect(company('ö'.repeat(121))).toEqual(['/reporter/company TOO_BIG']);
  });

  it('means the same in either of Unicode’s forms', () => {
    const of = (text: string): unknown =>
      submissionSchema.parse(sent({ reporter: { company: text, role: 'INDUSTRY_TS' } }));
    expect(of('Mu\u0308ller ')).toEqual(of('M\u00fcller'));
  });
});

describe('the canonical request', () => {
  const canonical = (value: unknown): string => canonicalRequest('SubmitReferral', null, submissionSchema.parse(value));

  it('does not depend on the order in which fields were sent', () =>
    fc.assert(
      fc.property(fc.array(fc.nat(), { minLength: 1, maxLength: 60 }), (order) => {
        let turn = 0;
        const next = (): number => order[turn++ % order.length] ?? 0;
        expect(canonical(shuffled(exampleSubmission, next))).toBe(canonical(exampleSubmission));
      }),
    ));

  it('is the same for the same instant in another zone, and another for any other content', () => {
    expect(canonical(sent({ sentAt: '2026-11-02T02:30:00+01:00' }))).toBe(canonical(exampleSubmission));
    expect(canonical(sent({ sentAt: '2026-11-02T02:30:01+01:00' }))).not.toBe(canonical(exampleSubmission));
    expect(canonical(sent({ synthetic: false }))).not.toBe(canonical(exampleSubmission));
  });

  it('stays as it was released, since old keys are compared with it', () =>
    expect(canonical(exampleSubmission)).toBe(
      'SubmitReferral\n\n{"to":{"agency":"PH-WCPC","role":"LE_UNIT"},"reference":"CT-2026-118402",' +
        '"reporter":{"company":"Example Video Ltd","role":"INDUSTRY_TS"},"incident":{"offenceType":"SOLICITATION",' +
        '"modifiers":["FINANCIAL_EXTORTION"],"occurredAt":1793578500000,"zone":"Asia/Manila"},"files":[{"kind":"CHAT_LOG","count":2}],' +
        '"nexus":[{"country":"PH","basis":"VICTIM_PRESENT","confidence":"MEDIUM"},{"country":"US","basis":"PROVIDER_ESTABLISHED","confidence":"HIGH"}],' +
        '"priority":{"level":"P2","reasons":["EXTORTION_ACTIVE"]},"sentAt":1793583000000,"synthetic":true}',
    ));
});

function shuffled(value: unknown, next: () => number): unknown {
  if (Array.isArray(value)) return value.map((item) => shuffled(item, next));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, member]) => ({ key, member: shuffled(member, next), at: next() }));
  return Object.fromEntries(entries.sort((a, b) => a.at - b.at).map(({ key, member }) => [key, member]));
}
