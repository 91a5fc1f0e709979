import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 } from 'uuid';
import { MEMBERSHIP_LANE, ordinalOf, topics } from '#libs/contracts';
import { parseBusPosition, parseReferralId, vectorAt } from '#libs/kernel';
import { until } from '#libs/testing';
import { type Answer, type AppName, Deployment } from '../deployment/index.js';

/** What is promised of a change, from the operator's answer to its effect in every app. */
const EFFECTIVE_MS = 5_000;

/** Something to read from each app that has a door for it. */
const DOORS: readonly (readonly [AppName, string])[] = [
  ['agency-views', '/v1/inbox'],
  ['audit-trail', '/v1/audit/roots'],
  ['membership', '/v1/membership/agencies'],
  ['operations', '/v1/operations/lag'],
];

const submission = (agency: string): object => ({
  to: { agency },
  incident: { offenceType: 'SOLICITATION', modifiers: [] },
  files: [{ kind: 'CHAT_LOG', count: 1 }],
  nexus: [{ country: 'PH', basis: 'VICTIM_PRESENT', confidence: 'MEDIUM' }],
  priority: { level: 'P3', reasons: ['IDENTIFIED_SUSPECT'] },
});

describe('membership of a running bus (features F1)', () => {
  let bus: Deployment;
  beforeAll(async () => {
    bus = await Deployment.start({ instances: { referrals: 2 } });
  }, 240_000);
  afterAll(() => bus.stop(), 60_000);

  const post = (app: AppName, who: string, path: string, body: unknown = {}, key: string = v7()): Promise<Answer> =>
    bus.ask(app, who, path, { method: 'POST', headers: { 'idempotency-key': key }, body });
  const say = async (who: string, path: string, body: unknown = {}): Promise<Answer> => {
    const answer = await post('membership', who, `/v1/membership/${path}`, body);
    if (answer.status !== 200) throw new Error(`${path}: ${answer.text}`);
    return answer;
  };
  const submit = (to: string, key: string = v7()): Promise<Answer> =>
    post('referrals', 'US-CLEAR', '/v1/referrals', submission(to), key);

  /** Until every process stands where the answer does; how long that took, from just before the change was asked for. */
  const everywhere = async ({ position }: Answer, since: number): Promise<number> => {
    const { lane, vector } = parseBusPosition(position) ?? { lane: -1, vector: [] };
    expect(lane).toBe(MEMBERSHIP_LANE);
    const wanted = vectorAt(vector, ordinalOf(topics.membership));
    const follower = bus.all.filter(({ app }) => app !== 'relay');
    await Promise.all(
      follower.map(({ url }) =>
        until(async () => {
          const metrics = await (await fetch(`${url}/metrics`)).text();
          return Number(/^bus_membership_position (\d+)$/m.exec(metrics)?.[1]) >= wanted || undefined;
        }, 60_000),
      ),
    );
    return performance.now() - since;
  };
  const atDoors = async (who: string): Promise<(string | undefined)[]> =>
    Promise.all(DOORS.map(async ([app, path]) => (await bus.ask(app, who, path)).json.code));
  const approved = async (kind: string, agency: string): Promise<Answer> => {
    const { json } = await say('operator', 'changes', { kind, agency, reason: 'SECURITY_INCIDENT' });
    return say('operator-2', `changes/${json.change}/approve`);
  };

  it('was founded with its directory', async () => {
    const { json } = await bus.ask('membership', 'US-CLEAR', '/v1/membership/agencies');
    expect(json.items).toHaveLength(27);
  });

  it('shows its desks with their hours', async () => {
    const { code, stdout } = await bus.bus(['members', 'desks']).done;
    expect(stdout).toMatch(/^AU-NCP +POC_247 +Watch desk \(demo\) +\+61255550100 .*(open|closed) +20\d\d-/m);
    expect([code, stdout.match(/^JP-NCP/gm)]).toEqual([0, ['JP-NCP']]);
  });

  it('keeps a suspended agency out of every app within five seconds, and lets it in again when it is admitted', async () => {
    expect((await post('referrals', 'PH-CHILD', '/v1/referrals', submission('PH-WCPC'))).status).toBe(201);
    const key = v7();
    const earlier = await submit('PH-CHILD', key);
    const since = performance.now();
    expect(await everywhere(await approved('SUSPENSION', 'PH-CHILD'), since)).toBeLessThan(EFFECTIVE_MS);
    expect(await atDoors('PH-CHILD')).toEqual(DOORS.map(() => 'AGENCY_SUSPENDED'));
    const refused = await post('referrals', 'PH-CHILD', '/v1/referrals', submission('PH-WCPC'));
    expect([refused.status, refused.json.code]).toEqual([403, 'AGENCY_SUSPENDED']);
    expect((await submit('PH-CHILD')).json.code).toBe('RECIPIENT_UNKNOWN');
    // what was accepted before is answered as it was
    const again = await submit('PH-CHILD', key);
    expect([again.status, again.text]).toEqual([201, earlier.text]);

    const back = { agency: 'PH-CHILD', name: 'Child Care Service (demo)', country: 'PH', roles: ['CHILD_PROT'] };
    const { proposal } = (await say('operator', 'agencies', back)).json;
    const path = '/v1/membership/agencies/PH-CHILD/admit';
    const alone = await post('membership', 'operator', path, { proposal });
    expect([alone.status, alone.json.code]).toEqual([409, 'SECOND_PERSON_REQUIRED']);
    await everywhere(await say('operator-2', 'agencies/PH-CHILD/admit', { proposal }), since);
    expect((await post('referrals', 'PH-CHILD', '/v1/referrals', submission('PH-WCPC'))).status).toBe(201);
  }, 240_000);

  it('keeps a revoked client out of every app within five seconds, whatever tokens it holds', async () => {
    expect((await post('referrals', 'KE-CHILD', '/v1/referrals', submission('PH-WCPC'))).status).toBe(201);
    const since = performance.now();
    const path = 'agencies/KE-CHILD/clients/ke-child/revoke';
    expect(await everywhere(await say('KE-CHILD', path, { reason: 'CLIENT_COMPROMISED' }), since)).toBeLessThan(
      EFFECTIVE_MS,
    );
    expect(await atDoors('KE-CHILD')).toEqual(DOORS.map(() => 'CLIENT_REVOKED'));
  }, 120_000);

  it('says no to whoever has no business in it, and leaves word of that', async () => {
    const roles = ['SCHEME_ADMIN'];
    const body = { agency: 'PH-WCPC', name: 'Desk', country: 'PH', roles };
    const outsider = await post('membership', 'PH-WCPC', '/v1/membership/agencies', body);
    expect([outsider.status, outsider.json.code]).toEqual([403, 'ROLE_REQUIRED']);
    const other = await post('membership', 'PH-WCPC', '/v1/membership/agencies/DE-NCP/capacity', {
      state: 'FULL',
      from: '2027-01-04T08:00:00Z',
    });
    expect([other.status, other.json.code]).toEqual([403, 'AGENCY_NOT_YOURS']);
  });

  it('widens a jurisdiction under load: what was said keeps its lane and its answer, the new lanes fill (faults X24)', async () => {
    const keys = Array.from({ length: 240 }, () => v7());
    const lanes = { routine: [1, 2, 3, 4, 5, 6, 7, 8, 60, 61, 62], urgent: [36], access: [48] };
    const first = keys.slice(0, 120).map((key) => submit('PH-WCPC', key));
    const since = performance.now();
    const widened = say('operator', 'jurisdictions/PH/lanes', lanes);
    const during = keys.slice(120).map((key) => submit('PH-WCPC', key));
    const answers = await Promise.all([...first, ...during]);
    expect(answers.map(({ status }) => status)).toEqual(keys.map(() => 201));
    await everywhere(await widened, since);

    // whatever map an answer was given under, its key finds it, byte for byte
    const repeated = await Promise.all(keys.map((key) => submit('PH-WCPC', key)));
    expect(repeated.map(({ text }) => text)).toEqual(answers.map(({ text }) => text));
    const later = await Promise.all(Array.from({ length: 200 }, () => submit('PH-WCPC')));
    const laneOf = ({ json }: Answer): number => parseReferralId(json.id ?? '')?.lane ?? -1;
    expect(later.filter((answer) => laneOf(answer) >= 60).length).toBeGreaterThan(20);
    const moved = await Promise.all(
      [...answers.slice(0, 20), ...later.slice(0, 20)].map(({ json }) =>
        post('referrals', 'PH-WCPC', `/v1/referrals/${json.id}/receive`),
      ),
    );
    expect(moved.map(({ status }) => status)).toEqual(moved.map(() => 200));
    const narrower = { ...lanes, routine: [2, 3] };
    const narrowed = await post('membership', 'operator', '/v1/membership/jurisdictions/PH/lanes', narrower);
    expect([narrowed.status, narrowed.json.code]).toEqual([409, 'LANES_NARROWED']);
  }, 360_000);

  it('publishes rules, lists and statuses, and judges referrals by them (features F4, mission S2)', async () => {
    const read = async (path: string): Promise<Answer['json']> =>
      (await bus.ask('membership', 'PH-WCPC', `/v1/membership/${path}`)).json;
    const { items = [] } = await until(async () => {
      const found = await read('documents');
      return (found.items ?? []).some(({ id }) => id === 'TREATY_STATUS/COE-185') ? found : undefined;
    }, 30_000);
    expect(items.map(({ id }) => id)).toEqual(expect.arrayContaining(['RULE_SET/referral', 'CODE_LIST/Ground']));
    expect(await read('treaties/COE-185?countries=PH,FR')).toMatchObject({ soleBasis: true, version: 1 });
    expect(await read('treaties/COE-185?countries=PH,NL')).toMatchObject({
      soleBasis: false,
      findings: [{ country: 'NL', obstacle: 'UNDATED' }],
    });
    expect(await read('treaties/COE-224?countries=PH')).toMatchObject({ soleBasis: false });

    const rules = {
      hopLimit: 4,
      expiryDays: { P3: 14, P4: 30 },
      silenceDays: 60,
      longestHoldDays: 9,
      longestGrantDays: 9,
    };
    const proposal = { kind: 'RULE_SET', subject: 'referral', document: rules, inForceFrom: '2100-01-01T00:00:00Z' };
    const { json } = await say('operator', 'proposals', proposal);
    await say('operator-2', `proposals/${json.change}/comment`, { comment: 'Sixty days are long.' });
    const early = await post('membership', 'operator-2', `/v1/membership/proposals/${json.change}/approve`);
    expect([early.status, early.json.code]).toEqual([409, 'COMMENT_PERIOD_OPEN']);

    const soon = new Date(Date.now() + 100).toISOString();
    const drill = { ...proposal, inForceFrom: soon, commentsUntil: new Date().toISOString(), exercise: 'EX-RULES' };
    const running = { exercise: 'EX-RULES', name: 'Rules', participants: ['PH-WCPC', 'GB-NCP'] };
    await everywhere(await say('operator', 'exercises', running), performance.now());
    const exercise = await say('operator', 'proposals', drill);
    await say('operator-2', `proposals/${exercise.json.change}/approve`, { exercise: 'EX-RULES' });
    const { text } = await bus.ask('membership', 'PH-WCPC', '/v1/membership/documents/RULE_SET/referral', {
      headers: { 'bus-min-position': exercise.position },
    });
    expect(text).toContain('"version":1');
  }, 120_000);

  it('is sound when all of that is verified, lane 0 included', async () => {
    const { stdout } = await bus.bus(['verify', '--json']).done;
    expect(JSON.parse(stdout)).toMatchObject({ sound: true });
  }, 360_000);
});
