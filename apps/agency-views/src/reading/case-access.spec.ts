import { describe, expect, it } from '@jest/globals';
import { hasCaseAccess } from '#libs/access';
import { rightsOf, roles } from '#libs/domain';

describe('access to cases by role', () => {
  it.each(Object.keys(roles))('%s has it exactly if it may originate or receive', (role) => {
    const { originate, receive } = rightsOf(role);
    expect(hasCaseAccess({ agency: 'PH-WCPC', role })).toBe(originate || receive);
  });
});
