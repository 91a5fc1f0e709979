import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { problemCatalogue } from '#libs/platform';
import { agencyApiDocument } from '../../apps/standalone/src/api-document.js';
// @ts-expect-error a build tool in plain JavaScript
import { clientTypes } from '../../tools/client/types.mjs';

describe('the client’s types', () => {
  it('are those of the API’s description (else: npm run client)', async () => {
    const path = join(import.meta.dirname, '../../libs/client/src/generated/api.ts');
    const make = clientTypes as (document: object, codes: readonly string[]) => Promise<string>;
    const made = await make(await agencyApiDocument(), Object.keys(problemCatalogue));
    expect(made).toBe(readFileSync(path, 'utf8'));
  });
});
