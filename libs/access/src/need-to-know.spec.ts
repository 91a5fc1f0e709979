import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  calledUpon,
  type CaseParties,
  followableBy,
  mayFollow,
  mayRead,
  readableBy,
  type SqlFilter,
} from './need-to-know.js';

/** Reads the few forms that the filter has, so that both forms of the policy can be compared without a database. */
function satisfies({ sql, params }: SqlFilter, { sender, recipient, origin }: CaseParties): boolean {
  if (sql === 'FALSE') return false;
  const columns: Record<string, string> = {
    'r.sender_agency': sender,
    'r.recipient_agency': recipient,
    'r.origin_agency': origin,
  };
  return sql
    .replace(/^\((.*)\)$/, '$1')
    .split(' OR ')
    .some((term) => {
      const [column = '', parameter = ''] = term.split(' = :');
      return columns[column] === params[parameter];
    });
}

const agency = fc.constantFrom('PH-WCPC', 'US-CTR', 'GB-NCA', "X' OR 'a'='a");
const role = fc.constantFrom('LE_UNIT', 'HOTLINE', 'INDUSTRY_SIGNAL', 'SCHEME_ADMIN', 'OVERSIGHT', 'NO_SUCH_ROLE');

const tables = { calls: 'calls', timeline: 'entries' };

describe('need-to-know', () => {
  it('says the same as a predicate and as a SQL filter', () => {
    fc.assert(
      fc.property(agency, role, agency, agency, agency, (reader, acting, sender, recipient, origin) => {
        const caller = { agency: reader, role: acting };
        const parties = { sender, recipient, origin };
        expect(satisfies(readableBy(caller, 'r'), parties)).toBe(mayRead(caller, parties));
        expect(satisfies(followableBy(caller, 'r'), parties)).toBe(mayFollow(caller, parties));
      }),
    );
  });

  it('shows a leg to its sender and its recipient, and to nobody else', () => {
    const parties = { sender: 'US-CTR', recipient: 'PH-WCPC' };
    const readers = ['US-CTR', 'PH-WCPC', 'GB-NCA'].filter((each) =>
      mayRead({ agency: each, role: 'LE_UNIT' }, parties),
    );
    expect(readers).toEqual(['US-CTR', 'PH-WCPC']);
  });

  it('lets whoever sent a case on its way follow all its legs, and read none but its own (vocabulary 2.4 I1)', () => {
    const parties = { sender: 'PH-WCPC', recipient: 'GB-NCA', origin: 'US-CTR' };
    const origin = { agency: 'US-CTR', role: 'CLEARINGHOUSE' };
    expect([mayFollow(origin, parties), mayRead(origin, parties)]).toEqual([true, false]);
    expect(mayFollow({ ...origin, role: 'SCHEME_ADMIN' }, parties)).toBe(false);
  });

  it('lets whoever a step of the ladder called upon look for that leg’s escalation, in a role that holds cases', () => {
    const desk = { agency: "X' OR 'a'='a", role: 'LIAISON_INTL', leftAt: null };
    const { sql, params } = calledUpon(desk, 'r', tables);
    expect(sql).toBe('r.id IN (SELECT called.referral FROM calls called WHERE called.agency = :reading_agency)');
    expect(params).toEqual({ reading_agency: desk.agency });
    expect(calledUpon({ ...desk, role: 'OVERSIGHT' }, 'r', tables)).toEqual({ sql: 'FALSE', params: {} });
  });

  it('never puts the agency into the text of the query', () => {
    expect(readableBy({ agency: "X' OR 'a'='a", role: 'LE_UNIT' }, 'r').sql).not.toContain("'");
  });
});
