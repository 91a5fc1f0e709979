import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import avsc from 'avsc';
import * as contracts from '#libs/contracts';
import * as domain from '#libs/domain';
import * as platform from '#libs/platform';
// @ts-expect-error a build tool in plain JavaScript
import { domainParts, withParts } from '../../tools/docs/domain.mjs';

const document = readFileSync(join(import.meta.dirname, '../../docs/domain.md'), 'utf8');

/** Codes of a list that have a meaning under its heading, which names where it comes from. */
function explained(list: string): string[] {
  const [, section = ''] =
    new RegExp(`^#### ${list} \\([^\\n]+\\)\\n([\\s\\S]*?)(?=^#|^<!--)`, 'm').exec(document) ?? [];
  return [...section.matchAll(/^\| `([^`]+)` \| [^|\s]/gm)].map(([, code = '']) => code);
}

type Enum = readonly [list: string, symbols: readonly string[]];

function enumsIn(type: avsc.Type, seen = new Set<avsc.Type>()): Enum[] {
  if (seen.has(type)) return [];
  seen.add(type);
  const { EnumType, ArrayType, MapType, RecordType, UnwrappedUnionType } = avsc.types;
  if (type instanceof EnumType) return [[type.name?.split('.').at(-1) ?? '', type.symbols]];
  if (type instanceof ArrayType) return enumsIn(type.itemsType, seen);
  if (type instanceof MapType) return enumsIn(type.valuesType as avsc.Type, seen);
  if (type instanceof UnwrappedUnionType) return type.types.flatMap((each) => enumsIn(each, seen));
  return type instanceof RecordType ? type.fields.flatMap((field) => enumsIn(field.type, seen)) : [];
}

const enums = new Map(contracts.EVENT_NAMES.flatMap((event) => enumsIn(contracts.newestSchema(event).type)));
const families = Object.entries(domain).flatMap(([name, value]) => (name.endsWith('Codes') ? [value as object] : []));
const lists = families.flatMap((family) => Object.entries(family as Readonly<Record<string, domain.CodeList>>));

/** UNKNOWN is what a reader makes of a code that it does not know; in these lists it can be said as well. */
const saidUnknown: ReadonlySet<string> = new Set(['NexusBasis']);

describe('docs/domain.md', () => {
  it('has its generated parts as they are generated (else: npm run docs)', () => {
    const parts = (domainParts as (from: object) => unknown)({ domain, contracts, platform });
    expect((withParts as (text: string, parts: unknown) => string)(document, parts)).toBe(document);
  });

  it('is held against all that there is', () => {
    expect(enums.size).toBeGreaterThan(50);
    expect(lists.length).toBeGreaterThan(enums.size);
  });

  it.each([...enums])(
    'gives every code of %s that an event can say with its meaning and its source',
    (list, symbols) => {
      const isCode = saidUnknown.has(list) ? () => true : (symbol: string) => symbol !== 'UNKNOWN';
      expect(explained(list).sort()).toEqual(symbols.filter(isCode).sort());
    },
  );

  it.each(lists)('gives every code of %s as the domain explains it', (list, { codes }) => {
    expect(explained(list)).toEqual(Object.keys(codes));
  });

  it('gives every role of vocabulary 6', () => {
    expect(Object.keys(domain.roles).filter((role) => !document.includes(`\n| \`${role}\` | `))).toEqual([]);
  });

  it('gives every code of refusal, once, with its status and meaning', () => {
    const rows = Object.entries(platform.problemCatalogue).map(
      ([code, { status, meaning }]) => `| \`${code}\` | ${status} | ${meaning} |`,
    );
    expect(rows.filter((row) => document.split(`\n${row}\n`).length !== 2)).toEqual([]);
  });
});
