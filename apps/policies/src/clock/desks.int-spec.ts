import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { EventData } from '#libs/contracts';
import { type Member, type Membership, membership } from '#libs/domain';
import { until } from '#libs/testing';
import { calendar, deskOf } from '../../../../libs/domain/src/membership/desk-hours.fixtures.js';
import { newCase, partiesOf, type Parties } from '../../../referrals/src/referral/parties.fixtures.js';
import { type SpecPolicies, startPolicies } from '../policies.fixtures.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const agency = (contacts: Member['contacts']): Member => ({
  ...{ status: 'ADMITTED', since: 0, reason: null, name: 'Agency', country: 'PH', roles: Object.keys(contacts) },
  ...{ rights: null, needsRelease: false, proposal: null, clients: {}, capacity: null, maintenance: null, contacts },
});
const manila = { calendar: calendar('Asia/Manila', ['DAILY 08:00-17:00']) };
/** The unit keeps hours in Manila, where it is eight hours later than in UTC all the year; a national contact answers always. */
const taking: Membership = {
  ...membership.initialState(),
  members: {
    'PH-WCPC': agency({ LE_UNIT: deskOf('LE_UNIT', manila), POC_247: deskOf('POC_247', manila) }),
    'PH-NCP': agency({ NCP_LE: deskOf('NCP_LE') }),
  },
};

describe('a step of the ladder', () => {
  let bus: SpecPolicies;
  let parties: Parties;
  beforeAll(async () => {
    bus = await startPolicies();
    parties = await partiesOf(bus.app);
    bus.runner(taking);
  }, 60_000);
  afterAll(() => bus.close(), 60_000);

  /** Puts the time of the bus ahead to this hour in UTC. */
  const comesTo = async (hour: number): Promise<void> => {
    const { rows } = await bus.journal.query<{ now: number }>('SELECT bus_now()::float8 AS now');
    await bus.advance((((hour * HOUR - (rows[0]?.now ?? 0)) % DAY) + DAY) % DAY);
  };
  const stepFor = async (level: 'P1' | 'P3', reason: string, later: number): Promise<EventData<'EscalationRaised'>> => {
    const { id } = await newCase(parties, { priority: { level, reasons: [reason] } });
    await bus.advance(later);
    return until(async () => {
      const [step] = (await bus.app.events()).flatMap(({ type, data, meta }) =>
        type === 'EscalationRaised' && meta.leg === id ? [data] : [],
      );
      return step;
    });
  };
  const desk = (role: string) => ({ agency: 'PH-WCPC', role, country: 'PH' });
  const alternate = { agency: 'PH-NCP', role: 'NCP_LE', country: 'PH' };

  it('calls an alternate at night, and says whose desk was closed; by day the desk itself (P1)', async () => {
    await comesTo(16);
    const night = await stepFor('P1', 'LIVE_ABUSE', 16 * MINUTE);
    expect(night).toMatchObject({
      ...{ step: 1, to: [alternate], closed: [{ desk: desk('POC_247') }] },
      audience: ['PH-WCPC', 'PH-NCP'],
    });
    expect(new Date(night.closed?.[0]?.opensAt ?? 0).toISOString()).toMatch(/T00:00:00.000Z$/);
    await comesTo(2);
    const day = await stepFor('P1', 'LIVE_ABUSE', 16 * MINUTE);
    expect(day).toMatchObject({ step: 1, to: [desk('POC_247')], closed: [], audience: ['PH-WCPC'] });
  });

  it('waits for the desk at night where it can (P3)', async () => {
    await comesTo(16);
    const night = await stepFor('P3', 'IDENTIFIED_SUSPECT', DAY + MINUTE);
    expect(night).toMatchObject({ step: 1, to: [desk('LE_UNIT')], closed: [{ desk: desk('LE_UNIT') }] });
  });
});
