import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { BusEvent } from '#libs/contracts';
import { refusalOf } from '../leg/leg.fixtures.js';
import { findTerms, firstGlossary, glossary, GLOSSARY } from '../glossary/glossary.js';
import { busActors } from '../membership/bus-actors.js';
import { demoDirectory, eventId, folded as membersOf, foundBus, operator } from '../membership/membership.fixtures.js';
import { partsOf, responsibilities, responsibilityRows, STEPS } from '../membership/responsibilities.js';
import { rightsOf, roles } from '../membership/roles.js';
import { stakeholderDocument } from '../membership/stakeholders.js';
import { whoMustAct } from '../membership/who-must-act.js';
import type { FirstEdition } from './commands.js';
import { differencesOf } from './differences.js';
import { faultsOfDocument } from './document-faults.js';
import {
  allTranslationsInForce,
  glossaryInForce,
  responsibilitiesInForce,
  rolesInForce,
  translationsInForce,
} from './reference-in-force.js';
import { firstResponsibilityRules, RESPONSIBILITY_RULES } from './responsibility-rules.js';
import { firstRoleList, ROLE_LIST } from './role-table.js';
import { rules } from './rules-stream.js';
import type { DocumentKind, Rules } from './state.js';

const DAY = 86_400_000;
const NOW = Date.UTC(2026, 10, 26);
const TWO_MONTHS = Date.UTC(2027, 0, 26);
const FROM = TWO_MONTHS + 7 * DAY;

const firsts: FirstEdition[] = [
  { kind: 'RULE_SET', subject: RESPONSIBILITY_RULES, document: firstResponsibilityRules() },
  { kind: 'CODE_LIST', subject: ROLE_LIST, document: firstRoleList() },
  { kind: 'CODE_LIST', subject: GLOSSARY, document: firstGlossary() },
];

const after = (state: Rules, events: readonly BusEvent[], at = NOW, person = 'ops-1'): Rules =>
  events.reduce<Rules>(
    (before, event, index) =>
      rules.evolve(before, event, { at, eventId: eventId(index + 1), person, synthetic: false }),
    state,
  );
const meta = (by = 'ops-1', now = NOW) => ({ actor: operator(by), now });
const founded = after(
  rules.initialState(),
  rules.decide(
    { type: 'PublishFirst', data: { editions: firsts }, meta: { actor: busActors.policy, now: NOW } },
    rules.initialState(),
  ),
);

const propose = (kind: DocumentKind, subject: string, document: unknown, state = founded): BusEvent[] => {
  const text = { kind, subject, document: JSON.stringify(document), inForceFrom: FROM };
  const data = { ...text, change: 'c-1', commentsUntil: null, exercise: null };
  return rules.decide({ type: 'ProposeDocument', data, meta: meta() }, state);
};

/** Proposed by one, open to comments, approved by another: it holds from FROM on. */
function published(kind: DocumentKind, subject: string, document: unknown, state = founded): Rules {
  const open = after(state, propose(kind, subject, document, state));
  const approval = { change: 'c-1', exercise: null };
  const events = rules.decide({ type: 'ApproveDocument', data: approval, meta: meta('ops-2', TWO_MONTHS) }, open);
  return after(open, events, TWO_MONTHS, 'ops-2');
}

const faultsIn = (kind: DocumentKind, subject: string, document: unknown): string =>
  String(refusalOf(() => propose(kind, subject, document))?.details['faults'] ?? '');

/** A document as it was first published, to be changed by a test. */
const copyOf = <Document>(text: string): Document => JSON.parse(text) as Document;

interface Term {
  preferred: string;
  class: string;
  avoid: { term: string; confirmed: boolean }[];
  aliases?: string[];
  confirmed: boolean;
  source: string;
}
const glossaryDocument = () => copyOf<{ source: string; codes: Record<string, Term> }>(firstGlossary());
const roleDocument = () => copyOf<{ source: string; codes: Record<string, Record<string, unknown>> }>(firstRoleList());
const table = () =>
  copyOf<{
    columns: Record<string, string[]>;
    steps: Record<string, { meaning: string; cells: Record<string, string> }>;
  }>(firstResponsibilityRules());

describe('glossary, roles and who does what as versioned data (features F4, mission S2)', () => {
  it('are first what a release brings, and hold from ever', () => {
    for (const { kind, subject, document } of firsts) expect(faultsOfDocument(kind, subject, document)).toEqual([]);
    for (const at of [0, NOW]) {
      expect(responsibilitiesInForce(founded, at)).toEqual({ version: 1, content: responsibilities });
      expect(rolesInForce(founded, at)).toEqual({ version: 1, content: roles });
      expect(glossaryInForce(founded, at).version).toBe(1);
    }
  });
  it('are those of this build, in no version, until any were published', () => {
    const none = rules.initialState();
    expect(responsibilitiesInForce(none, NOW)).toEqual({ version: null, content: responsibilities });
    expect(rolesInForce(none, NOW)).toEqual({ version: null, content: roles });
    expect(findTerms('sextortion', glossaryInForce(none, NOW).content)).toEqual(findTerms('sextortion'));
  });
});

describe('the glossary (vocabulary 5.2)', () => {
  const withTerm = () => {
    const document = glossaryDocument();
    document.codes['NUDIFY'] = {
      preferred: 'synthetic sexualised imagery of a child',
      class: 'CARE',
      avoid: [{ term: 'nudify app', confirmed: false }],
      aliases: ['nudification'],
      confirmed: false,
      source: 'proposed by a hotline',
    };
    return document;
  };
  it('takes in a term that holds from its date, and can be compared with the version before', () => {
    const state = published('CODE_LIST', GLOSSARY, withTerm());
    const found = (at: number): [number | null, string[]] => {
      const { version, content } = glossaryInForce(state, at);
      return [version, findTerms('nudification', content).map(({ code }) => code)];
    };
    expect(found(FROM - 1)).toEqual([1, []]);
    expect(found(FROM)).toEqual([2, ['NUDIFY']]);
    expect(differencesOf(firstGlossary(), JSON.stringify(withTerm())).map(({ path }) => path)).toContain(
      '/codes/NUDIFY/avoid/nudify app/confirmed',
    );
  });
  it('lets its newest terms be translated, and no others (R5.2)', () => {
    const row = { codes: { NUDIFY: 'imagens sexualizadas sintéticas de uma criança' } };
    expect(faultsIn('CODE_LIST', 'Glossary.pt', row)).toContain('no term NUDIFY');
    const state = published('CODE_LIST', GLOSSARY, withTerm());
    const translated = published('CODE_LIST', 'Glossary.pt', row, state);
    expect(translationsInForce(translated, 'pt', FROM)).toEqual({ version: 1, content: row.codes });
    expect(translationsInForce(translated, 'pt', FROM - 1)).toEqual({ version: null, content: {} });
  });
  it('is searched by approved translations into every language, from their date on (R5.1, R5.2)', () => {
    const word = fc.stringMatching(/^[a-zàéñõüйш日本]{3,12}$/u);
    fc.assert(
      fc.property(
        fc.constantFrom('pt', 'de', 'ja'),
        fc.constantFrom(...Object.keys(glossary)),
        word,
        (lang, code, text) => {
          const state = published('CODE_LIST', `Glossary.${lang}`, { codes: { [code]: `${text} (${lang})` } });
          const found = (at: number): string[] =>
            findTerms(` ${text.toUpperCase().normalize('NFD')} (`, glossary, allTranslationsInForce(state, at)).map(
              (each) => each.code,
            );
          expect([found(FROM - 1).includes(code), found(FROM)]).toEqual([false, [code]]);
        },
      ),
    );
  });
  it('finds a term by the row of any language, and by none that is only proposed', () => {
    const [pt, de] = [{ codes: { GROOM: 'aliciamento' } }, { codes: { GROOM: 'Cybergrooming-Anbahnung' } }];
    const state = published('CODE_LIST', 'Glossary.de', de, published('CODE_LIST', 'Glossary.pt', pt));
    const proposed = after(state, propose('CODE_LIST', 'Glossary.fr', { codes: { GROOM: 'sollicitation' } }, state));
    const found = (words: string) =>
      findTerms(words, glossary, allTranslationsInForce(proposed, FROM)).map(({ code }) => code);
    expect(['aliciamento', 'anbahnung', 'sollicitation'].map(found)).toEqual([['GROOM'], ['GROOM'], []]);
  });
  it('never drops a term, also none that came in since', () => {
    expect(faultsIn('CODE_LIST', GLOSSARY, { ...glossaryDocument(), codes: {} })).toContain('CSAM is missing');
    const state = published('CODE_LIST', GLOSSARY, withTerm());
    const error = refusalOf(() => propose('CODE_LIST', GLOSSARY, glossaryDocument(), state));
    expect(String(error?.details['faults'])).toContain('NUDIFY is missing');
  });
  it.each<[string, (document: ReturnType<typeof glossaryDocument>) => void, string]>([
    ['what it forbids elsewhere', ({ codes }) => (codes['CSEM']!.preferred = 'CHILD ABUSER'), 'to be avoided'],
    ['nothing', ({ codes }) => (codes['GROOM']!.preferred = ' '), 'GROOM/preferred'],
    ['something in a class that has no usable form', ({ codes }) => (codes['CAM']!.class = 'AVOID'), 'CAM/preferred'],
    ['a class that nobody knows', ({ codes }) => (codes['CAM']!.class = 'MAYBE'), 'CAM/class'],
    ['a word of no standing', ({ codes }) => (codes['CAM']!.avoid = [{ term: 'x' } as never]), 'CAM/avoid'],
    ['a term without a source', ({ codes }) => (codes['CAM']!.source = ''), 'CAM/source'],
    ['a field that nobody reads', ({ codes }) => Object.assign(codes['CAM']!, { moon: 1 }), 'CAM/moon'],
  ])('does not prefer %s', (_what, change, fault) => {
    const document = glossaryDocument();
    change(document);
    expect(faultsIn('CODE_LIST', GLOSSARY, document)).toContain(fault);
  });
});

describe('the roles (vocabulary 6)', () => {
  it('change in their texts and their regime, which hold from their date', () => {
    const document = roleDocument();
    Object.assign(document.codes['HELPLINE']!, { contributes: 'calls and chats of children', regime: 'GDPR/NATIONAL' });
    const state = published('CODE_LIST', ROLE_LIST, document);
    expect(rolesInForce(state, FROM - 1)).toEqual({ version: 1, content: roles });
    expect(rolesInForce(state, FROM)).toMatchObject({
      version: 2,
      content: { HELPLINE: { contributes: 'calls and chats of children', regime: 'GDPR/NATIONAL' } },
    });
  });
  it('never tell other rights than those that the door enforces', () =>
    fc.assert(
      fc.property(
        fc.constantFrom(...Object.keys(roles)),
        fc.boolean(),
        fc.boolean(),
        fc.constantFrom('SET', 'RAISE', 'PROPOSE', 'NONE'),
        (role, originate, receive, priority) => {
          const document = roleDocument();
          Object.assign(document.codes[role]!, { originate, receive, priority });
          const enforced = rightsOf(role);
          const same =
            originate === enforced.originate && receive === enforced.receive && priority === enforced.priority;
          expect(faultsOfDocument('CODE_LIST', ROLE_LIST, JSON.stringify(document)).length === 0).toBe(same);
        },
      ),
    ));
  it('show what is enforced also where an earlier release published something else', () => {
    const document = roleDocument();
    document.codes['RESEARCH']!['receive'] = true;
    const data = { list: ROLE_LIST, version: 1, owner: 'SCHEME_ADMIN', inForceFrom: NOW, change: null };
    const event: BusEvent = { type: 'CodeListPublished', data: { ...data, document: JSON.stringify(document) } };
    const state = after(rules.initialState(), [event]);
    expect(rolesInForce(state, NOW).content['RESEARCH']).toEqual(roles.RESEARCH);
  });
  it('are the same 18, each with its texts', () => {
    const document = roleDocument();
    const { RESEARCH, ...codes } = document.codes;
    expect(faultsIn('CODE_LIST', ROLE_LIST, { ...document, codes })).toContain('RESEARCH is missing');
    expect(faultsIn('CODE_LIST', ROLE_LIST, { ...document, codes: { ...document.codes, WIZARD: RESEARCH } })).toContain(
      'WIZARD is no role',
    );
    expect(faultsIn('CODE_LIST', ROLE_LIST, { ...document, retired: ['RESEARCH'] })).toContain(
      'retired: no such field',
    );
    Object.assign(document.codes['HEALTH']!, { actor: '' });
    expect(faultsIn('CODE_LIST', ROLE_LIST, document)).toContain('HEALTH/actor');
  });
});

describe('who does what (vocabulary 6.1)', () => {
  const withHealth = () => {
    const document = table();
    document.columns['health'] = ['HEALTH'];
    for (const row of Object.values(document.steps)) row.cells['health'] = '-';
    document.steps['SAFEGUARD']!.cells['health'] = 'R (P1)';
    return document;
  };
  it('changes in its cells and columns, which decide from their date who must act', () => {
    const state = published('RULE_SET', RESPONSIBILITY_RULES, withHealth());
    const [before, then] = [responsibilitiesInForce(state, FROM - 1), responsibilitiesInForce(state, FROM)];
    expect([before.version, then.version]).toEqual([1, 2]);
    const played = (content: typeof responsibilities) => partsOf('SAFEGUARD', 'HEALTH', { priority: 'P1' }, content);
    expect([played(before.content), played(then.content)]).toEqual([[], ['R']]);
    expect(
      responsibilityRows(then.content)
        .find(({ step }) => step === 'SAFEGUARD')
        ?.cells.at(-1),
    ).toBe('R (P1)');
    const clinic = { agency: 'BR-HEALTH', name: 'Clinic', country: 'BR', roles: ['HEALTH'], needsRelease: false };
    const members = membersOf([
      ...foundBus(demoDirectory),
      { type: 'MemberAdmitted', data: { ...clinic, rights: null, proposal: null } },
    ]);
    const asked = { step: 'SAFEGUARD', country: 'BR', priority: 'P1', now: FROM } as const;
    const acts = (content: typeof responsibilities) => whoMustAct(members, asked, content).map(({ agency }) => agency);
    expect([acts(before.content), acts(then.content)]).toEqual([[], ['BR-HEALTH']]);
  });
  it('is compared cell by cell', () =>
    expect(differencesOf(firstResponsibilityRules(), JSON.stringify(withHealth()))).toContainEqual({
      path: '/steps/SAFEGUARD/cells/health',
      after: 'R (P1)',
    }));
  it('leaves no step without somebody who is responsible and somebody who is accountable, whatever is proposed', () =>
    fc.assert(
      fc.property(
        fc.constantFrom(...STEPS),
        fc.array(fc.constantFrom('R', 'A', 'C', 'R (P1)', 'A/R', '-')),
        (step, texts) => {
          const document = table();
          const columns = Object.keys(document.columns);
          // roles that may play every part: what is refused is refused for the rule alone
          for (const [at, column] of columns.entries())
            document.steps[step]!.cells[column] = ['source', 'oversight'].includes(column) ? '-' : (texts[at] ?? '-');
          const text = JSON.stringify(document);
          if (faultsOfDocument('RULE_SET', RESPONSIBILITY_RULES, text).length > 0) return;
          const { content } = responsibilitiesInForce(published('RULE_SET', RESPONSIBILITY_RULES, document), FROM);
          const plays = (part: 'R' | 'A') =>
            Object.keys(roles).some((role) => partsOf(step, role, {}, content).includes(part));
          expect([plays('R') || step === 'EVALUATION', plays('A')]).toEqual([true, true]);
        },
      ),
    ));
  it.each<[string, (document: ReturnType<typeof table>) => void, string]>([
    ['nobody accountable', ({ steps }) => (steps['CLOSE']!.cells['contact'] = 'C'), 'steps/CLOSE: nobody is A'],
    ['a responsible one on a condition only', ({ steps }) => (steps['CLOSE']!.cells['unit'] = 'R (P1)'), 'nobody is R'],
    ['a cell that nobody can read', ({ steps }) => (steps['CLOSE']!.cells['unit'] = 'R!'), 'steps/CLOSE/unit'],
    [
      'a submission by who may submit nothing',
      ({ steps }) => (steps['SUBMIT']!.cells['oversight'] = 'R'),
      'OVERSIGHT may not originate',
    ],
    [
      'an outcome of who receives nothing',
      ({ steps }) => (steps['OUTCOME']!.cells['source'] = 'R'),
      'HOTLINE may not receive',
    ],
    ['a step that is missing', ({ steps }) => delete steps['CLOSE'], 'CLOSE is missing'],
    ['a step that nobody takes', ({ steps }) => (steps['PRAY'] = steps['CLOSE']!), 'no step PRAY'],
    ['a role in two columns', ({ columns }) => columns['unit']!.push('NCP_LE'), 'one column'],
    ['a role that does not exist', ({ columns }) => columns['unit']!.push('WIZARD'), 'no role WIZARD'],
    ['a cell of no column', ({ steps }) => (steps['CLOSE']!.cells['moon'] = 'I'), 'no column moon'],
  ])('is refused with %s', (_what, change, fault) => {
    const document = table();
    change(document);
    expect(faultsIn('RULE_SET', RESPONSIBILITY_RULES, document)).toContain(fault);
  });
});

describe('the stakeholder document (mission S4)', () => {
  it('says by which versions, and that the first table was agreed by nobody yet', () => {
    const document = roleDocument();
    Object.assign(document.codes['HELPLINE']!, { contributes: 'calls of children' });
    const state = published('CODE_LIST', ROLE_LIST, document);
    const told = (at: number): string =>
      stakeholderDocument(membersOf(foundBus(demoDirectory)), at, {
        roles: rolesInForce(state, at),
        responsibilities: responsibilitiesInForce(state, at),
      });
    expect(told(FROM - 1)).not.toContain('calls of children');
    expect(told(FROM)).toContain('calls of children');
    expect(told(FROM)).toContain('Version 2. What a role may do is what the bus enforces.');
    expect(told(FROM)).toContain('Version 1. R responsible, A accountable, C consulted, I informed. Proposed;');
  });
});
