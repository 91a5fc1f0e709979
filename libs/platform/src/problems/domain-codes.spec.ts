import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { findProblemKind } from './problem-catalogue.js';

const domain = join(import.meta.dirname, '../../../domain/src');
const thrown = globSync('**/*.ts', { cwd: domain })
  .filter((file) => !file.endsWith('.spec.ts') && !file.endsWith('.fixtures.ts'))
  .flatMap((file) => [...readFileSync(join(domain, file), 'utf8').matchAll(/new DomainError\(([^;]*)\);/g)])
  .map(([, argumentsText = '']) => ({
    code: /^\s*'([A-Z_]+)'/.exec(argumentsText)?.[1] ?? argumentsText,
    status: Number(/(\d{3})\s*,?\s*$/.exec(argumentsText)?.[1] ?? 409),
  }));

describe('the catalogue of problems', () => {
  it('finds refusals in the domain', () => expect(thrown.length).toBeGreaterThan(60));
  it.each(thrown)('has $code, with the status that the domain gives it', ({ code, status }) => {
    expect(findProblemKind(code)).toMatchObject({ status });
  });
});
