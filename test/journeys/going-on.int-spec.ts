import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Pool } from 'pg';
import { v7 } from 'uuid';
import { decodeEvent, type RecordedEvent } from '#libs/contracts';
import { clockWords, saidTwice, until } from '#libs/testing';
import { type Answer, Deployment } from '../deployment/index.js';

const submission = {
  to: { agency: 'PH-WCPC' },
  reference: 'CT-1',
  incident: { offenceType: 'SOLICITATION', modifiers: ['FAMILY'] },
  files: [{ kind: 'CHAT_LOG', count: 1 }],
  nexus: [{ country: 'PH', basis: 'VICTIM_PRESENT', confidence: 'MEDIUM' }],
  priority: { level: 'P3', reasons: ['IDENTIFIED_SUSPECT'] },
};

const onConditions = { scope: 'CONDITIONAL', reason: 'HARMS_INVESTIGATION', conditions: ['NO_COURT_USE'] };

type Told = Answer['json'] & { readonly onward?: { readonly leg: string }; readonly part?: string };

describe('a case that goes on (vocabulary 2.3, 2.4 I1)', () => {
  let bus: Deployment;
  let journal: Pool;
  beforeAll(async () => {
    bus = await Deployment.start({ instances: { policies: 2 } });
    journal = new Pool({ connectionString: bus.databases.journal.url(), max: 2 });
  }, 240_000);
  afterAll(async () => {
    await journal.end();
    await bus.stop();
  }, 120_000);

  const post = (agency: string, path: string, body: unknown): Promise<Answer> =>
    bus.ask('referrals', agency, path, {
      method: 'POST',
      headers: { 'idempotency-key': v7(), 'bus-person': 'p-1' },
      body,
    });
  const say = async (agency: string, id: string, command: string, body: unknown = {}): Promise<Told> => {
    const { status, json, text } = await post(agency, `/v1/referrals/${id}/${command}`, body);
    if (status !== 200) throw new Error(`${command}: ${text}`);
    return json;
  };
  /** What stands in the log of a leg, but for how it got to its receiver. */
  const eventsOf = async (leg: string): Promise<RecordedEvent[]> =>
    (await logOf(leg)).filter(({ type }) => type !== 'EvidenceAdvanced');
  const logOf = async (leg: string): Promise<RecordedEvent[]> => {
    const { rows } = await journal.query<{ fingerprint: Buffer; bytes: Buffer }>(
      'SELECT fingerprint, bytes FROM journal WHERE key = $1 ORDER BY position',
      [leg],
    );
    return rows.map(decodeEvent);
  };
  const typesOf = async (leg: string): Promise<string[]> => (await eventsOf(leg)).map(({ type }) => type);
  const evidenceOf = async (leg: string) =>
    (await logOf(leg)).flatMap((event) => (event.type === 'EvidenceAdvanced' ? [event.data.steps] : []));
  const has = (leg: string, type: string): Promise<true> =>
    until(async () => (await typesOf(leg)).includes(type) || undefined, 60_000);

  const submitted = async (changes: object = {}): Promise<string> => {
    const { status, json, text } = await post('US-CLEAR', '/v1/referrals', { ...submission, ...changes });
    if (status !== 201 || !json.id) throw new Error(text);
    return json.id;
  };
  const received = async (changes: object = {}): Promise<string> => {
    const id = await submitted(changes);
    await say('PH-WCPC', id, 'receive');
    return id;
  };
  const to = { agency: 'AU-NCP' };
  const forwarded = async (changes: object = {}): Promise<{ id: string; leg: string }> => {
    const id = await received(changes);
    const { onward } = await say('PH-WCPC', id, 'forward', { to });
    if (!onward) throw new Error('nothing went on');
    return { id, leg: onward.leg };
  };
  const offered = async (): Promise<{ id: string; leg: string }> => {
    const id = await received();
    await say('PH-WCPC', id, 'accept', { scope: 'FULL' });
    const { onward } = await say('PH-WCPC', id, 'offer-handover', { to });
    if (!onward) throw new Error('nothing is on offer');
    return { id, leg: onward.leg };
  };

  it('is submitted by the bus under the id that was named, with all that was said of it', async () => {
    const { id, leg } = await forwarded();
    await has(leg, 'ReferralSubmitted');
    const [parent, [opened, graded]] = await Promise.all([eventsOf(id), eventsOf(leg)]);
    expect(opened).toMatchObject({
      type: 'ReferralSubmitted',
      data: {
        ...{ origin: id, parent: id, hop: 1, reference: 'CT-1', chain: [{ agency: 'US-CLEAR', country: 'US' }] },
        from: { agency: 'PH-WCPC' },
        to: { agency: 'AU-NCP', role: 'NCP_LE', country: 'AU' },
      },
      meta: { actor: { agency: 'BUS', role: 'BUS_POLICY' }, causation: parent.at(-1)?.meta.eventId },
    });
    expect(graded).toMatchObject({ type: 'PrioritySet', data: { level: 'P3', by: 'PH-WCPC' } });
    expect(await say('AU-NCP', leg, 'receive')).toMatchObject({ status: 'RECEIVED' });
  });

  it('goes on under its obligation to prosecute or report, until that is met or its statement put right (vocabulary 2.5, 24(6))', async () => {
    const { id, leg } = await forwarded({ crossBorder: { extraditionFlag: 'REFUSED_NATIONALITY' } });
    await has(leg, 'ReferralSubmitted');
    expect((await eventsOf(leg))[0]?.data).toMatchObject({ obligation: 'PROSECUTE_OR_REPORT' });
    await say('AU-NCP', leg, 'receive');
    await say('AU-NCP', leg, 'accept', { scope: 'FULL' });
    const outcomes = [{ outcome: 'SUSPECT_ARRESTED', on: '2026-11-02', accuracy: 'CONFIRMED' }];
    await say('AU-NCP', leg, 'report-outcome', { outcomes });
    const closing = { reasons: ['OUTCOME_FINAL'] };
    expect((await post('AU-NCP', `/v1/referrals/${leg}/close`, closing)).text).toContain('OBLIGATION_OPEN');
    await say('US-CLEAR', id, 'correct', {
      reason: 'FACTUAL_ERROR',
      crossBorder: { extraditionFlag: 'REFUSED_OTHER' },
    });
    await has(leg, 'Corrected');
    expect(await say('AU-NCP', leg, 'close', closing)).toMatchObject({ status: 'CLOSED' });
  });

  it('is followed by its first sender to the outcome, without a word of what is said there (vocabulary 2.4 I1, B4)', async () => {
    const { id, leg } = await forwarded();
    await has(leg, 'ReferralSubmitted');
    await say('AU-NCP', leg, 'receive');
    await say('AU-NCP', leg, 'accept', { ...onConditions, note: 'NOTE-ON-CONDITIONS' });
    const outcomes = [{ outcome: 'CHILD_SAFEGUARDED', on: '2026-11-02', accuracy: 'CONFIRMED' }];
    await say('AU-NCP', leg, 'report-outcome', { outcomes, note: 'NOTE-OF-AU' });
    const seen = await until(async () => {
      const { text } = await bus.ask('agency-views', 'US-CLEAR', `/v1/referrals/${id}`);
      const [onward] = (JSON.parse(text) as { legs?: { id: string; status: string }[] }).legs ?? [];
      return onward?.status === 'OUTCOME_REPORTED' ? text : undefined;
    }, 60_000);
    expect(seen).toContain('CHILD_SAFEGUARDED');
    expect(seen).not.toMatch(/NOTE-OF-AU|NOTE-ON-CONDITIONS|NO_COURT_USE/);
    expect(await bus.ask('agency-views', 'US-CLEAR', `/v1/referrals/${leg}`)).toMatchObject({ status: 404 });
  });

  it('is taken on there on conditions, or not, which who passed it on reads in the timeline without the notes (vocabulary 2.4 I3, 2.5 27(6))', async () => {
    const [taken, refused] = [await forwarded(), await forwarded()];
    for (const { leg } of [taken, refused]) {
      await has(leg, 'ReferralSubmitted');
      await say('AU-NCP', leg, 'receive');
    }
    await say('AU-NCP', taken.leg, 'accept', { ...onConditions, note: 'NOTE-OF-AU' });
    await say('AU-NCP', refused.leg, 'reject', { reason: 'DATA_NOT_HELD', note: 'NOTE-OF-AU' });
    const said = (agency: string, leg: string, type: string) =>
      until(async () => {
        const { text } = await bus.ask('agency-views', agency, `/v1/referrals/${leg}/timeline`);
        const { items = [] } = JSON.parse(text) as { items?: { type: string; data: object }[] };
        return items.find((entry) => entry.type === type)?.data;
      }, 60_000);
    expect(await said('PH-WCPC', taken.leg, 'ReferralAccepted')).toEqual({ ...onConditions, note: null });
    expect(await said('AU-NCP', taken.leg, 'ReferralAccepted')).toEqual({ ...onConditions, note: 'NOTE-OF-AU' });
    expect(await said('PH-WCPC', refused.leg, 'ReferralRejected')).toMatchObject({
      reason: 'DATA_NOT_HELD',
      note: null,
    });
    expect(await said('AU-NCP', refused.leg, 'ReferralRejected')).toMatchObject({ note: 'NOTE-OF-AU' });
  });

  it('comes back when it is refused there, and may go on to another agency', async () => {
    const { id, leg } = await forwarded();
    await has(leg, 'ReferralSubmitted');
    await say('AU-NCP', leg, 'receive');
    await say('AU-NCP', leg, 'reject', { reason: 'DATA_NOT_HELD' });
    await has(id, 'ForwardReturned');
    expect((await eventsOf(id)).at(-1)).toMatchObject({
      data: { by: 'AU-NCP', leg, cause: 'REJECTED', reason: 'DATA_NOT_HELD', offer: false },
    });
    const { onward } = await say('PH-WCPC', id, 'forward', { to: { agency: 'DE-NCP' } });
    await has(onward?.leg ?? '', 'ReferralSubmitted');
  });

  it('in work is handed over once the new agency has accepted, and not before', async () => {
    const { id, leg } = await offered();
    await has(leg, 'ReferralSubmitted');
    await say('AU-NCP', leg, 'receive');
    expect(await typesOf(id)).not.toContain('ReferralForwarded');
    await say('AU-NCP', leg, 'accept', { scope: 'FULL' });
    await has(id, 'ReferralForwarded');
    expect((await eventsOf(id)).at(-1)).toMatchObject({ data: { leg, handover: true, by: 'PH-WCPC' } });
  });

  it('in work stays where it is when the offer is refused', async () => {
    const { id, leg } = await offered();
    await has(leg, 'ReferralSubmitted');
    await say('AU-NCP', leg, 'receive');
    await say('AU-NCP', leg, 'reject', { reason: 'DATA_NOT_HELD' });
    await has(id, 'ForwardReturned');
    expect(await say('PH-WCPC', id, 'start-work')).toMatchObject({ status: 'IN_PROGRESS' });
  });

  it('carries on what is added, corrected and taken back', async () => {
    const { id, leg } = await forwarded();
    const nexus = [{ country: 'BR', basis: 'SUSPECT_PRESENT', confidence: 'LOW' }];
    const { part } = await say('US-CLEAR', id, 'supplement', { additions: { nexus } });
    await say('US-CLEAR', id, 'correct', {
      part,
      reason: 'FACTUAL_ERROR',
      nexus: [{ ...nexus[0], confidence: 'HIGH' }],
    });
    await say('US-CLEAR', id, 'correct', { reason: 'FACTUAL_ERROR', reference: 'CT-2' });
    await say('US-CLEAR', id, 'enter-part-in-error', { part, reason: 'WRONG_CASE' });
    await has(leg, 'EnteredInError');
    const [, , added, corrected, whole, error] = await eventsOf(leg);
    const id2 = added?.meta.eventId;
    expect(added).toMatchObject({ type: 'Supplemented', data: { part: null, carried: { leg: id, event: part } } });
    expect(corrected).toMatchObject({ type: 'Corrected', data: { part: id2, nexus: [{ confidence: 'HIGH' }] } });
    expect(whole).toMatchObject({ type: 'Corrected', data: { part: null, reference: 'CT-2', nexus: null } });
    expect(error).toMatchObject({ type: 'EnteredInError', data: { part: id2 } });
  });

  it('hop after hop, until it has been handed on as often as the rules allow (vocabulary 2.4 I6)', async () => {
    const ways = ['AU-NCP', 'DE-NCP', 'FR-NCP', 'JP-NCP'];
    let [holder, id] = ['PH-WCPC', await received()];
    for (const agency of ways) {
      const { onward } = await say(holder, id, 'forward', { to: { agency } });
      [holder, id] = [agency, onward?.leg ?? ''];
      await has(id, 'ReferralSubmitted');
      await say(holder, id, 'receive');
    }
    const answer = await post(holder, `/v1/referrals/${id}/forward`, { to: { agency: 'KE-NCP' } });
    expect(answer).toMatchObject({ status: 409, json: { code: 'ONWARD_HOPS_EXHAUSTED' } });
    const back = await post(holder, `/v1/referrals/${id}/forward`, { to: { agency: 'DE-NCP' } });
    expect(back).toMatchObject({ status: 409 });
  });

  it('goes on once, comes back once and is added to once, while both policies are killed again and again', async () => {
    const cases: { id: string; leg: string; refused: boolean }[] = [];
    let over = false;
    const life = (async () => {
      while (!over) {
        const wave = await Promise.all(Array.from({ length: 6 }, () => forwarded()));
        const decided = wave.map((each, index) => ({ ...each, refused: index % 2 === 0 }));
        cases.push(...decided);
        await Promise.all(decided.map(live));
      }
    })();
    const mortals = bus.instancesOf('policies');
    for (let deaths = 0, before = 0; deaths < 6; deaths++) {
      // each death meets another moment
      before = await until(async () => {
        const now = await countOf(cases);
        return now > before ? now : undefined;
      }, 60_000);
      const mortal = mortals[deaths % mortals.length];
      await mortal?.end('SIGKILL');
      await mortal?.start();
    }
    over = true;
    await life;
    for (const { id, leg, refused } of cases) {
      const told = ['ReferralSubmitted', 'PrioritySet', 'Supplemented', 'ReferralReceived'];
      expect(await typesOf(leg)).toEqual([...told, refused ? 'ReferralRejected' : 'ReferralAccepted']);
      const returns = (await typesOf(id)).filter((type) => type === 'ForwardReturned');
      expect(returns).toHaveLength(refused ? 1 : 0);
    }
  }, 240_000);

  it('falls due once when nobody takes it, while both policies are killed again and again (vocabulary 2.3)', async () => {
    const silent = await Promise.all(Array.from({ length: 40 }, () => submitted()));
    const advance = (by: string) => bus.bus(['clock', 'advance', '--by', by]).done;
    // in three seconds, by then P3 cases have waited for their fourteen days
    expect(await advance(`${14 * 86_400 - 3}s`)).toMatchObject({ code: 0, stderr: '' });
    const expired = async (): Promise<number> => {
      const types = await Promise.all(silent.map(typesOf));
      return types.filter((told) => told.includes('ReferralExpired')).length;
    };
    for (const mortal of [...bus.instancesOf('policies'), ...bus.instancesOf('policies')]) {
      await mortal.end('SIGKILL');
      await mortal.start();
    }
    await until(async () => (await expired()) === silent.length || undefined, 60_000);
    for (const id of silent) expect(saidTwice(clockWords(await eventsOf(id)))).toEqual([]);
    const status = await bus.bus(['clock', 'status']).done;
    expect([status.code, status.stdout]).toEqual([1, expect.stringContaining('PUT AHEAD by 13 days and 23 hours')]);
  }, 240_000);

  it('is seen by supervisors while it climbs the ladder, and whatever becomes of it, until they look no more', async () => {
    const id = await submitted({ priority: { level: 'P1', reasons: ['LIVE_ABUSE'] } });
    const watching = bus.bus(['escalations', '--agency', 'PH-WCPC', '--watch', '--every', '1', '--json']);
    const told = (change: string) => async (): Promise<true | undefined> => {
      const lines = watching.stdout.trimEnd().split('\n').slice(1);
      const changes = lines.map((line) => JSON.parse(line) as { change: string; escalation: { id: string } });
      return Promise.resolve(changes.some((each) => each.change === change && each.escalation.id === id) || undefined);
    };
    await until(() => Promise.resolve(watching.stdout.includes('\n') || undefined), 60_000);
    expect(await bus.bus(['clock', 'advance', '--by', '16m']).done).toMatchObject({ code: 0 });
    await until(told('new'), 60_000);
    const seen = await bus.bus(['escalations', '--agency', 'PH-WCPC']).done;
    expect([seen.code, seen.stderr]).toEqual([1, '']);
    expect(seen.stdout).toMatch(new RegExp(`P1 +${id} +PH-WCPC +SUBMITTED .*VOICE_CONTACT +1 +PH-WCPC +2 at `));
    expect(seen.stdout).toMatch(/without a live 24\/7 role: .*DE.* \(nobody holds it\)/);

    const answer = await post('PH-WCPC', `/v1/escalations/${id}/answer`, { reply: 'TAKES_OVER' });
    expect(answer.status).toBe(200);
    await until(told('over'), 60_000);
    await watching.end('SIGINT');
    expect(await watching.done).toMatchObject({ code: 0, stderr: '' });
  }, 360_000);
  interface Delivery {
    readonly step: string;
    readonly late: boolean;
    readonly steps: readonly { readonly step: string; readonly at: string | null; readonly late: boolean }[];
  }
  const deliveryOf = async (id: string): Promise<Delivery | undefined> => {
    const { text } = await bus.ask('agency-views', 'US-CLEAR', `/v1/referrals/${id}`);
    return (JSON.parse(text) as { delivery?: Delivery }).delivery;
  };
  const comesTo = (id: string, step: string): Promise<Delivery> =>
    until(async () => {
      const delivery = await deliveryOf(id);
      return delivery?.step === step ? delivery : undefined;
    }, 60_000);

  it('shows its sender how it got to the receiver, step by step, as evidence to keep (features A8)', async () => {
    const id = await submitted();
    await comesTo(id, 'AVAILABLE');
    expect(await bus.ask('agency-views', 'PH-WCPC', `/v1/referrals/${id}`)).toMatchObject({ status: 200 });
    await comesTo(id, 'RETRIEVED');
    await say('PH-WCPC', id, 'acknowledge');
    const { late, steps } = await comesTo(id, 'ACKNOWLEDGED');
    expect(steps.map(({ step }) => step)).toEqual(['ACCEPTED', 'RELAYED', 'AVAILABLE', 'RETRIEVED', 'ACKNOWLEDGED']);
    const times = steps.map(({ at }) => at);
    expect(times).not.toContain(null);
    expect([late, times]).toEqual([false, times.toSorted()]);
    expect((await evidenceOf(id)).length).toBeLessThanOrEqual(3);
    const { json: sent } = await bus.ask('agency-views', 'US-CLEAR', '/v1/sent?limit=1');
    expect(sent.items).toMatchObject([{ id, delivery: { step: 'ACKNOWLEDGED', late: false } }]);
    for (const format of ['csv', 'html', 'json']) {
      const headers = { authorization: `Bearer ${await bus.tokenOf('US-CLEAR')}` };
      const answer = await fetch(`${bus.api}/v1/referrals/${id}/timeline?format=${format}`, { headers });
      const text = await answer.text();
      expect([format, text.includes('EvidenceAdvanced'), text.includes('RETRIEVED')]).toEqual([format, true, true]);
    }
  }, 240_000);

  it('says what did not arrive in time, and looks for the reason at the bus (features A9, design 4)', async () => {
    const advance = (by: string) => bus.bus(['clock', 'advance', '--by', by]).done;
    const views = bus.apps['agency-views'];
    await views.end('SIGKILL');
    const id = await submitted({ priority: { level: 'P1', reasons: ['LIVE_ABUSE'] } });
    await until(async () => (await evidenceOf(id)).length > 0 || undefined, 60_000);
    await advance('31m');
    const missed = await until(async () => {
      const found = (await eventsOf(id)).find(
        (event) => event.type === 'DeadlineMissed' && event.data.duty === 'ACKNOWLEDGE',
      );
      return found?.data;
    }, 60_000);
    expect(missed).toMatchObject({ cause: 'BUS' });
    expect(await evidenceOf(id)).toMatchObject([
      [{ step: 'RELAYED' }],
      [{ step: 'AVAILABLE', at: null }],
      [{ step: 'RETRIEVED', at: null }],
    ]);
    await views.start();
    const { late, steps } = await comesTo(id, 'AVAILABLE');
    expect([late, steps.map((each) => each.late)]).toEqual([true, [false, false, true, false, false]]);
    expect(saidTwice(clockWords(await logOf(id)))).toEqual([]);
  }, 240_000);

  /** What happens to an onward leg: something is added on the way, then it is refused or accepted. */
  const live = async ({ id, leg, refused }: { id: string; leg: string; refused: boolean }): Promise<void> => {
    await has(leg, 'ReferralSubmitted');
    const nexus = [{ country: 'BR', basis: 'SUSPECT_PRESENT', confidence: 'LOW' }];
    await say('US-CLEAR', id, 'supplement', { additions: { nexus } });
    await has(leg, 'Supplemented');
    await say('AU-NCP', leg, 'receive');
    if (refused) {
      await say('AU-NCP', leg, 'reject', { reason: 'DATA_NOT_HELD' });
      await has(id, 'ForwardReturned');
    } else await say('AU-NCP', leg, 'accept', { scope: 'FULL' });
  };

  const countOf = async (cases: readonly { leg: string }[]): Promise<number> => {
    const { rows } = await journal.query<{ count: string }>('SELECT count(*) FROM journal WHERE key = ANY($1)', [
      cases.map(({ leg }) => leg),
    ]);
    return Number(rows[0]?.count);
  };
});
