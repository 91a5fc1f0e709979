import { describe, expect, it } from '@jest/globals';
import { extentFor, openTo } from './grants.js';

const parties = { sender: 'US-CTR', recipient: 'PH-WCPC' };
const asker = { agency: 'GB-NCA', role: 'NCP_LE' };
const NOW = Date.UTC(2026, 10, 24);
const grant = { agency: asker.agency, extent: 'CASE', until: NOW + 1 };

const grants = { table: 'grants', now: 'now()' };

describe('a leg that was opened to an agency that is no party', () => {
  it.each(['CASE', 'STATE_AND_OUTCOME'])('is shown to it as far as it was granted: %s', (extent) => {
    expect(extentFor(asker, parties, [{ ...grant, extent }], NOW)).toBe(extent);
  });

  it.each([
    ['to another agency', { ...grant, agency: 'FR-NCP' }, asker],
    ['by a code that is not known', { ...grant, extent: 'UNKNOWN' }, asker],
    ['by a grant that has lapsed', { ...grant, until: NOW }, asker],
    ['in a role that holds no cases', grant, { ...asker, role: 'SCHEME_ADMIN' }],
  ])('is not shown where it was opened %s', (_name, given, reader) => {
    expect(extentFor(reader, parties, [given], NOW)).toBeNull();
  });

  it('is its parties’ whatever was granted', () => {
    expect(extentFor({ agency: 'PH-WCPC', role: 'LE_UNIT' }, parties, [], NOW)).toBe('PARTY');
  });

  it('is asked for with the agency as a parameter, and not at all by roles without cases', () => {
    expect(openTo({ agency: "X' OR 'a'='a", role: 'LE_UNIT' }, 'r', grants).sql).not.toContain("X'");
    expect(openTo({ ...asker, role: 'RESEARCH' }, 'r', grants)).toEqual({ sql: 'FALSE', params: {} });
  });
});
