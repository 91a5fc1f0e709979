import { describe, expect, it } from '@jest/globals';
import { ProblemError } from '../problems/problem-error.js';
import { callerFrom } from './caller.js';
import type { TokenClaims } from './token-claims.js';

const claims: TokenClaims = { sub: 'backend', agency: 'PH-WCPC', roles: ['LE_UNIT', 'NCP_LE'], country: 'PH', exp: 0 };

const refusedWith = (act: () => unknown): string | undefined => {
  try {
    act();
  } catch (error) {
    return error instanceof ProblemError ? error.code : String(error);
  }
  return undefined;
};

describe('a caller', () => {
  it('acts in the first role of the token and for nobody in particular', () => {
    expect(callerFrom(claims, {})).toEqual({
      agency: 'PH-WCPC',
      roles: ['LE_UNIT', 'NCP_LE'],
      role: 'LE_UNIT',
      country: 'PH',
      client: 'backend',
      person: null,
      isPerson: false,
    });
  });

  it('may name another role that the token holds, and a person of its agency', () => {
    const caller = callerFrom(claims, { 'bus-role': 'NCP_LE', 'bus-person': 'staff:4711' });
    expect(caller).toMatchObject({ role: 'NCP_LE', person: 'staff:4711', isPerson: false });
  });

  it('may not name a role that the token does not hold', () => {
    expect(refusedWith(() => callerFrom(claims, { 'bus-role': 'SCHEME_ADMIN' }))).toBe('ROLE_NOT_HELD');
    expect(refusedWith(() => callerFrom(claims, { 'bus-role': '' }))).toBe('ROLE_NOT_HELD');
  });

  it('is the person whom the token names, and nobody else', () => {
    const personal = { ...claims, person: 'p-17' };
    expect(callerFrom(personal, {})).toMatchObject({ person: 'p-17', isPerson: true });
    expect(callerFrom(personal, { 'bus-person': 'p-17' })).toMatchObject({ person: 'p-17' });
    expect(refusedWith(() => callerFrom(personal, { 'bus-person': 'p-18' }))).toBe('PERSON_NOT_YOURS');
  });

  it.each(['', 'a'.repeat(65), 'Jane Doe', 'a, b', 'jane@agency.example', '<b>', '=1+1'])(
    'does not name a person as %j',
    (person) => {
      expect(refusedWith(() => callerFrom(claims, { 'bus-person': person }))).toBe('HEADER_INVALID');
    },
  );
});
