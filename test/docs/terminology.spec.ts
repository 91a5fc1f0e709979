import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { forbiddenTerms } from '#libs/domain';

const root = join(import.meta.dirname, '../..');

/** What users and integrators see: documents, descriptions of fields, and every text in code, which may become one. */
const seen = [
  '*.md',
  'docs/**/*.md',
  'schemas/**/*.avsc',
  'apps/**/*.ts',
  'libs/**/*.ts',
  'deploy/**/*.json',
  'package.json',
];

/** The glossary names what it forbids; treaty texts are quoted in citations. */
const citations = new Set(['libs/domain/src/glossary/glossary.ts', 'libs/domain/src/glossary/glossary.spec.ts']);

const files = globSync(seen, { cwd: root }).filter((file) => !citations.has(file) && !file.includes('node_modules'));

describe('texts of the bus (vocabulary 5.2 R5.1)', () => {
  it('are looked through', () => expect(files.length).toBeGreaterThan(500));

  it('use no term that is to be avoided', () => {
    const wrong = new RegExp(forbiddenTerms.map((term) => term.replaceAll(' ', String.raw`[\s-]+`)).join('|'), 'i');
    const found = files.flatMap((file) =>
      readFileSync(join(root, file), 'utf8')
        .split('\n')
        .flatMap((line, index) => (wrong.test(line) ? [`${file}:${index + 1}`] : [])),
    );
    expect(found).toEqual([]);
  });
});
