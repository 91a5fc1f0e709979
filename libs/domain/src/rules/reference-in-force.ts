import { glossary, GLOSSARY, type Terms, type Translations } from '../glossary/glossary.js';
import { responsibilities, type ResponsibilityTable } from '../membership/responsibilities.js';
import { roles, type StakeholderRole } from '../membership/roles.js';
import { RESPONSIBILITY_RULES } from './responsibility-rules.js';
import { ROLE_LIST, rolesIn } from './role-table.js';
import { type DocumentKind, type Edition, editionsOf, findInForce, nameOf, type Rules } from './state.js';

/** What holds at a time, and by which version. */
export interface InForce<Content> {
  /** Null where none was published yet: then it is what this build begins with. */
  readonly version: number | null;
  readonly content: Content;
}

/** @param at ms since 1970, UTC, as for all that follow */
export function glossaryInForce(rules: Rules, at: number): InForce<Terms> {
  return inForce<Terms>(findFromEver(rules, 'CODE_LIST', GLOSSARY, at), glossary, codesIn);
}

/** Codes of the terms in the newest version, whether it holds already or not: what follows builds on it. */
export function newestTerms(rules: Rules): readonly string[] {
  const newest = editionsOf(rules, 'CODE_LIST', GLOSSARY).at(-1);
  return Object.keys(newest ? codesIn<Terms>(newest.document) : glossary);
}

/** Texts of the roles; the rights in it are those that the door enforces. */
export function rolesInForce(rules: Rules, at: number): InForce<Readonly<Record<string, StakeholderRole>>> {
  return inForce(findFromEver(rules, 'CODE_LIST', ROLE_LIST, at), roles, rolesIn);
}

export function responsibilitiesInForce(rules: Rules, at: number): InForce<ResponsibilityTable> {
  const edition = findFromEver(rules, 'RULE_SET', RESPONSIBILITY_RULES, at);
  return inForce(edition, responsibilities, (text) => JSON.parse(text) as ResponsibilityTable);
}

/** Approved translations of terms into a language (ISO 639-1), by code. */
export function translationsInForce(
  rules: Rules,
  language: string,
  at: number,
): InForce<Readonly<Record<string, string>>> {
  // every version of a translation was approved, the first one too, and holds from its date
  const edition = findInForce(editionsOf(rules, 'CODE_LIST', `${GLOSSARY}.${language}`), at);
  return inForce(edition, {}, codesIn<Record<string, string>>);
}

/** Into every language, by code: what a term is found by, whatever its reader asks to be answered in. */
export function allTranslationsInForce(rules: Rules, at: number): Translations {
  const begin = nameOf('CODE_LIST', `${GLOSSARY}.`);
  const languages = Object.keys(rules.editions)
    .filter((name) => name.startsWith(begin))
    .map((name) => name.slice(begin.length));
  const rows = languages.flatMap((each) => Object.entries(translationsInForce(rules, each, at).content));
  return Object.fromEntries(
    rows.map(([code]) => [code, rows.filter(([other]) => other === code).map(([, text]) => text)]),
  );
}

function inForce<Content>(
  edition: Edition | undefined,
  first: Content,
  read: (document: string) => Content,
): InForce<Content> {
  return edition ? { version: edition.version, content: read(edition.document) } : { version: null, content: first };
}

const codesIn = <Codes>(document: string): Codes => (JSON.parse(document) as { readonly codes: Codes }).codes;

/** The first version came with a release and holds from ever, as that of the rules that referrals are judged by does. */
function findFromEver(rules: Rules, kind: DocumentKind, subject: string, at: number): Edition | undefined {
  const editions = editionsOf(rules, kind, subject).map((each) =>
    each.version === 1 ? { ...each, inForceFrom: 0 } : each,
  );
  return findInForce(editions, at);
}
