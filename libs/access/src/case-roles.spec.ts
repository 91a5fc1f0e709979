import { describe, expect, it } from '@jest/globals';
import { DomainError } from '#libs/kernel';
import { hasCaseAccess, requireCaseAccess } from './case-roles.js';

const inRole = (role: string): { agency: string; role: string } => ({ agency: 'PH-WCPC', role });

describe('access to cases by role', () => {
  it.each(['', 'UNKNOWN', 'le_unit', 'constructor'])('a role that does not exist (%p) has none', (role) => {
    expect(hasCaseAccess(inRole(role))).toBe(false);
  });

  it.each(['SCHEME_ADMIN', 'OVERSIGHT', 'RESEARCH', 'DPA_COMPLIANCE'])('%s is told so with 403', (role) => {
    expect(() => requireCaseAccess(inRole(role))).toThrow(new DomainError('ROLE_HAS_NO_CASE_ACCESS', { role }, 403));
  });

  it.each(['LE_UNIT', 'HOTLINE', 'CHILD_PROT'])('%s is let through', (role) => {
    expect(() => requireCaseAccess(inRole(role))).not.toThrow();
  });
});
