import { describe, expect, it } from '@jest/globals';
import { openTo } from './grants.js';

const asker = { agency: 'GB-NCA', role: 'NCP_LE', leftAt: null };
const grants = { table: 'grants', now: 'now()' };

describe('a leg that was opened to an agency that is no party', () => {
  it('is asked for with the agency as a parameter, and not at all by roles without cases', () => {
    expect(openTo({ ...asker, agency: "X' OR 'a'='a" }, 'r', grants).sql).not.toContain("X'");
    expect(openTo({ ...asker, role: 'RESEARCH' }, 'r', grants)).toEqual({ sql: 'FALSE', params: {} });
  });

  it('is asked for by the extents that are known: another code grants nothing', () => {
    expect(openTo(asker, 'r', grants).sql).toContain("opened.extent IN ('CASE', 'STATE_AND_OUTCOME')");
  });

  it('is asked for by what was granted since the agency last left', () => {
    const leftAt = Date.UTC(2026, 10, 24);
    expect(openTo(asker, 'r', grants).params['reader_left']).toBe('-infinity');
    expect(openTo({ ...asker, leftAt }, 'r', grants).params['reader_left']).toBe('2026-11-24T00:00:00.000Z');
  });
});
