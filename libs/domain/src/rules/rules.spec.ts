import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { BusEvent } from '#libs/contracts';
import type { Exercises } from '../exercise/state.js';
import { refusalOf } from '../leg/leg.fixtures.js';
import { busActors } from '../membership/bus-actors.js';
import { backendOf, eventId, operator } from '../membership/membership.fixtures.js';
import type { RulesCommand } from './commands.js';
import { differencesOf } from './differences.js';
import { codeLists, faultsOfDocument } from './document-faults.js';
import { firstReferralRules, referralRulebook } from './referral-rules.js';
import type { RulesEvent } from './rules-evolve.js';
import { rules } from './rules-stream.js';
import { proposerOf, type Rules } from './state.js';
import { treatyDocument } from './treaty-file.js';
import { judgeTreaty } from './treaties.js';

const DAY = 86_400_000;
const NOW = Date.UTC(2026, 10, 26);
const TWO_MONTHS = Date.UTC(2027, 0, 26);

interface Told {
  readonly event: BusEvent;
  readonly at?: number;
  readonly person?: string;
  readonly synthetic?: boolean;
}

const folded = (history: readonly Told[]): Rules =>
  history.reduce<Rules>(
    (state, { event, at = NOW, person = 'ops-1', synthetic = false }, index) =>
      rules.evolve(state, event, { at, eventId: eventId(index + 1), person, synthetic }),
    rules.initialState(),
  );

type Data<Type extends RulesCommand['type']> = Extract<RulesCommand, { type: Type }>['data'];
const say = <Type extends RulesCommand['type']>(
  type: Type,
  data: Data<Type>,
  { actor = operator(), now = NOW } = {},
): RulesCommand => ({ type, data, meta: { actor, now } }) as unknown as RulesCommand;

const first = (extra: Data<'PublishFirst'>['editions'] = []): Told[] =>
  rules
    .decide(
      say(
        'PublishFirst',
        { editions: [{ kind: 'RULE_SET', subject: 'referral', document: firstReferralRules() }, ...extra] },
        { actor: busActors.policy },
      ),
      rules.initialState(),
    )
    .map((event) => ({ event }));

const patient = JSON.stringify({ ...(JSON.parse(firstReferralRules()) as object), silenceDays: 60 });
const proposal: Data<'ProposeDocument'> = {
  change: 'c-1',
  kind: 'RULE_SET',
  subject: 'referral',
  document: patient,
  inForceFrom: TWO_MONTHS + DAY,
  commentsUntil: null,
  exercise: null,
};
const drills: Exercises = {
  'EX-1': { status: 'RUNNING', since: NOW, name: 'Drill', participants: ['PH-WCPC', 'GB-NCP'], plannedEnd: null },
};
const proposed = (changes: Partial<typeof proposal> = {}, history = first()): Told => {
  const data = { ...proposal, ...changes };
  const [event] = rules.decide(say('ProposeDocument', data), folded(history), drills);
  if (!event) throw new Error('nothing was proposed');
  return { event, synthetic: data.exercise !== null };
};
const codeOf = (command: RulesCommand, history: readonly Told[]): string | undefined =>
  refusalOf(() => rules.decide(command, folded(history), drills))?.code;
const approve = (changes: object = {}, by = 'ops-2', now = TWO_MONTHS) =>
  say('ApproveDocument', { change: 'c-1', exercise: null, ...changes }, { actor: operator(by), now });

describe('what a release brings', () => {
  it('is published once as the first version, and never over what was published since', () => {
    const again = say('PublishFirst', {
      editions: [{ kind: 'RULE_SET', subject: 'referral', document: patient }],
    });
    expect(rules.decide(again, folded(first()))).toEqual([]);
    expect(first().map(({ event }) => event.type)).toEqual(['RuleSetPublished']);
  });
});

describe('a change of rules (mission S2, vocabulary 9)', () => {
  it('is proposed by any member, by name', () => {
    const member = { ...backendOf('PH-WCPC'), person: 'p-7' };
    expect(rules.decide(say('ProposeDocument', proposal, { actor: member }), folded(first()))[0]?.type).toBe(
      'ChangeProposed',
    );
    expect(codeOf(say('ProposeDocument', proposal, { actor: backendOf('PH-WCPC') }), first())).toBe('PERSON_REQUIRED');
  });
  it('may be commented on for two months, shortened in exercises only', () => {
    expect(proposed().event.data).toMatchObject({ version: 2, commentsUntil: TWO_MONTHS });
    const short = { ...proposal, commentsUntil: NOW + DAY };
    expect(codeOf(say('ProposeDocument', short), first())).toBe('COMMENT_PERIOD_SHORT');
    expect(codeOf(say('ProposeDocument', { ...short, exercise: 'EX-1' }), first())).toBeUndefined();
    expect(codeOf(say('ProposeDocument', { ...proposal, inForceFrom: NOW }), first())).toBe('IN_FORCE_TOO_EARLY');
    const comment = say('CommentOnChange', { change: 'c-1', comment: 'Sixty is long.', exercise: null });
    expect(rules.decide(comment, folded([...first(), proposed()]))[0]?.type).toBe('ChangeCommented');
    const late = say('CommentOnChange', { change: 'c-1', comment: 'Late.', exercise: null }, { now: TWO_MONTHS + 1 });
    expect(codeOf(late, [...first(), proposed()])).toBe('COMMENT_PERIOD_OVER');
  });
  it('is approved by a second person, after that, and holds from its date', () => {
    const history = [...first(), proposed()];
    expect(codeOf(approve({}, 'ops-1'), history)).toBe('SECOND_PERSON_REQUIRED');
    expect(codeOf(approve({}, 'ops-2', TWO_MONTHS - 1), history)).toBe('COMMENT_PERIOD_OPEN');
    const events = rules.decide(approve(), folded(history));
    expect(events.map(({ type }) => type)).toEqual(['ChangeApproved', 'RuleSetPublished']);
    const book = referralRulebook(folded([...history, ...events.map((event) => ({ event, at: TWO_MONTHS }))]));
    expect(book.inForce(TWO_MONTHS + DAY - 1)).toMatchObject({ version: 1, silenceDays: 30 });
    expect(book.inForce(TWO_MONTHS + DAY)).toMatchObject({ version: 2, silenceDays: 60 });
    // a referral is judged by the version that it was submitted under
    expect(book.version(1).silenceDays).toBe(30);
  });
  it('is commented on by each agency so many times, and so by all', () => {
    const commentBy = (agency: string) =>
      say(
        'CommentOnChange',
        { change: 'c-1', comment: 'Sixty is long.', exercise: null },
        { actor: backendOf(agency) },
      );
    const commented = (agency: string): Told => ({
      event: {
        type: 'ChangeCommented',
        data: { change: 'c-1', comment: 'Sixty is long.', commenter: agency, commenterRole: 'LE_UNIT' },
      },
    });
    const times = (count: number, agencyOf: (n: number) => string): Told[] => [
      ...[...first(), proposed()],
      ...Array.from({ length: count }, (_, n) => commented(agencyOf(n))),
    ];
    const talkative = (count: number) => times(count, () => 'PH-WCPC');
    expect(codeOf(commentBy('PH-WCPC'), talkative(19))).toBeUndefined();
    expect(codeOf(commentBy('PH-WCPC'), talkative(20))).toBe('COMMENTS_EXHAUSTED');
    expect(codeOf(commentBy('PH-CHILD'), talkative(20))).toBeUndefined();
    expect(
      codeOf(
        commentBy('PH-CHILD'),
        times(500, (n) => `A-${n}`),
      ),
    ).toBe('COMMENTS_EXHAUSTED');
  });
  it('is one of so many open ones of its agency, among which one that takes the place of another does not count', () => {
    const LANGUAGES = Array.from({ length: 20 }, (_, n) => `a${String.fromCharCode(97 + n)}`);
    const translation = (language: string, actor = operator()) =>
      say(
        'ProposeDocument',
        {
          ...{ ...proposal, change: `c-${language}`, kind: 'CODE_LIST', subject: `Glossary.${language}` },
          document: JSON.stringify({ codes: { GROOM: 'aliciamento' } }),
        },
        { actor },
      );
    const open = LANGUAGES.flatMap((language) =>
      rules.decide(translation(language), folded(first())).map((event): Told => ({ event })),
    );
    expect(codeOf(translation('pt'), [...first(), ...open.slice(1)])).toBeUndefined();
    expect(codeOf(translation('pt'), [...first(), ...open])).toBe('PROPOSALS_EXHAUSTED');
    expect(codeOf(translation('aa'), [...first(), ...open])).toBeUndefined();
    const another = { ...backendOf('PH-WCPC'), person: 'p-7' };
    expect(codeOf(translation('pt', another), [...first(), ...open])).toBeUndefined();
  });
  it('makes place for a later one of the same person, or of the operator', () => {
    const member = { ...backendOf('PH-WCPC'), person: 'p-7' };
    const other = say('ProposeDocument', { ...proposal, change: 'c-2' }, { actor: member });
    expect(codeOf(other, [...first(), proposed()])).toBe('PROPOSAL_OPEN');
    expect(codeOf(other, [...first(), { ...proposed(), person: 'p-7' }])).toBeUndefined();
  });
  describe('that does not come into force', () => {
    const member = { ...backendOf('PH-WCPC'), person: 'p-7' };
    const ofMember = (): Told => {
      const [event] = rules.decide(say('ProposeDocument', proposal, { actor: member }), folded(first()));
      return { event: event!, person: 'p-7' };
    };
    const end = (type: 'DeclineDocument' | 'WithdrawDocument', actor = operator(), exercise: string | null = null) =>
      say(type, { change: 'c-1', reason: 'COMMENTS_AGAINST', exercise }, { actor });

    it.each([
      ['DeclineDocument', operator(), 'ChangeDeclined'],
      ['WithdrawDocument', { ...member, person: 'p-8' }, 'ChangeWithdrawn'],
    ] as const)('ends by %s: with its reason, at any time, and makes place', (type, actor, name) => {
      const history = [...first(), ofMember()];
      const [event] = rules.decide(end(type, actor), folded(history));
      expect(event).toEqual({
        type: name,
        data: {
          ...{ change: 'c-1', kind: 'RULE_SET', subject: 'referral', by: actor.agency },
          reason: 'COMMENTS_AGAINST',
        },
      });
      const after = [...history, { event: event!, at: NOW + DAY }];
      const { proposals, ended } = folded(after);
      expect(proposals).toEqual({});
      expect(ended).toMatchObject({ 'c-1': { version: 2, at: NOW + DAY, proposedAt: NOW } });
      for (const late of [approve(), end(type, actor)]) expect(codeOf(late, after)).toBe('CHANGE_NOT_OPEN');
      const next = say('ProposeDocument', { ...proposal, change: 'c-2' }, { actor: backendOf('GB-NCP') });
      expect(
        codeOf({ ...next, meta: { ...next.meta, actor: { ...next.meta.actor, person: 'p-1' } } }, after),
      ).toBeUndefined();
    });
    it('is declined by the operator alone, and not by the person who proposed it', () => {
      expect(codeOf(end('DeclineDocument', member), [...first(), ofMember()])).toBe('ROLE_REQUIRED');
      expect(codeOf(end('DeclineDocument', operator('ops-1')), [...first(), proposed()])).toBe(
        'SECOND_PERSON_REQUIRED',
      );
    });
    it('is taken back by a person of the agency that made it, and by no other', () => {
      const stranger = { ...backendOf('GB-NCP'), person: 'p-7' };
      for (const actor of [stranger, operator()])
        expect(codeOf(end('WithdrawDocument', actor), [...first(), ofMember()])).toBe('CHANGE_OF_ANOTHER_AGENCY');
      expect(codeOf(end('WithdrawDocument', backendOf('PH-WCPC')), [...first(), ofMember()])).toBe('PERSON_REQUIRED');
    });
    it('ends in the exercise that it was made in', () => {
      const history = [...first(), proposed({ commentsUntil: NOW, inForceFrom: NOW, exercise: 'EX-1' })];
      expect(codeOf(end('DeclineDocument', operator('ops-2')), history)).toBe('CHANGE_OF_EXERCISE');
      expect(codeOf(end('DeclineDocument', operator('ops-2'), 'EX-1'), history)).toBeUndefined();
    });
    it('is nobody’s to take back where its agency was not recorded', () => {
      const { event } = ofMember();
      const then = { event: { ...event, data: { ...event.data, proposer: null, proposerRole: null } } as BusEvent };
      const history = [...first(), { ...then, person: 'p-7' }];
      expect(codeOf(end('WithdrawDocument', member), history)).toBe('CHANGE_OF_ANOTHER_AGENCY');
      const { ended: _, proposals, ...stored } = folded(history);
      const before = Object.entries(proposals).map(([id, { agency: _a, role: _r, exercise: _e, ...each }]) => [
        id,
        each,
      ]);
      const upcast = [rules.upcasts[1], rules.upcasts[2], rules.upcasts[3]].reduce<unknown>(
        (text, next) => next(text),
        { ...stored, proposals: Object.fromEntries(before) as unknown },
      );
      expect(JSON.stringify(upcast)).toBe(JSON.stringify(folded(history)));
    });
  });

  describe('is known by who said what of it', () => {
    const member = { ...backendOf('PH-WCPC'), person: 'p-7' };
    const said = (command: RulesCommand, history: readonly Told[]): Told => {
      const [event] = rules.decide(command, folded(history));
      return { event: event!, ...(command.meta.actor.person !== null && { person: command.meta.actor.person }) };
    };
    const comment = say(
      'CommentOnChange',
      { change: 'c-1', comment: 'Sixty is long.', exercise: null },
      { actor: member },
    );
    const commented = (): Told[] => {
      const open = [...first(), said(say('ProposeDocument', proposal), first())];
      return [...open, said(comment, open)];
    };
    const ops = { agency: 'BUS-OPS', role: 'SCHEME_ADMIN', person: 'ops-1' };

    it('while it is open, and after it has ended', () => {
      const { proposals } = folded(commented());
      expect(proposerOf(proposals['c-1']!)).toEqual(ops);
      const { agency, role } = member;
      expect(proposals['c-1']?.comments).toEqual([
        { at: NOW, comment: 'Sixty is long.', author: { agency, role, person: 'p-7' } },
      ]);
      const end = { change: 'c-1', reason: 'COMMENTS_AGAINST', exercise: null } as const;
      const ended = said(say('DeclineDocument', end, { actor: operator('ops-2') }), commented());
      expect(folded([...commented(), ended]).ended['c-1']).toMatchObject({ author: ops, by: 'BUS-OPS' });
    });

    it('and stays unknown where it was not recorded, folded anew or stored before', () => {
      const unsaid = { proposerRole: null, commenter: null, commenterRole: null };
      const old = commented().map(({ event, ...told }) => ({
        ...told,
        event: { ...event, data: { ...event.data, ...unsaid } } as unknown as BusEvent,
      }));
      const end: BusEvent = {
        type: 'ChangeWithdrawn',
        data: { change: 'c-0', kind: 'RULE_SET', subject: 'referral', by: 'BUS-OPS', reason: 'NOT_NEEDED_ANY_MORE' },
      };
      const [proposedBefore] = old.slice(first().length);
      const earlier = { ...proposedBefore!.event.data, change: 'c-0' };
      const history = [
        ...first(),
        { event: { type: 'ChangeProposed', data: earlier } as BusEvent },
        { event: end },
        ...old.slice(first().length),
      ];
      const state = folded(history);
      expect(state.proposals['c-1']?.comments[0]?.author).toBeNull();
      expect(proposerOf(state.proposals['c-1']!)).toBeNull();
      const text = [',"author":null', ',"role":null', ',"exercise":null'].reduce(
        (json, unsaidYet) => json.replaceAll(unsaidYet, ''),
        JSON.stringify(state),
      );
      expect(text).not.toContain('author');
      expect(JSON.stringify(rules.upcasts[3](rules.upcasts[2](JSON.parse(text))))).toBe(JSON.stringify(state));
    });
  });

  it('never holds sooner than the version that it follows', () => {
    const far: RulesEvent = {
      type: 'RuleSetPublished',
      data: { set: 'referral', version: 2, inForceFrom: TWO_MONTHS + 9 * DAY, document: patient, change: null },
    };
    const history = [...first(), { event: far }];
    const [, published] = rules.decide(approve(), folded([...history, proposed({}, history)]));
    expect(published?.data).toMatchObject({ version: 3, inForceFrom: TWO_MONTHS + 9 * DAY });
    const book = referralRulebook(folded([...history, { event: published!, at: TWO_MONTHS }]));
    expect(book.inForce(TWO_MONTHS + 9 * DAY - 1).version).toBe(1);
    expect(book.inForce(TWO_MONTHS + 9 * DAY).version).toBe(3);
  });
  it('is not approved once another version was published', () => {
    const published: RulesEvent = {
      type: 'RuleSetPublished',
      data: { set: 'referral', version: 2, inForceFrom: NOW, document: patient, change: null },
    };
    expect(codeOf(approve(), [...first(), proposed(), { event: published }])).toBe('CHANGE_OUTDATED');
  });
  it('that was made in an exercise holds for no real case', () => {
    const drill = proposed({ exercise: 'EX-1', commentsUntil: NOW, inForceFrom: NOW });
    const history = [...first(), drill];
    expect(codeOf(approve({}, 'ops-2', NOW), history)).toBe('CHANGE_OF_EXERCISE');
    const events = rules.decide(approve({ exercise: 'EX-1' }, 'ops-2', NOW), folded(history), drills);
    const after = [...history, ...events.map((event) => ({ event, synthetic: true }))];
    expect(referralRulebook(folded(after)).inForce(NOW + DAY).version).toBe(1);
    // nor does it take a number away from what holds
    expect(proposed({}, after).event.data).toMatchObject({ version: 2 });
  });
  it.each([
    ['a hop limit of nothing', { hopLimit: 0 }, 'hopLimit'],
    ['an urgent referral that expires', { expiryDays: { P1: 3 } }, 'P1 never expires'],
    ['a rule that nobody knows', { moonPhase: 3 }, 'moonPhase: no such rule'],
  ])('is refused with %s', (_what, changed, fault) => {
    const document = JSON.stringify({ ...(JSON.parse(firstReferralRules()) as object), ...changed });
    const error = refusalOf(() => rules.decide(say('ProposeDocument', { ...proposal, document }), folded(first())));
    expect([error?.code, String(error?.details['faults'])]).toEqual([
      'DOCUMENT_UNSUITABLE',
      expect.stringContaining(fault),
    ]);
  });
});

describe('a code list (vocabulary 5.1 R5.3)', () => {
  const grounds = { codes: codeLists['Ground']?.codes ?? {} };
  const faultsOf = (document: object): string | undefined => {
    const command = say('ProposeDocument', {
      ...proposal,
      kind: 'CODE_LIST',
      subject: 'Ground',
      document: JSON.stringify(document),
    });
    const error = refusalOf(() => rules.decide(command, folded(first())));
    return error ? String(error.details['faults']) : undefined;
  };
  it('explains its codes anew, and retires them', () => {
    expect(faultsOf({ ...grounds, retired: ['STALE'] })).toBeUndefined();
    expect(faultsOf({ codes: { ...grounds.codes, STALE: 'Too old to act on.' } })).toBeUndefined();
  });
  it('says what is retired in the version in force, and may take a code back', () => {
    const edition = (version: number, retired: string[]): Told => ({
      event: {
        type: 'CodeListPublished',
        data: {
          ...{ list: 'Ground', version, owner: 'SCHEME_ADMIN', change: null, inForceFrom: NOW + version * DAY },
          document: JSON.stringify({ ...grounds, retired }),
        },
      },
    });
    const drilled = { ...edition(2, ['CAPACITY']), synthetic: true };
    const { codes } = referralRulebook(folded([edition(1, []), drilled, edition(2, ['STALE']), edition(3, [])]));
    const retiredOn = (day: number) => codes.retiredAt(NOW + day * DAY).get('Ground');
    expect([1, 3].map(retiredOn)).toEqual([undefined, undefined]);
    expect(retiredOn(2)).toMatchObject({ version: 2, codes: new Set(['STALE']) });
    expect(referralRulebook(folded([edition(1, [])])).codes.retiredAt(NOW + DAY).size).toBe(0);
  });
  it('neither drops a code, since old events say it, nor takes one in that no schema has', () => {
    const { STALE: _, ...fewer } = grounds.codes as Record<string, string>;
    expect(faultsOf({ codes: fewer })).toContain('STALE is missing');
    expect(faultsOf({ codes: { ...grounds.codes, WHATEVER: 'New.' } })).toContain('WHATEVER is in no schema');
  });
});

describe('a translation of the glossary (vocabulary 5.2 R5.2)', () => {
  const propose = (codes: object) =>
    say('ProposeDocument', {
      ...proposal,
      kind: 'CODE_LIST',
      subject: 'Glossary.pt',
      document: JSON.stringify({ codes }),
    });
  it('is approved row by row', () => {
    expect(codeOf(propose({ GROOM: 'aliciamento para fins sexuais' }), first())).toBeUndefined();
    expect(codeOf(propose({ GROOM: 'a', SEXTING: 'b' }), first())).toBe('TRANSLATION_NOT_ONE_ROW');
    expect(codeOf(propose({ WHATEVER: 'a' }), first())).toBe('DOCUMENT_UNSUITABLE');
  });
});

describe('the status of a treaty (vocabulary 3.2 R3.1 to R3.4)', () => {
  const rows = [
    { country: 'PH', status: 'party', since: '2018-07-01', source: 'S' },
    { country: 'NZ', status: 'party', since: '2025-12-01', source: 'S' },
    { country: 'GB', status: 'party', since: null, source: 'S' },
    { country: 'PL', status: 'unverified', since: null, source: 'S' },
    { country: 'FJ', status: 'party-inferred', since: '2024-01-01', source: 'S' },
    { country: 'IE', status: 'signatory', since: null, source: 'S' },
  ];
  const document = JSON.stringify({ asOf: '2026-11-01', rows });
  const state = folded(first([{ kind: 'TREATY_STATUS', subject: 'COE-185', document }]));
  const judge = (countries: string[], at = NOW + DAY) => judgeTreaty(state, { instrument: 'COE-185', countries, at });
  it('carries a disclosure between States whose membership is dated and confirmed', () =>
    expect(judge(['PH', 'NZ'])).toEqual({ soleBasis: true, version: 1, findings: [], reservations: [] }));
  it.each([
    ['GB', 'UNDATED'],
    ['PL', 'UNVERIFIED'],
    ['FJ', 'UNVERIFIED'],
    ['IE', 'NOT_A_PARTY'],
    ['QQ', 'NOT_A_PARTY'],
  ])('is no sole basis with %s: %s', (country, obstacle) =>
    expect(judge(['PH', country])).toMatchObject({ soleBasis: false, findings: [{ country, obstacle }] }),
  );
  it('is judged at the time of the event, not today', () => {
    expect(judge(['PH'], NOW - 1)).toMatchObject({ soleBasis: false, version: null });
    const later = folded([
      {
        event: {
          type: 'TreatyStatusPublished',
          data: { instrument: 'COE-185', version: 1, asOf: 0, inForceFrom: 0, document, change: null },
        },
      },
    ]);
    const at = (time: number) => judgeTreaty(later, { instrument: 'COE-185', countries: ['NZ'], at: time });
    expect(at(Date.UTC(2025, 10, 30))).toMatchObject({
      soleBasis: false,
      findings: [{ obstacle: 'NOT_YET_IN_FORCE' }],
    });
    expect(at(Date.UTC(2025, 11, 1))).toMatchObject({ soleBasis: true });
  });
});

describe('the file of convention parties', () => {
  const csv = readFileSync(join(import.meta.dirname, '../../../../reference/convention-parties.csv'), 'utf8');
  it.each(['COE-185', 'COE-201'] as const)('gives a sound first version of %s, and fills nothing in', (instrument) => {
    const document = treatyDocument(csv, instrument, '2026-11-01');
    expect(faultsOfDocument('TREATY_STATUS', instrument, document)).toEqual([]);
    const { rows } = JSON.parse(document) as { rows: { status: string; since: string | null }[] };
    const parties = rows.filter(({ status }) => status === 'party');
    const dated = parties.filter(({ since }) => since !== null);
    expect([parties.length, dated.length]).toEqual(instrument === 'COE-185' ? [58, 49] : [48, 10]);
  });
  it('is refused without its columns', () =>
    expect(() => treatyDocument('iso2,country', 'COE-185', '2026-11-01')).toThrow('no column budapest_status'));
});

describe('two versions side by side', () => {
  it('differ where they do, and nowhere else', () =>
    expect(differencesOf(firstReferralRules(), patient)).toEqual([{ path: '/silenceDays', before: 30, after: 60 }]));
  it('tell rows of a list apart by their country, not by their place', () => {
    const [a, b] = [
      { country: 'AA', status: 'party' },
      { country: 'BB', status: 'invited' },
    ];
    const before = JSON.stringify({ rows: [a, b] });
    const after = JSON.stringify({ rows: [{ ...b, status: 'party' }] });
    expect(differencesOf(before, after)).toEqual([
      { path: '/rows/AA/country', before: 'AA' },
      { path: '/rows/AA/status', before: 'party' },
      { path: '/rows/BB/status', before: 'invited', after: 'party' },
    ]);
  });
  it('of the same text differ nowhere', () =>
    fc.assert(fc.property(fc.json(), (text) => expect(differencesOf(text, text)).toEqual([]))));
});
