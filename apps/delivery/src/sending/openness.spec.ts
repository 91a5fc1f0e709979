import { describe, expect, it } from '@jest/globals';
import { type Member, membership, type Membership, type Standing } from '#libs/domain';
import { opennessOf } from './openness.js';

const HOUR = 3_600_000;
const NOW = Date.parse('2026-11-26T02:00Z');
const webhook = { agency: 'PH-WCPC', client: 'gateway' };

const knowing = (member: Partial<Member>, standing: Standing = 'GOOD') => ({
  membership: {
    ...membership.initialState(),
    members: { 'PH-WCPC': { status: 'ADMITTED', maintenance: null, ...member } },
  } as unknown as Membership,
  standingOf: () => standing,
});
const at = (time: number) => () => Promise.resolve(time);

describe('what may be sent to an agency', () => {
  const away = { maintenance: { from: NOW, until: NOW + HOUR } };

  it('waits while its systems are away by the time of the bus, whatever that of the machine is', async () => {
    const opennesses = [NOW - 1, NOW, NOW + HOUR].map((time) => opennessOf(knowing(away), webhook, at(time)));
    expect(await Promise.all(opennesses)).toEqual(['OPEN', 'IN_MAINTENANCE', 'OPEN']);
  });

  it('is nothing while it takes no part, or where who had it lead there speaks for it no more', async () => {
    expect(await opennessOf(knowing({ status: 'SUSPENDED', ...away }), webhook, at(NOW))).toBe('TAKES_NO_PART');
    expect(await opennessOf(knowing(away, 'CLIENT_REVOKED'), webhook, at(NOW))).toBe('CLIENT_REVOKED');
  });

  it('does not depend on the time where nothing was said of its systems', async () => {
    const away = () => Promise.reject(new Error('no database'));
    expect(await opennessOf(knowing({}), webhook, away)).toBe('OPEN');
  });
});
