import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { BusEvent } from '#libs/contracts';
import { Client } from 'pg';
import { accepted, LaneScript, received, recipient, referralId, sender, submitted } from '../agency-views.fixtures.js';
import { SpecBus } from '../spec-bus.fixtures.js';
import { minimum, refusalOf, stranger } from '../spec-reads.fixtures.js';
import { feedPage, named, readOn } from './feed-reader.fixtures.js';

const askedFor: BusEvent = {
  type: 'AccessRequested',
  data: {
    requester: { ...stranger, country: 'GB' },
    purpose: 'INVESTIGATE',
    extent: 'CASE',
    note: null,
    rules: null,
  },
};
const granted = (until: number, extent: 'CASE' | 'STATE_AND_OUTCOME' = 'CASE'): BusEvent => ({
  type: 'AccessGranted',
  data: { by: recipient.agency, requester: stranger.agency, extent, until, note: null, rules: null },
});

describe('an agency’s feed', () => {
  let bus: SpecBus;
  beforeAll(async () => {
    bus = await SpecBus.start();
  }, 60_000);
  afterAll(() => bus.stop());

  it('tells both parties what happens to a referral, in its order', async () => {
    const script = new LaneScript(1).append(referralId(1, 1), [...submitted(), received, accepted]);
    await bus.publish(script.rows);
    const types = ['ReferralSubmitted', 'PrioritySet', 'ReferralReceived', 'ReferralAccepted'];
    for (const party of [sender, recipient]) {
      expect(named(await readOn(bus, party, { after: script }))).toEqual(types);
      expect(named(await readOn(bus, party, { limit: 1 }))).toEqual(types);
    }
    expect((await feedPage(bus, stranger)).items).toEqual([]);
  });

  it('tells an agency that is let in later what had happened, where it was let in', async () => {
    const id = referralId(1, 2);
    const script = new LaneScript(2).append(id, [...submitted(), received, askedFor]);
    await bus.publish(script.rows);
    const before = await readOn(bus, stranger, { after: script });
    expect(before.items).toEqual([]);
    const told = script.rows.length;
    script.append(id, [granted(Date.now() + 3_600_000), accepted]);
    await bus.publish(script.rows.slice(told));
    const late = await readOn(bus, stranger, { cursor: before.next, after: script });
    expect(late.items.map(({ type, history, viewpoint }) => [type, history, viewpoint])).toEqual([
      ['ReferralSubmitted', true, 'CASE'],
      ['PrioritySet', true, 'CASE'],
      ['ReferralReceived', true, 'CASE'],
      ['AccessRequested', true, 'CASE'],
      ['AccessGranted', false, 'CASE'],
      ['ReferralAccepted', false, 'CASE'],
    ]);
  });

  it('tells the national contacts that a case is stuck: a party nothing twice, others its state from there on', async () => {
    const contact = { agency: 'FR-NCP', role: 'NCP_LE', country: 'FR' };
    const from = { agency: 'KE-NCP', role: 'NCP_LE', country: 'KE' };
    const refused: BusEvent = {
      type: 'OnwardRefused',
      data: {
        ...{
          command: 'ForwardReferral',
          level: 'P1',
          holder: recipient,
          to: from,
          cause: 'CYCLE',
          limit: null,
          originCountry: 'KE',
          unfilled: [],
        },
        ...{ contacts: [contact, from], audience: [contact.agency], rules: { set: 'referral', version: 1 } },
      },
    };
    const script = new LaneScript(5).append(referralId(1, 5), [...submitted({ from }), received, refused]);
    await bus.publish(script.rows);
    const types = ['ReferralSubmitted', 'PrioritySet', 'ReferralReceived', 'OnwardRefused'];
    expect(named(await readOn(bus, from, { after: script }))).toEqual(types);
    const { items } = await readOn(bus, contact, { after: script });
    expect(items.map(({ type, viewpoint }) => [type, viewpoint])).toEqual(
      types.filter((type) => type !== 'PrioritySet').map((type) => [type, 'STATE']),
    );
    const { rules: _rules, ...told } = items.at(-1)?.data ?? {};
    const { audience: _audience, command: _command, rules: _ref, ...said } = refused.data;
    expect(told).toEqual(said);
    expect(JSON.stringify(items)).not.toContain('SOLICITATION');
  });

  it('tells of a consultation whose country is to consult, and who called for it, until its end', async () => {
    const [opener, contact] = ['BR', 'FR'].map((country) => ({ agency: `${country}-NCP`, role: 'NCP_LE', country }));
    if (!opener || !contact) throw new TypeError('nobody consults');
    const audience = [contact.agency, opener.agency];
    const told = { contacts: [contact], audience, carried: null, note: null, rules: null };
    const opened: BusEvent = {
      type: 'JurisdictionConsultationOpened',
      data: { ...told, opener, countries: ['FR', 'PH'], bases: ['VICTIM_PRESENT'], unfilled: ['PH'] },
    };
    const ended: BusEvent = {
      type: 'JurisdictionConsultationConcluded',
      data: { ...told, by: recipient.agency, result: 'LEAD_AGREED', lead: 'FR' },
    };
    const id = referralId(1, 6);
    const script = new LaneScript(6).append(id, [...submitted(), received, opened, accepted, ended]);
    await bus.publish(script.rows);
    const { audience: _opened, carried: _first, rules: _ref, note: _note, ...openedSaid } = opened.data;
    const { audience: _ended, carried: _its, rules: _rules, note: _own, ...endedSaid } = ended.data;
    for (const agency of [opener, contact]) {
      const items = (await readOn(bus, agency, { after: script })).items.filter(({ referral }) => referral === id);
      expect(items.map(({ type, viewpoint }) => `${type} ${viewpoint}`)).toEqual([
        'JurisdictionConsultationOpened CONSULTED',
        'JurisdictionConsultationConcluded CONSULTED',
      ]);
      expect(items.map(({ data }) => data)).toEqual([openedSaid, endedSaid]);
    }
    const parties = await readOn(bus, sender, { after: script });
    expect(named({ items: parties.items.filter(({ referral }) => referral === id) }).slice(-3)).toEqual([
      'JurisdictionConsultationOpened',
      'ReferralAccepted',
      'JurisdictionConsultationConcluded',
    ]);
    expect((await readOn(bus, stranger, { after: script })).items.filter(({ referral }) => referral === id)).toEqual(
      [],
    );
  });

  it('tells the parties of an onward leg what is said on an earlier one, and nobody else: not who consults there (design 5)', async () => {
    const opener = { agency: 'KE-NCP', role: 'NCP_LE', country: 'KE' };
    const carried = { leg: referralId(9, 7), event: '0198c1f0-0000-7000-8000-0000000000f9' };
    const said = { opener, countries: ['KE', 'PH'], bases: ['VICTIM_PRESENT' as const], note: null };
    const told: BusEvent = {
      type: 'JurisdictionConsultationOpened',
      data: { ...said, carried, contacts: null, unfilled: null, audience: null, rules: null },
    };
    const id = referralId(1, 7);
    const script = new LaneScript(7)
      .append(id, submitted({ parent: carried.leg, origin: carried.leg, hop: 1, chain: [] }))
      .append(id, [told], { actor: { agency: 'BUS', role: 'BUS_POLICY' } });
    await bus.publish(script.rows);
    const ofLeg = async (reader: typeof opener) =>
      (await readOn(bus, reader, { after: script })).items.filter(({ referral }) => referral === id);
    for (const party of [sender, recipient]) {
      const [item] = (await ofLeg(party)).slice(-1);
      expect(item).toMatchObject({ type: told.type, actor: { agency: 'BUS', role: 'BUS_POLICY' } });
      expect(item?.data).toEqual({ ...said, rules: null });
      expect(JSON.stringify(item)).not.toMatch(new RegExp(`${carried.leg}|${carried.event}`));
    }
    expect(await ofLeg(opener)).toEqual([]);
  });

  it('shows nothing of what was read ahead once the access has lapsed', async () => {
    const { next } = await readOn(bus, stranger);
    const id = referralId(1, 4);
    const script = new LaneScript(4).append(id, [...submitted(), received, askedFor, granted(Date.now() + 3_600_000)]);
    await bus.publish(script.rows);
    const first = await feedPage(bus, stranger, { cursor: next, limit: 1, after: script });
    expect(named(first)).toEqual(['ReferralSubmitted']);
    const db = new Client({ connectionString: bus.databaseUrl });
    await db.connect();
    await db.query('UPDATE agency_feed_v1.opening SET until = now() WHERE agency = $1', [stranger.agency]);
    await db.end();
    expect((await feedPage(bus, stranger, { cursor: first.next, limit: 1 })).items).toEqual([]);
  });

  it('goes by the last of two grants, as the referral itself does', async () => {
    const id = referralId(1, 9);
    const [long, short] = [Date.now() + 7_200_000, Date.now() + 3_600_000];
    const script = new LaneScript(9).append(id, [...submitted(), received, askedFor, granted(long)]);
    script.append(id, [askedFor, granted(short, 'STATE_AND_OUTCOME'), accepted]);
    await bus.publish(script.rows);
    const { items } = await readOn(bus, stranger, { after: script });
    const told = items.filter(({ referral }) => referral === id);
    expect(told.map(({ viewpoint }) => viewpoint)).toEqual(told.map(() => 'STATE'));
    expect(named({ items: told }).slice(-2)).toEqual(['AccessGranted', 'ReferralAccepted']);
    const shown = await bus.get(`/v1/referrals/${id}`, stranger, minimum(script));
    expect(await shown.json()).toMatchObject({ access: 'STATE_AND_OUTCOME' });
  });

  it('tells a reader where it is when it goes past much that is not told to it', async () => {
    const script = new LaneScript(10);
    const [real, drill] = [referralId(1, 10), referralId(2, 10)];
    const reader = { agency: 'KE-NCP', role: 'NCP_LE', country: 'KE' };
    script.append(real, submitted({ to: reader }));
    script.append(
      real,
      Array.from({ length: 60 }, () => received),
    );
    script.append(drill, submitted({ to: reader }), { synthetic: true });
    await bus.publish(script.rows);
    await readOn(bus, reader, { after: script });
    const first = await feedPage(bus, reader, { limit: 1, synthetic: true });
    expect(first.items).toEqual([]);
    const second = await feedPage(bus, reader, { limit: 1, synthetic: true, cursor: first.next });
    expect(second.items).toMatchObject([{ referral: drill, type: 'ReferralSubmitted' }]);
  });

  it('waits for what comes, and is woken by it', async () => {
    const reader = { agency: 'DE-NCP', role: 'NCP_LE', country: 'DE' };
    const script = new LaneScript(3).append(referralId(1, 3), submitted({ to: reader }));
    const begun = Date.now();
    const waiting = feedPage(bus, reader, { wait: 30 });
    await bus.publish(script.rows);
    const page = await waiting;
    expect(named(page)[0]).toBe('ReferralSubmitted');
    expect(Date.now() - begun).toBeLessThan(10_000);
  });

  it.each([
    ['limit=0', 'QUERY_INVALID'],
    ['wait=31', 'QUERY_INVALID'],
    ['agency=PH-WCPC', 'QUERY_INVALID'],
    ['cursor=AAAA', 'CURSOR_INVALID'],
    ['cursor=', 'CURSOR_INVALID'],
  ])('refuses ?%s', async (query, code) => {
    expect(await refusalOf(await bus.get(`/v1/feed?${query}`, recipient))).toMatchObject({
      status: 400,
      body: { code },
    });
  });

  it('takes a cursor from nobody else', async () => {
    const { next } = await feedPage(bus, recipient);
    expect((await bus.get(`/v1/feed?cursor=${next}`, sender)).status).toBe(400);
    expect((await bus.get(`/v1/feed?cursor=${next}&synthetic=true`, recipient)).status).toBe(400);
  });

  it('is not for roles without cases', async () => {
    const response = await bus.get('/v1/feed', { agency: 'PH-WCPC', role: 'SCHEME_ADMIN' });
    expect(await refusalOf(response)).toMatchObject({ status: 403, body: { code: 'ROLE_HAS_NO_CASE_ACCESS' } });
  });
});
