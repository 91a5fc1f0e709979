import { describe, expect, it } from '@jest/globals';
import { countryCodes, USER_ASSIGNED } from './country-codes.js';

describe('the country codes', () => {
  const assigned = [...countryCodes].filter((code) => !USER_ASSIGNED.some((own) => own === code));

  it('are the 249 assigned ones and three of our own', () => {
    expect(assigned).toHaveLength(249);
    expect(countryCodes.size).toBe(252);
  });

  it('are all countries by the Unicode repository too', () => {
    const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
    expect(assigned.filter((code) => names.of(code) === undefined)).toEqual([]);
  });

  it.each(['UK', 'EU', 'SU', 'AN', 'ZZ', 'ph', '840', ''])('do not hold %p', (code) =>
    expect(countryCodes.has(code)).toBe(false),
  );
});
