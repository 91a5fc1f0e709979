import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { newestSchema } from './schema-bundle.js';
import type { EventName } from './schema-bundle.js';
// @ts-expect-error a build tool in plain JavaScript
import { readSources, textOf } from '../../../tools/schemas/compose.mjs';
// @ts-expect-error a build tool in plain JavaScript
import { typescriptOf } from '../../../tools/schemas/typescript.mjs';

const root = join(import.meta.dirname, '../../..');
const sources = (readSources as (path: string) => { schema: { name: EventName } }[])(join(root, 'schemas'));

describe('the schema sources', () => {
  it.each(sources.map((source) => [source.schema.name, source] as const))(
    'have %s released as they stand (else: npm run schemas)',
    (name, source) => expect((textOf as (schema: unknown) => string)(source.schema)).toBe(newestSchema(name).text),
  );

  it('have their types generated', () =>
    expect(readFileSync(join(import.meta.dirname, 'generated/events.ts'), 'utf8')).toBe(
      (typescriptOf as (all: unknown) => string)(sources),
    ));
});
