import { describe, expect, it } from '@jest/globals';
import { findTerms, forbiddenTerms } from './glossary.js';

const codesOf = (words: string): string[] => findTerms(words).map(({ code }) => code);

describe('the glossary (vocabulary 5.2 R5.1)', () => {
  it('is searched by whatever people say, and answers with what is to be said', () => {
    expect(codesOf('sextortion')).toEqual(['SEXTORT']);
    expect(codesOf('Child  Sexual-Abuse Material')).toEqual(['CSAM', 'GENCSAM']);
    expect(codesOf('grooming')).toEqual(['GROOM']);
    expect(findTerms(forbiddenTerms[0] ?? '')[0]?.term.preferred).toBe('child sexual abuse material');
    expect(codesOf('nothing of the kind')).toEqual([]);
  });
  it('forbids only what was confirmed, and no single word', () => {
    expect(forbiddenTerms.length).toBeGreaterThan(6);
    expect(forbiddenTerms.filter((term) => !term.includes(' '))).toEqual([]);
    expect(forbiddenTerms).not.toContain('fake CSAM');
  });
});
