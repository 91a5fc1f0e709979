import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { isOfConsultation, type OfConsultation } from '#libs/domain';
import { parseReferralId } from '#libs/kernel';
import { until } from '#libs/testing';
import { demoDirectory, newKey } from '../../referrals/src/referrals-app.fixtures.js';
import { newCase, partiesOf, type Parties, says } from '../../referrals/src/referral/parties.fixtures.js';
import { DutyDesk } from './duty/duty-desk.js';
import { type SpecPolicies, startPolicies } from './policies.fixtures.js';

let bus: SpecPolicies;
let parties: Parties;

beforeAll(async () => {
  bus = await startPolicies();
  parties = await partiesOf(bus.app);
}, 60_000);
afterAll(() => bus.close(), 60_000);

const to = { agency: 'AU-NCP' };
const forwarded = async (): Promise<{ id: string; leg: string }> => {
  const { id, receiver } = await newCase(parties);
  await receiver('receive');
  const { onward } = (await receiver('forward', { to })).json<{ onward: { leg: string } }>();
  return { id, leg: onward.leg };
};
const typesOf = async (id: string): Promise<string[]> =>
  (await bus.app.events()).filter(({ meta }) => meta.leg === id).map(({ type }) => type);
const has = (id: string, type: string): Promise<true> =>
  until(async () => (await typesOf(id)).includes(type) || undefined, 20_000);
/** Nothing is left to be said. */
const quiet = (): Promise<true> =>
  until(async () => {
    await bus.bring();
    const { rowCount } = await bus.duties.query('SELECT FROM policies_v1.duty WHERE done_at IS NULL');
    return rowCount === 0 || undefined;
  }, 20_000);
/** The duties are built anew from the topics, after the keys of what was said are forgotten. */
const forgetDuties = async (): Promise<void> => {
  await bus.duties.query('TRUNCATE policies_v1.duty, policies_v1.onward, policies_v1.child, policies_v1.statement');
  await bus.journal.query('DELETE FROM command_key_other');
  await bus.bring();
};
const consultationsOf = async (id: string): Promise<OfConsultation[]> =>
  (await bus.app.events()).filter(isOfConsultation).filter(({ meta }) => meta.leg === id);
/** What is said of consultations on a leg, once the log was brought as often as that takes. */
const broughtTo = (id: string, types: readonly (string | undefined)[]): Promise<true> =>
  until(async () => {
    await bus.bring();
    return (await consultationsOf(id)).map(({ type }) => type).join() === types.join() || undefined;
  }, 20_000);
const leaseIsOver = (): Promise<unknown> =>
  bus.duties.query('UPDATE policies_v1.duty SET due_at = now() WHERE done_at IS NULL');

/** Dies where a process may: the word is said, and not yet noted down. */
class DyingDesk extends DutyDesk {
  deaths = 0;
  override async done(): Promise<void> {
    this.deaths += 1;
    return Promise.reject(new Error('killed'));
  }
  override async postpone(): Promise<void> {
    return Promise.reject(new Error('killed'));
  }
}

describe('what the bus says by itself (docs/domain.md)', () => {
  it('is said once, however often its events come and however many policies there are', async () => {
    const cases = await Promise.all(Array.from({ length: 12 }, () => forwarded()));
    await Promise.all([bus.bring(), bus.bring(), bus.bring()]);
    const [one, other] = [bus.worker(), bus.worker()];
    await quiet();
    await Promise.all([one.stop(), other.stop()]);
    for (const { leg } of cases) expect(await typesOf(leg)).toEqual(['ReferralSubmitted', 'PrioritySet']);
  });

  it('is said once by a policy that dies between saying and noting, and by its successor', async () => {
    const { leg } = await forwarded();
    await bus.bring();
    const dying = new DyingDesk(bus.duties);
    const mortal = bus.worker(dying);
    await has(leg, 'ReferralSubmitted');
    await until(() => Promise.resolve(dying.deaths > 0 || undefined));
    await mortal.stop();
    await leaseIsOver();
    const heir = bus.worker();
    await quiet();
    await heir.stop();
    expect(await typesOf(leg)).toEqual(['ReferralSubmitted', 'PrioritySet']);
  });

  it('waits in the order of each leg, and holds up no other (design 3 "Lanes")', async () => {
    const [stuck, free] = [await forwarded(), await forwarded()];
    const nexus = [{ country: 'BR', basis: 'SUSPECT_PRESENT', confidence: 'LOW' }];
    await says(parties.sender, stuck.id)('supplement', { additions: { nexus } });
    await bus.bring();
    const desk = new DutyDesk(bus.duties);
    const first = await desk.take();
    expect(first.map(({ kind, target }) => [kind, target]).sort()).toEqual(
      [stuck, free].map(({ leg }) => ['SUBMIT', leg]).sort(),
    );
    for (const duty of first) if (duty.target === stuck.leg) await desk.postpone(duty, 'LANE_CLOSED', 0);
    const second = await desk.take();
    expect(second.map(({ kind, target, attempts }) => [kind, target, attempts])).toEqual([['SUBMIT', stuck.leg, 2]]);
    expect(await desk.take()).toEqual([]);
    await leaseIsOver();
    const worker = bus.worker();
    await quiet();
    await worker.stop();
    expect(await typesOf(stuck.leg)).toEqual(['ReferralSubmitted', 'PrioritySet', 'Supplemented']);
    expect(await typesOf(free.leg)).toEqual(['ReferralSubmitted', 'PrioritySet']);
  });

  it('is not said again when the duties are built anew from the topics, also after the keys are forgotten', async () => {
    const { id, leg } = await forwarded();
    const first = bus.worker();
    await bus.bring();
    await has(leg, 'ReferralSubmitted');
    const receiver = says(parties.next, leg);
    await receiver('receive');
    await receiver('reject', { reason: 'DATA_NOT_HELD' });
    await quiet();
    await has(id, 'ForwardReturned');
    await first.stop();
    const before = (await bus.app.events()).length;
    await forgetDuties();
    const again = bus.worker();
    await quiet();
    await again.stop();
    expect((await bus.app.events()).length).toBe(before);
  });

  it('carries on everything that is said of a case in work, and takes the whole back', async () => {
    const { id, leg } = await forwarded();
    const worker = bus.worker();
    await bus.bring();
    await has(leg, 'ReferralSubmitted');
    await says(parties.sender, id)('enter-in-error', { reason: 'WRONG_PERSON' });
    await quiet();
    expect((await typesOf(leg)).at(-1)).toBe('EnteredInError');
    const answer = await parties.next.post(`/v1/referrals/${leg}/receive`, undefined, newKey());
    expect(answer.json()).toMatchObject({ code: 'REFERRAL_TRANSITION_ILLEGAL' });
    await worker.stop();
  });

  it('tells whoever holds a case what is opened and concluded on its first leg, hop by hop and once (vocabulary 2.5 22(5))', async () => {
    const { id, sender, receiver } = await newCase(parties);
    const words = { countries: ['PH', 'US'], bases: ['VICTIM_PRESENT'], note: 'NOTE-OF-US' };
    expect((await sender('open-consultation', words)).statusCode).toBe(200);
    await receiver('receive');
    const { onward } = (await receiver('forward', { to })).json<{ onward: { leg: string } }>();
    const second = onward.leg;
    const worker = bus.worker();
    await broughtTo(second, ['JurisdictionConsultationOpened']);
    const next = says(parties.next, second);
    await next('receive');
    const further = (await next('forward', { to: { agency: 'DE-NCP' } })).json<{ onward: { leg: string } }>();
    const third = further.onward.leg;
    const [opened, concluded] = ['JurisdictionConsultationOpened', 'JurisdictionConsultationConcluded'];
    await broughtTo(third, [opened]);

    await receiver('conclude-consultation', { result: 'LEAD_AGREED', lead: 'PH', note: 'NOTE-OF-PH' });
    await receiver('open-consultation', { ...words, countries: ['PH', 'GB'] });
    for (const leg of [second, third]) await broughtTo(leg, [opened, concluded, opened]);
    await worker.stop();
    const first = await consultationsOf(id);
    const told = await consultationsOf(third);
    const silent = { note: null, contacts: null, audience: null };
    const carried = first.map(({ meta }) => ({ leg: id, event: meta.eventId }));
    const opener = (agency: string, country: string) => expect.objectContaining({ agency, country });
    expect(told.map(({ data }) => data)).toMatchObject([
      { ...silent, opener: opener('US-CLEAR', 'US'), countries: ['PH', 'US'], carried: carried[0] },
      { ...silent, by: to.agency, result: 'LEAD_AGREED', lead: 'PH', carried: carried[1] },
      { ...silent, opener: opener('PH-WCPC', 'PH'), countries: ['PH', 'GB'], carried: carried[2] },
    ]);
    expect(told.every(({ meta }) => meta.actor.role === 'BUS_POLICY')).toBe(true);

    const holder = says(await bus.app.client('DE-NCP'), third);
    const refused = await holder('conclude-consultation', { result: 'NO_AGREEMENT' });
    expect(refused.json()).toMatchObject({ code: 'CONSULTATION_NOT_OPEN' });
    const before = (await bus.app.events()).length;
    await forgetDuties();
    const again = bus.worker();
    await quiet();
    await again.stop();
    expect((await bus.app.events()).length).toBe(before);
  });

  it('brings a case back whose onward leg has no lane that takes it, so that it may go on elsewhere', async () => {
    const { id, leg } = await forwarded();
    const lane = parseReferralId(leg)?.lane;
    await bus.journal.query('UPDATE lane SET sealed = true WHERE lane = $1', [lane]);
    await bus.bring();
    const worker = bus.worker();
    await has(id, 'ForwardReturned');
    const returned = (await bus.app.events()).find(({ type, meta }) => type === 'ForwardReturned' && meta.leg === id);
    expect(returned?.data).toMatchObject({ by: 'AU-NCP', leg, cause: 'UNDELIVERABLE', reason: null, offer: false });
    const answer = await says(parties.receiver, id)('forward', { to: { agency: 'DE-NCP' } });
    const { onward } = answer.json<{ onward: { leg: string } }>();
    await quiet();
    await has(onward.leg, 'ReferralSubmitted');
    await worker.stop();
  });

  it('brings a case back whose next receiver has left since it was passed on', async () => {
    const { id, leg } = await forwarded();
    await bus.bring();
    const worker = bus.worker(new DutyDesk(bus.duties), demoDirectory({}, {}, [to.agency]));
    await has(id, 'ForwardReturned');
    const returned = (await bus.app.events()).find(({ type, meta }) => type === 'ForwardReturned' && meta.leg === id);
    expect(returned?.data).toMatchObject({ by: 'AU-NCP', leg, cause: 'UNDELIVERABLE' });
    expect(await typesOf(leg)).not.toContain('ReferralSubmitted');
    await worker.stop();
  });
});
