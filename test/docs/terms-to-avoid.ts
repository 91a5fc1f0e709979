import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { forbiddenTerms } from '#libs/domain';

/** What users and integrators see: documents, descriptions of fields and of the API, and every text in code, which may become one. */
const seen = [
  '*.md',
  'docs/**/*.{md,ts,yaml,json,jsonl}',
  'schemas/**/*.avsc',
  'reference/**/*.{json,csv}',
  'apps/**/*.ts',
  'libs/**/*.ts',
  'tools/**/*.mjs',
  'deploy/**/*.{json,md,yaml,yml,sql,html}',
  'package.json',
];

/** The glossary names what it forbids; treaty texts are quoted in citations. */
const citations = new Set(['reference/glossary.json', 'libs/domain/src/glossary/glossary.spec.ts']);

const QUOTE = String.raw`['"\u0060]`;
/** What may stand between two words that a reader sees beside each other: ends of lines, with what begins a line of a comment or quotation, emphasis, tags, and the joints of texts that are put together. */
const GAP = `(?:${[
  String.raw`[\s\-\u2010-\u2015*_>#|/]`,
  String.raw`\\[nrt]`,
  String.raw`&(?:nbsp|#160|shy);`,
  String.raw`</?[a-z][^<>]{0,40}>`,
  String.raw`${QUOTE}\s*[+,]?\s*(?:\$\{)?\s*${QUOTE}`,
  String.raw`\$\{\s*${QUOTE}`,
  String.raw`${QUOTE}\s*\}`,
].join('|')})+`;

const wrong = new RegExp(forbiddenTerms.map((term) => term.replaceAll(' ', GAP)).join('|'), 'gi');

/** Lines, counted from 1, at which a text begins to say what is to be avoided. */
export function linesToAvoid(text: string): number[] {
  return [...text.matchAll(wrong)].map(({ index }) => text.slice(0, index).split('\n').length);
}

export const textsSeen = (root: string): string[] =>
  globSync(seen, { cwd: root }).filter((file) => !citations.has(file) && !file.includes('node_modules'));

/** `file:line` of whatever is said in the texts of a tree and is to be avoided (vocabulary 5.2 R5.1). */
export function placesToAvoid(root: string): string[] {
  return textsSeen(root).flatMap((file) =>
    linesToAvoid(readFileSync(join(root, file), 'utf8')).map((line) => `${file}:${line}`),
  );
}
