import given from '../../../../reference/glossary.json' with { type: 'json' };

/** USE: usable; CARE: with special attention; AVOID: not at all (the classes of the Luxembourg Guidelines). */
export type TermClass = 'USE' | 'CARE' | 'AVOID';

/** A way of saying it that is not to be used. `confirmed`: read in a primary source; the others are questions, not facts. */
export interface Avoided {
  readonly term: string;
  readonly confirmed: boolean;
}

/** A term of the glossary (vocabulary 5.2). */
export interface Term {
  /** What is said instead; empty where the term has no usable form. */
  readonly preferred: string;
  readonly class: TermClass;
  readonly avoid: readonly Avoided[];
  /** Found by, and never shown in place of the preferred term. */
  readonly aliases?: readonly string[];
  /** The term itself was read in a primary source. */
  readonly confirmed: boolean;
  readonly source: string;
}

/** A glossary as it is published, by code. */
export type Terms = Readonly<Record<string, Term>>;

/** The code list of terms; `Glossary.de` is that of their translations. */
export const GLOSSARY = 'Glossary';

/**
 * The terms that the bus begins with, by code. Treaty texts still use some of the terms to avoid: they are quoted inside citations
 * only.
 */
export const glossary: Terms = (given as { readonly codes: Terms }).codes;

/** What each term is called in other languages, by code. */
export type Translations = Readonly<Record<string, readonly string[]>>;

/**
 * Terms that are named, or meant, by some words: by their code, preferred form, alias, approved translation into whatever
 * language, or what is to be avoided (R5.1, R5.2).
 */
export function findTerms(
  words: string,
  terms: Terms = glossary,
  translations: Translations = {},
): { readonly code: string; readonly term: Term }[] {
  const wanted = plain(words);
  return Object.entries(terms)
    .filter(([code, { preferred, avoid, aliases = [] }]) =>
      [code, preferred, ...aliases, ...(translations[code] ?? []), ...avoid.map(({ term }) => term)].some((name) =>
        plain(name).includes(wanted),
      ),
    )
    .map(([code, term]) => ({ code, term }));
}

/**
 * What no text that a release shows may say: confirmed terms of more than one word. Single words stand in other meanings too,
 * and what is not confirmed is a question.
 */
export const forbiddenTerms: readonly string[] = Object.values(glossary).flatMap(({ avoid }) =>
  avoid.filter(({ term, confirmed }) => confirmed && term.includes(' ')).map(({ term }) => term),
);

/** As texts are compared: neither case, hyphens, spaces nor the form in which a keyboard writes an accent tell them apart. */
export const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s-]+/g, ' ')
    .trim();

/** The document that the bus begins with. */
export const firstGlossary = (): string => JSON.stringify(given);
