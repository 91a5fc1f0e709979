import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { happened, inStatus } from '../../../../libs/domain/src/referral/histories.fixtures.js';
import { Directory } from '#libs/domain';
import { LaneScript, recipient, referralId, sender } from '../agency-views.fixtures.js';
import { SpecBus, type SpecCaller } from '../spec-bus.fixtures.js';
import { minimum, refusalOf } from '../spec-reads.fixtures.js';
import { actingView } from './acting-view.js';

const unit = { agency: 'PH-POC', role: 'POC_247', country: 'PH' };
const stranger = { agency: 'GB-NCP', role: 'NCP_LE', country: 'GB' };
const agencies = [sender, recipient, unit, stranger].map(({ agency, role, country }) => ({
  ...{ code: agency, name: agency, country, roles: [role] },
}));
const jurisdictions = {
  PH: { routine: [1], urgent: [36], access: [48] },
  US: { routine: [9], urgent: [37], access: [49] },
  GB: { routine: [10], urgent: [38], access: [50] },
};
const directory = new Directory({ jurisdictions, agencies });

describe('who must act now on a referral (vocabulary 6.1)', () => {
  let bus: SpecBus;
  const lane = new LaneScript(1);
  const [waiting, asked, closed] = [referralId(1, 1), referralId(1, 2), referralId(1, 3)];

  beforeAll(async () => {
    bus = await SpecBus.start(directory);
    lane.append(waiting, inStatus.ACCEPTED);
    lane.append(asked, [...inStatus.RECEIVED, happened.asked]);
    lane.append(closed, inStatus.CLOSED);
    await bus.publish(lane.rows);
  }, 60_000);
  afterAll(() => bus.stop());

  const actingOn = async (id: string, caller: SpecCaller, query = '') => {
    const answer = await bus.get(`/v1/referrals/${id}/responsible${query}`, caller, minimum(lane));
    return actingView.parse(await answer.json());
  };

  it('is answered to both parties alike, the holder first', async () => {
    const told = await actingOn(waiting, recipient);
    expect(told).toMatchObject({ id: waiting, step: 'OUTCOME', country: 'PH', version: null });
    expect(told.actors[0]).toEqual({
      ...{ agency: recipient.agency, role: recipient.role, parts: ['R'], isParty: true },
      ...{ desk: null, open: null, changesAt: null, inMaintenance: false, takesPart: true },
    });
    expect(await actingOn(waiting, sender)).toEqual(told);
  });
  it('is the sender while information is asked of it, and nobody once it is closed', async () => {
    expect(await actingOn(asked, recipient)).toMatchObject({ step: 'SUBMIT', country: 'US' });
    expect(await actingOn(closed, recipient)).toMatchObject({ step: null, country: null, actors: [] });
  });
  it('is not told to whom the referral is unknown: the refusal is that of the referral itself', async () => {
    const get = (path: string) => bus.get(path, stranger, minimum(lane)).then(refusalOf);
    const refused = await get(`/v1/referrals/${waiting}/responsible`);
    expect(refused).toMatchObject({ status: 404, body: { code: 'REFERRAL_NOT_FOUND' } });
    expect(refused).toEqual(await get(`/v1/referrals/${waiting}`));
    expect(refused).toEqual(await get(`/v1/referrals/${referralId(1, 9)}/responsible`));
  });
  it('takes no other question', async () => {
    const answer = bus.get(`/v1/referrals/${waiting}/responsible?override=perhaps`, recipient).then(refusalOf);
    expect(await answer).toMatchObject({ status: 400, body: { code: 'QUERY_INVALID' } });
  });
});
