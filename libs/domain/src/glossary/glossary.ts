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

const yes = (...terms: string[]): Avoided[] => terms.map((term) => ({ term, confirmed: true }));
const unconfirmed = (...terms: string[]): Avoided[] => terms.map((term) => ({ term, confirmed: false }));

const GUIDELINES = 'Luxembourg Guidelines, to be checked against the document';

/** A glossary as it is published, by code. */
export type Terms = Readonly<Record<string, Term>>;

/** The code list of terms; `Glossary.de` is that of their translations. */
export const GLOSSARY = 'Glossary';

/** The terms that this build begins with, by code. Treaty texts still use some of the terms to avoid: they are quoted inside citations only. */
export const glossary = {
  CSAM: {
    preferred: 'child sexual abuse material',
    class: 'USE',
    avoid: yes('child pornography', 'kiddie porn', 'child porn images'),
    confirmed: true,
    source: 'Luxembourg Guidelines',
  },
  CSEM: {
    preferred: 'child sexual exploitation material',
    class: 'USE',
    avoid: [],
    confirmed: true,
    source: 'Europol usage',
  },
  GENCSAM: {
    preferred: 'AI-generated or digitally generated child sexual abuse material',
    class: 'USE',
    avoid: unconfirmed('virtual child pornography', 'fake CSAM'),
    confirmed: false,
    source: GUIDELINES,
  },
  EXPROS: {
    preferred: 'exploitation of children in or for prostitution',
    class: 'USE',
    avoid: [...yes('child prostitute'), ...unconfirmed('child prostitution', 'child sex worker')],
    confirmed: true,
    source: 'Luxembourg Guidelines',
  },
  SECTT: {
    preferred: 'sexual exploitation of children in the context of travel and tourism',
    class: 'USE',
    avoid: yes('child sex tourism', 'sex tourist'),
    confirmed: true,
    source: 'UNICEF',
  },
  LIVE: {
    preferred: 'live online child sexual abuse',
    class: 'USE',
    avoid: unconfirmed('webcam child sex tourism', 'cyber-trafficking show'),
    confirmed: false,
    source: GUIDELINES,
  },
  SEXTORT: {
    preferred: 'sexual extortion of children',
    class: 'CARE',
    avoid: unconfirmed("blackmail by a minor's fault"),
    aliases: ['sextortion'],
    confirmed: false,
    source: GUIDELINES,
  },
  GROOM: {
    preferred: 'grooming for sexual purposes',
    class: 'USE',
    avoid: unconfirmed('seduction', 'online dating', 'chat with a child'),
    aliases: ['solicitation'],
    confirmed: false,
    source: GUIDELINES,
  },
  SELFGEN: {
    preferred: '(so-called) self-generated sexual content involving children',
    class: 'CARE',
    avoid: unconfirmed('selfie porn', 'voluntary', 'home-made'),
    confirmed: false,
    source: GUIDELINES,
  },
  SEXTING: {
    preferred: 'sexting',
    class: 'CARE',
    avoid: [],
    confirmed: true,
    source: 'Luxembourg Guidelines, second edition',
  },
  CHSB: {
    preferred: 'child with harmful sexual behaviour',
    class: 'USE',
    avoid: unconfirmed('child offender', 'juvenile sex offender', 'child abuser'),
    confirmed: true,
    source: 'Luxembourg Guidelines, second edition',
  },
  VICTIM: {
    preferred: 'child victim',
    class: 'USE',
    avoid: [],
    aliases: ['survivor'],
    confirmed: true,
    source: 'Luxembourg Guidelines',
  },
  OFFENDER: {
    preferred: 'offender, suspected offender',
    class: 'USE',
    avoid: unconfirmed('client', 'customer', 'predator', 'paedophile'),
    confirmed: false,
    source: GUIDELINES,
  },
  TRAFF: {
    preferred: 'trafficking in children for sexual exploitation',
    class: 'USE',
    avoid: unconfirmed('child slave trade'),
    confirmed: false,
    source: GUIDELINES,
  },
  FORCEDSELF: {
    preferred: '',
    class: 'AVOID',
    avoid: unconfirmed('voluntary self-engagement in prostitution', 'compensated dating', 'sugar dating'),
    confirmed: false,
    source: GUIDELINES,
  },
  AGEC: {
    preferred: 'age of sexual consent',
    class: 'CARE',
    avoid: yes('consent given by child'),
    confirmed: true,
    source: 'Luxembourg Guidelines',
  },
  CAM: {
    preferred: 'child abuse material',
    class: 'CARE',
    avoid: [],
    confirmed: false,
    source: 'legal term in some States',
  },
  CSEA: {
    preferred: 'child sexual exploitation and abuse',
    class: 'USE',
    avoid: yes('paedophile crime'),
    confirmed: true,
    source: 'Luxembourg Guidelines',
  },
} as const satisfies Record<string, Term>;

export type TermCode = keyof typeof glossary;

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
export const forbiddenTerms: readonly string[] = Object.values<Term>(glossary).flatMap(({ avoid }) =>
  avoid.filter(({ term, confirmed }) => confirmed && term.includes(' ')).map(({ term }) => term),
);

/** As texts are compared: neither case, hyphens, spaces nor the form in which a keyboard writes an accent tell them apart. */
export const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s-]+/g, ' ')
    .trim();

/** The document that this build begins with. */
export const firstGlossary = (): string => JSON.stringify({ source: '5.2', codes: glossary });
