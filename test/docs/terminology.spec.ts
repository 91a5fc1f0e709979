import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { forbiddenTerms } from '#libs/domain';
import { linesToAvoid, placesToAvoid, textsSeen } from './terms-to-avoid.js';

const root = join(import.meta.dirname, '../..');

describe('texts of the bus (vocabulary 5.2 R5.1)', () => {
  it('are looked through', () => {
    const files = textsSeen(root);
    expect(files.length).toBeGreaterThan(500);
    expect(files).toEqual(
      expect.arrayContaining([
        ...['README.md', 'docs/getting-started.md', 'docs/asyncapi.yaml', 'docs/examples/backend.ts'],
        ...['schemas/referral/ReferralSubmitted.avsc', 'libs/client/src/generated/api.ts', 'tools/docs/main.mjs'],
      ]),
    );
  });

  it('use no term that is to be avoided', () => expect(placesToAvoid(root)).toEqual([]));
});

describe('the search for terms that are to be avoided', () => {
  const joints: Readonly<Record<string, string>> = {
    'in one line': ' ',
    'with a hyphen': '-',
    'with a hyphen that does not break': '\u2011',
    'with a space that does not break': '\u00a0',
    'across the end of a line': '\n',
    'across lines of a comment': '\n   * ',
    'across lines of line comments': '\n  // ',
    'across lines of a quotation': '\n> ',
    'across lines of YAML': '\n        ',
    'with the end of a line in a string': '\\n',
    'in strings that are put together': "' +\n    '",
    'in strings that are put together with their space': " ' +\n    '",
    'in strings that are joined': "', '",
    'in a string and a template': "' + `",
    'with a text put into a template': " ${'",
    'across lines of a template': '\n    ',
    'with emphasis': '** *',
    'with tags': '</b> <i>',
    'with an entity': '&nbsp;',
  };
  it.each(Object.entries(joints))('finds every one %s', (_how, joint) => {
    for (const term of forbiddenTerms) {
      const said = `First line.\nThen ${term.split(' ').join(joint)} is said.`;
      expect([said, linesToAvoid(said)]).toEqual([said, [2]]);
      expect([said, linesToAvoid(said.toUpperCase().replaceAll('\\N', '\\n').replaceAll('&NBSP', '&nbsp'))]).toEqual([
        said,
        [2],
      ]);
    }
  });

  it('finds nothing where the words do not stand beside each other', () => {
    for (const term of forbiddenTerms)
      for (const between of ['. ', ' and ', ', ', ': ', ' (', '; ']) {
        const said = term.split(' ').join(between);
        expect([said, linesToAvoid(said)]).toEqual([said, []]);
      }
  });
});

describe('the search through a tree', () => {
  const [term = ''] = forbiddenTerms;
  const broken = term.replace(' ', '\n');
  const files: Readonly<Record<string, string>> = {
    'README.md': `The bus says\n${broken}.`,
    'docs/domain.md': `> ${term.replace(' ', '\n> ')}`,
    'docs/asyncapi.yaml': `description: >-\n  ${term.replace(' ', '\n  ')}`,
    'docs/examples/backend.ts': `const text = '${term.replace(' ', " ' +\n  '")}';`,
    'schemas/referral/ReferralSubmitted.avsc': `{ "doc": "${term}" }`,
    'apps/referrals/src/note.ts': `const text = \`${term.replace(' ', "${' ")}'}\`;`,
    'libs/client/src/generated/api.ts': `/** ${term.replace(' ', '\n * ')} */`,
    'tools/docs/main.mjs': `// ${term}`,
    'deploy/demo/directory.json': `{ "name": "${term}" }`,
  };
  let tree: string;
  beforeAll(() => {
    tree = mkdtempSync(join(tmpdir(), 'bus-terms-'));
    for (const [file, text] of Object.entries(files)) {
      mkdirSync(dirname(join(tree, file)), { recursive: true });
      writeFileSync(join(tree, file), text);
    }
  });
  afterAll(() => rmSync(tree, { recursive: true }));

  it('finds what stands in any kind of text that users see', () =>
    expect(
      placesToAvoid(tree)
        .map((place) => place.replace(/:\d+$/, ''))
        .sort(),
    ).toEqual(Object.keys(files).sort()));
});
