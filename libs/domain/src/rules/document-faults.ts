import { caseCodes } from '../codes/case-codes.js';
import type { CodeList } from '../codes/code-list.js';
import { decisionCodes } from '../codes/decision-codes.js';
import { escalationCodes } from '../codes/escalation-codes.js';
import { GLOSSARY, glossary } from '../glossary/glossary.js';
import { faultsOfGlossary } from '../glossary/glossary-faults.js';
import { faultsOfEscalationRules } from './escalation-rules.js';
import { faultsOfInstruments, firstInstruments, INSTRUMENT_LIST } from './instruments.js';
import { faultsOfReferralRules } from './referral-rules.js';
import { faultsOfResponsibilities, RESPONSIBILITY_RULES } from './responsibility-rules.js';
import { faultsOfRoleList, ROLE_LIST } from './role-table.js';
import type { Content, DocumentKind } from './state.js';
import { faultsOfTreaty, INSTRUMENTS } from './treaties.js';

/** Of 64 KiB all documents of a bus fit into one state. */
const MOST_CHARACTERS = 64 * 1024;

export const codeLists: Readonly<Record<string, CodeList>> = { ...decisionCodes, ...caseCodes, ...escalationCodes };

/** The sets of rules that the bus judges and answers by. */
const RULE_SETS: Readonly<Record<string, (content: Content) => string[]>> = {
  referral: faultsOfReferralRules,
  escalation: faultsOfEscalationRules,
  [RESPONSIBILITY_RULES]: faultsOfResponsibilities,
};

/** Codes that what is published next builds on: those of this build until any were published. */
export interface KnownCodes {
  /** Of the newest glossary. */
  readonly terms: readonly string[];
  /** Of all lists of instruments. */
  readonly instruments: readonly string[];
}

const ofThisBuild: KnownCodes = { terms: Object.keys(glossary), instruments: Object.keys(firstInstruments) };

/** Why this cannot be a version of the document; empty where it can. */
export function faultsOfDocument(
  kind: DocumentKind,
  subject: string,
  text: string,
  { terms, instruments }: KnownCodes = ofThisBuild,
): string[] {
  if (text.length > MOST_CHARACTERS) return ['too long'];
  const content = parsed(text);
  if (content === undefined) return ['not a JSON object'];
  switch (kind) {
    case 'RULE_SET': {
      const faultsOf = Object.hasOwn(RULE_SETS, subject) ? RULE_SETS[subject] : undefined;
      return faultsOf ? faultsOf(content) : [`no rule set ${subject}`];
    }
    case 'CODE_LIST':
      if (subject === ROLE_LIST) return faultsOfRoleList(content);
      if (subject === GLOSSARY) return faultsOfGlossary(content, terms);
      if (subject === INSTRUMENT_LIST) return faultsOfInstruments(content, instruments);
      return isTranslation(subject) ? faultsOfTranslation(content, terms) : faultsOfCodes(subject, content);
    case 'TREATY_STATUS':
      return Object.hasOwn(INSTRUMENTS, subject) ? faultsOfTreaty(content) : [`no instrument ${subject}`];
  }
}

function parsed(text: string): Content | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Content) : undefined;
  } catch {
    return undefined; // why it is none is of no use to who wrote it by hand
  }
}

/** `Glossary.de`: the preferred terms in a language (ISO 639-1), as many as are approved. */
export const isTranslation = (subject: string): boolean => /^Glossary\.[a-z]{2}$/.test(subject);

function faultsOfTranslation({ codes }: Content, terms: readonly string[]): string[] {
  if (typeof codes !== 'object' || codes === null) return ['codes: missing'];
  return Object.entries(codes).flatMap(([code, text]: [string, unknown]) => [
    ...(terms.includes(code) ? [] : [`codes: no term ${code}`]),
    ...(typeof text === 'string' && text.trim() !== '' ? [] : [`codes: ${code} has no text`]),
  ]);
}

/** A list may explain and retire codes; a new code comes with a new schema, or nobody could say it. */
function faultsOfCodes(subject: string, content: Content): string[] {
  const { codes, retired = [] } = content;
  if (typeof codes !== 'object' || codes === null) return ['codes: missing'];
  const known = Object.hasOwn(codeLists, subject) ? codeLists[subject] : undefined;
  if (!known) return [`no code list ${subject}`];
  if (!Array.isArray(retired)) return ['retired: not a list'];
  const given = Object.entries(codes);
  return [
    ...Object.keys(known.codes)
      .filter((code) => !Object.hasOwn(codes, code))
      .map((code) => `codes: ${code} is missing; retire it instead`),
    ...given.filter(([code]) => !Object.hasOwn(known.codes, code)).map(([code]) => `codes: ${code} is in no schema`),
    ...given
      .filter(([, meaning]) => typeof meaning !== 'string' || meaning.trim() === '')
      .map(([code]) => `codes: ${code} has no meaning`),
    ...retired.filter((code) => !Object.hasOwn(codes, String(code))).map((code) => `retired: no code ${String(code)}`),
  ];
}
