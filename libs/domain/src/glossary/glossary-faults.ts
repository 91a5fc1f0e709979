import { isText, objectIn, unknownFields } from '../rules/content.js';
import type { Content } from '../rules/state.js';
import { plain } from './glossary.js';

const TERM_CODE = /^[A-Z][A-Z0-9_]{1,31}$/;
const CLASSES = ['USE', 'CARE', 'AVOID'];

/**
 * Why this cannot be the glossary; empty where it can. Terms are added and said anew, and never dropped: translations and old
 * texts name them. What is not to be said any more is of the class AVOID.
 * @param known codes of the version before
 */
export function faultsOfGlossary({ source, codes, ...others }: Content, known: readonly string[]): string[] {
  const given = objectIn(codes) ?? {};
  const terms = Object.entries(given);
  return [
    ...unknownFields('', others),
    ...(isText(source) ? [] : ['source: missing']),
    ...known
      .filter((code) => !Object.hasOwn(given, code))
      .map((code) => `codes: ${code} is missing; make it one to avoid instead`),
    ...terms.filter(([code]) => !TERM_CODE.test(code)).map(([code]) => `codes: ${code} is no code`),
    ...terms.flatMap(([code, row]) => faultsOfTerm(`codes/${code}/`, objectIn(row) ?? {})),
    ...faultsOfPreferred(terms.map(([, row]) => objectIn(row) ?? {})),
  ];
}

function faultsOfTerm(path: string, row: Content): string[] {
  const { preferred, class: usage, avoid, aliases = [], confirmed, source, ...others } = row;
  const hasForm = usage === 'AVOID' ? preferred === '' : isText(preferred);
  return [
    ...unknownFields(path, others),
    ...(CLASSES.some((each) => each === usage) ? [] : [`${path}class: ${CLASSES.join(', ')}`]),
    ...(hasForm ? [] : [`${path}preferred: what is to be said, and nothing where all is to be avoided`]),
    ...(Array.isArray(avoid) && avoid.every(isAvoided) ? [] : [`${path}avoid: terms, each confirmed or not`]),
    ...(Array.isArray(aliases) && aliases.every(isText) ? [] : [`${path}aliases: texts`]),
    ...(typeof confirmed === 'boolean' ? [] : [`${path}confirmed: whether it was read in a primary source`]),
    ...(isText(source) ? [] : [`${path}source: missing`]),
  ];
}

function isAvoided(value: unknown): boolean {
  const { term, confirmed, ...others } = objectIn(value) ?? {};
  return isText(term) && typeof confirmed === 'boolean' && Object.keys(others).length === 0;
}

/** What is to be said of one thing cannot be what is to be avoided, of it or of another. */
function faultsOfPreferred(rows: readonly Content[]): string[] {
  const avoided = rows.flatMap(({ avoid }) =>
    Array.isArray(avoid) ? avoid.map((each) => objectIn(each)?.['term']) : [],
  );
  const forbidden = new Set(avoided.filter(isText).map(plain));
  return rows
    .map(({ preferred }) => preferred)
    .filter(isText)
    .filter((preferred) => forbidden.has(plain(preferred)))
    .map((preferred) => `codes: ${preferred} is preferred and to be avoided`);
}
