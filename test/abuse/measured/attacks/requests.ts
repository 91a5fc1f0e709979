import { setTimeout as delay } from 'node:timers/promises';
import { v7 } from 'uuid';
import { Line } from '../../client/exchange.js';
import { submissionTo } from '../../client/population.js';
import { type Attack, ATTACKER, inParallel, statusOf, type Tally, type Target } from './attack.js';

interface Junk {
  readonly method?: string;
  readonly app?: 'referrals' | 'agency-views';
  readonly path: string;
  readonly body?: string;
}

const junkOf = ({ known }: Target): Junk[] => {
  const foreign = known[0]?.id ?? '';
  return [
    { path: '/v1/referrals', body: '{"to":' },
    { path: '/v1/referrals', body: '{"to":{"agency":"PH-WCPC"}}' },
    { path: '/v1/referrals', body: '['.repeat(2_000) },
    { path: '/v1/referrals:batch', body: '{"items":[1,2,3]}' },
    {
      path: '/v1/referrals',
      body: '{"to":{"agency":"PH-NOBODY"},"incident":{"offenceType":"SOLICITATION"},"priority":{"level":"P3","reasons":["IDENTIFIED_SUSPECT"]}}',
    },
    { path: `/v1/referrals/${foreign}/receive`, body: '{}' },
    { path: `/v1/referrals/${foreign}`, method: 'GET', app: 'agency-views' },
    { path: '/v1/inbox?limit=200', method: 'GET', app: 'agency-views' },
  ];
};

/** What nobody can tell from work by its form, and nobody has use for. */
const worthlessOf = (): Junk[] =>
  ['PH-WCPC', 'GB-NCP', 'DE-NCP'].map((agency) => ({
    path: '/v1/referrals',
    body: JSON.stringify(submissionTo(agency, 1)),
  }));

/** The same few requests at a steady rate, whatever they are answered. */
async function flood(
  target: Target,
  signal: AbortSignal,
  tally: Tally,
  { perSecond, requests }: { readonly perSecond: number; readonly requests: readonly Junk[] },
): Promise<void> {
  const line = new Line(64);
  const authorization = `Bearer ${await target.tokens.of(ATTACKER)}`;
  const open = new Set<Promise<void>>();
  let sent = 0;
  for (const begun = performance.now(); !signal.aborted; await delay(5)) {
    for (const due = ((performance.now() - begun) / 1000) * perSecond; sent < due; sent++) {
      const { method = 'POST', app = 'referrals', path, body } = requests[sent % requests.length] ?? { path: '/' };
      const headers = {
        authorization,
        'idempotency-key': v7(),
        ...(body !== undefined && { 'content-type': 'application/json' }),
      };
      const asked = line
        .ask(target.bus.apps[app].url + path, { method, headers, body })
        .then(({ status }) => tally.add(status));
      const done: Promise<void> = asked.catch(() => tally.add('cut off')).finally(() => open.delete(done));
      open.add(done);
    }
  }
  await Promise.all(open);
  line.close();
}

export const requestAttacks: readonly Attack[] = [
  {
    id: 'junk-half',
    row: 'Z12',
    what: 'junk of one agency, as much as all others ask together',
    run: (target, signal, tally) =>
      flood(target, signal, tally, { perSecond: target.othersPerSecond, requests: junkOf(target) }),
  },
  {
    id: 'junk-tenfold',
    row: 'Z12',
    what: 'junk of one agency, ten times as much as all others ask together',
    run: (target, signal, tally) =>
      flood(target, signal, tally, { perSecond: 10 * target.othersPerSecond, requests: junkOf(target) }),
  },
  {
    id: 'worthless-half',
    row: 'Z12',
    what: 'valid referrals of one agency that are worth nothing, as many as all others ask together',
    run: (target, signal, tally) =>
      flood(target, signal, tally, { perSecond: target.othersPerSecond, requests: worthlessOf() }),
  },
  {
    id: 'worthless-tenfold',
    row: 'Z12',
    what: 'the same, ten times as many',
    run: (target, signal, tally) =>
      flood(target, signal, tally, { perSecond: 10 * target.othersPerSecond, requests: worthlessOf() }),
  },
  {
    id: 'waiting-reads',
    row: 'Z11',
    what: '600 reads that wait for positions which never come',
    run: async ({ bus, tokens }, signal, tally) => {
      const line = new Line(600);
      const authorization = `Bearer ${await tokens.of(ATTACKER)}`;
      const far = (lane: number): string => Buffer.from(`${lane}~999999999~999999999.999999999`).toString('base64url');
      await inParallel(600, signal, async (nth) => {
        const headers = { authorization, 'bus-min-position': far(1 + (nth % 60)) };
        const { status } = await statusOf(line.ask(`${bus.apps['agency-views'].url}/v1/inbox`, { headers }));
        tally.add(status);
        if (status === 429) await delay(200);
      });
      line.close();
    },
  },
];
