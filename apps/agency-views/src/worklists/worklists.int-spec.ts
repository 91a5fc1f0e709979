import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { BusEvent } from '#libs/contracts';
import { REFERRAL_STATUSES, type SubmittedStatus } from '#libs/domain';
import { happened, inStatus } from '../../../../libs/domain/src/referral/histories.fixtures.js';
import { told } from '../../../../libs/domain/src/referral/words.fixtures.js';
import { LaneScript, prioritySet, recipient, referralId, sender } from '../agency-views.fixtures.js';
import { SpecBus, type SpecCaller } from '../spec-bus.fixtures.js';
import { minimum, pageOf, refusalOf, stranger, walk } from '../spec-reads.fixtures.js';
import { worklistCounts } from './worklist-counts.view.js';

/** A leg for each status, and legs on which something is open. */
const legs: readonly [name: string, history: readonly BusEvent[]][] = [
  ...REFERRAL_STATUSES.map((status): [string, readonly BusEvent[]] => [status, inStatus[status]]),
  ['wanted back', [...inStatus.IN_PROGRESS, happened.wantedBack]],
  ['kept', [...inStatus.IN_PROGRESS, happened.wantedBack, happened.kept]],
  ['access asked', [...inStatus.IN_PROGRESS, happened.accessAsked]],
  ['access granted', [...inStatus.IN_PROGRESS, happened.accessAsked, happened.granted]],
  ['transfer asked', [...inStatus.IN_PROGRESS, happened.transferAsked]],
  ['transfer refused', [...inStatus.IN_PROGRESS, happened.transferAsked, happened.transferRefused]],
  ['offered', [...inStatus.IN_PROGRESS, happened.offered]],
  ['came back', [...inStatus.FORWARDED, happened.returned]],
  ['came back and was accepted', [...inStatus.FORWARDED, happened.returned, happened.accepted]],
  ['consulting', [...inStatus.CLOSED, happened.consulting]],
  ['consulted', [...inStatus.CLOSED, happened.consulting, happened.consulted]],
];

const undecided: SubmittedStatus[] = ['SUBMITTED', 'RECEIVED', 'ACKNOWLEDGED'];

describe('worklists', () => {
  let bus: SpecBus;
  const script = new LaneScript(1);
  const drafts = new LaneScript(2);
  const names = new Map(legs.map(([name], index) => [referralId(index), name]));
  const draft = (n: number): string => referralId(n, 2);
  const asked = told('ReleaseRequested', {
    from: sender,
    to: recipient,
    reference: 'CLEAR-7',
    priority: 'P2',
    content: Buffer.alloc(32, 1),
  });

  beforeAll(async () => {
    bus = await SpecBus.start();
    // now: what ended is listed for a time only
    const now = { acceptedAt: Date.now() };
    legs.forEach(([, history], index) => script.append(referralId(index), history, now));
    script.append(referralId(900), inStatus.ACCEPTED, { synthetic: true });
    const own = { actor: sender };
    drafts
      .append(draft(1), [asked], own)
      .append(draft(2), [asked], { ...own, synthetic: true })
      .append(
        draft(3),
        [asked, told('ReleaseRefused', { by: sender.agency, reason: 'WRONG_RECIPIENT', note: null })],
        own,
      )
      .append(draft(4), [asked, told('ReleaseApproved', { by: sender.agency, content: Buffer.alloc(32, 1) })], own)
      .append(draft(4), inStatus.SUBMITTED);
    await bus.publish([...script.rows, ...drafts.rows]);
    for (const each of [script, drafts]) await pageOf(bus, '/v1/inbox', recipient, minimum(each));
  }, 60_000);
  afterAll(() => bus.stop());

  const inList = async (path: string, caller: SpecCaller): Promise<string[]> => {
    const items = await walk(bus, `${path}${path.includes('?') ? '&' : '?'}limit=4`, caller);
    return items.map(({ id }) => names.get(id) ?? id).sort();
  };
  const counted = async (caller: SpecCaller, query = ''): Promise<Record<string, number>> => {
    const body = worklistCounts.parse(await (await bus.get(`/v1/worklists${query}`, caller)).json());
    return Object.fromEntries(body.items.map(({ id, count }) => [id, count]));
  };

  it.each([
    [
      'awaiting-my-decision',
      recipient,
      [...undecided, 'wanted back', 'access asked', 'transfer asked', 'came back', draft(4)],
    ],
    ['awaiting-my-decision', sender, ['consulting']],
    ['returned-to-me', recipient, ['came back']],
    ['returned-to-me', sender, ['INFO_REQUESTED', 'REJECTED', 'EXPIRED']],
    ['awaiting-the-other-side', recipient, ['INFO_REQUESTED', 'offered', 'consulting']],
    ['awaiting-the-other-side', sender, [...undecided, 'wanted back', 'came back', draft(4)]],
  ])('%s of %p has what stands there, and its count says how much', async (name, caller, expected) => {
    expect(await inList(`/v1/worklists/${name}`, caller)).toEqual([...expected].sort());
    expect((await counted(caller))[name]).toBe(expected.length);
  });

  it('the caseload is what was accepted and has not ended', async () => {
    const works = ['ACCEPTED', 'IN_PROGRESS', 'ON_HOLD', 'OUTCOME_REPORTED'];
    const others = ['wanted back', 'kept', 'access asked', 'access granted', 'transfer asked', 'transfer refused'];
    const expected = [...works, ...others, 'offered', 'came back and was accepted'].sort();
    expect(await inList('/v1/caseload', recipient)).toEqual(expected);
    expect(await inList('/v1/caseload', sender)).toEqual([]);
  });

  it('show the most urgent first, and of these the longest waiting', async () => {
    const lane = new LaneScript(3);
    const to = { agency: 'DE-NCP', role: 'NCP_LE', country: 'DE' };
    const [submission] = inStatus.SUBMITTED;
    if (submission?.type !== 'ReferralSubmitted') throw new TypeError('not a submission');
    const levels = ['P3', 'P1', 'P4', 'P1', 'P2'] as const;
    levels.forEach((level, n) => {
      lane.append(referralId(n, 3), [{ ...submission, data: { ...submission.data, to } }, prioritySet(level)]);
    });
    await bus.publish(lane.rows);
    await pageOf(bus, '/v1/inbox', to, minimum(lane));
    const items = await walk(bus, '/v1/worklists/awaiting-my-decision?limit=2', to);
    expect(items.map(({ id }) => id)).toEqual([1, 3, 4, 0, 2].map((n) => referralId(n, 3)));
  });

  it('are filtered by state, reason, country of the other side, time and priority', async () => {
    const path = '/v1/worklists/returned-to-me';
    expect(await inList(`${path}?status=REJECTED`, sender)).toEqual(['REJECTED']);
    expect(await inList(`${path}?reason=DATA_NOT_HELD`, sender)).toEqual(['REJECTED']);
    expect(await inList(`${path}?reason=LOCATION`, sender)).toEqual(['INFO_REQUESTED']);
    expect(await inList(`${path}?jurisdiction=PH&priority=P3`, sender)).toHaveLength(3);
    expect(await inList(`${path}?jurisdiction=US`, sender)).toEqual([]);
    expect(await inList(`${path}?until=2000-01-01T00:00:00Z`, sender)).toEqual([]);
  });

  it('have exercises only where they are asked for', async () => {
    expect(await inList('/v1/caseload?synthetic=true', recipient)).toEqual([referralId(900)]);
    expect(await counted(recipient, '?synthetic=true')).toMatchObject({ 'awaiting-my-decision': 0 });
    expect(await counted(sender, '?synthetic=true')).toMatchObject({ 'awaiting-release': 1 });
  });

  it('tell of drafts that wait for their release, to the sender’s agency alone', async () => {
    expect(await inList('/v1/worklists/awaiting-release', sender)).toEqual([draft(1)]);
    expect(await inList('/v1/worklists/awaiting-release?synthetic=true', sender)).toEqual([draft(2)]);
    expect(await counted(sender)).toMatchObject({ 'awaiting-release': 1 });
    expect(await inList('/v1/worklists/awaiting-release', recipient)).toEqual([]);
    expect(await refusalOf(await bus.get(`/v1/referrals/${draft(1)}`, recipient))).toMatchObject({ status: 404 });
  });

  it('are empty to others', async () => {
    expect(Object.values(await counted(stranger))).toEqual([0, 0, 0, 0, 0]);
    for (const name of ['awaiting-my-decision', 'returned-to-me', 'awaiting-the-other-side'])
      expect(await inList(`/v1/worklists/${name}`, stranger)).toEqual([]);
  });

  it.each(['/v1/worklists', '/v1/worklists/returned-to-me', '/v1/worklists/awaiting-release', '/v1/caseload'])(
    '%s is refused to roles that hold no cases',
    async (path) => {
      const answer = await refusalOf(await bus.get(path, { agency: 'PH-WCPC', role: 'SCHEME_ADMIN' }));
      expect(answer).toMatchObject({ status: 403, body: { code: 'ROLE_HAS_NO_CASE_ACCESS' } });
    },
  );

  it('are those that exist', async () => {
    const answer = await refusalOf(await bus.get('/v1/worklists/forgotten', recipient));
    expect(answer).toMatchObject({ status: 404, body: { code: 'NOT_FOUND' } });
  });

  it('are not sent again to who holds them already', async () => {
    for (const path of ['/v1/worklists', '/v1/caseload', '/v1/worklists/returned-to-me']) {
      const tag = (await bus.get(path, sender)).headers.get('etag') ?? '';
      expect((await bus.get(path, sender, { 'if-none-match': tag })).status).toBe(304);
    }
  });

  it('take a cursor from no other list', async () => {
    const { next } = await pageOf(bus, '/v1/caseload?limit=1', recipient);
    const other = `/v1/worklists/awaiting-my-decision?cursor=${next}`;
    expect(await refusalOf(await bus.get(other, recipient))).toMatchObject({ body: { code: 'CURSOR_INVALID' } });
  });
});
