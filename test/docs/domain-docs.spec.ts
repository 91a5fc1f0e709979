import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import * as domain from '#libs/domain';
import { escalationProblems, referralProblems } from '#libs/platform';
// @ts-expect-error a build tool in plain JavaScript
import { domainParts, withParts } from '../../tools/docs/domain.mjs';

describe('docs/domain.md', () => {
  it('has its generated parts as they are generated (else: npm run docs)', () => {
    const document = readFileSync(join(import.meta.dirname, '../../docs/domain.md'), 'utf8');
    const problems = { ...referralProblems, ...escalationProblems };
    const parts = (domainParts as (from: object, problems: object) => unknown)(domain, problems);
    expect((withParts as (text: string, parts: unknown) => string)(document, parts)).toBe(document);
  });
});
