// A backend of an agency: takes in what it is sent, and decides. docs/getting-started.md walks through it.
import { BusClient, BusProblem, clientCredentials, CursorFile, type FeedItem, followFeed } from 'referral-bus-client';

const { BUS_API = '', BUS_TOKEN_URL = '', BUS_CLIENT_ID = '', BUS_CLIENT_SECRET = '', BUS_CURSOR = '' } = process.env;

const bus = new BusClient({
  api: BUS_API,
  token: clientCredentials({ tokenUrl: BUS_TOKEN_URL, clientId: BUS_CLIENT_ID, clientSecret: BUS_CLIENT_SECRET }),
  person: 'duty-officer',
});

/** Yours: what your agency takes on. Here: everything that is graded. */
function decide({ priority }: { readonly priority: { readonly driving: string | null } }): 'accept' | 'acknowledge' {
  return priority.driving === null ? 'acknowledge' : 'accept';
}

/** May be called again with the same item after a crash: its keys are made of the item's id, so the bus counts each step once. */
async function handle(item: FeedItem): Promise<void> {
  process.stdout.write(`${item.id} ${item.type} ${item.referral}\n`);
  if (item.type !== 'ReferralSubmitted' || item.viewpoint !== 'RECIPIENT') return;
  const path = { id: item.referral };
  const key = (step: string): string => `${item.id}:${step}`;
  try {
    const { position } = await bus.command('/v1/referrals/{id}/receive', { path, key: key('receive') });
    const referral = await bus.read('/v1/referrals/{id}', { path, atLeast: position });
    await bus.command('/v1/referrals/{id}/acknowledge', { path, key: key('acknowledge') });
    if (decide(referral) === 'accept')
      await bus.command('/v1/referrals/{id}/accept', { path, key: key('accept'), body: { scope: 'FULL' } });
  } catch (error) {
    if (!(error instanceof BusProblem) || error.status !== 409) throw error;
    process.stdout.write(`${item.referral} went on without us: ${error.code}\n`);
  }
}

const ended = new AbortController();
process.once('SIGTERM', () => ended.abort()).once('SIGINT', () => ended.abort());

await followFeed(bus, {
  cursor: new CursorFile(BUS_CURSOR),
  handle,
  missing: (missing) => process.stdout.write(`not told yet: ${JSON.stringify(missing)}\n`),
  away: (error) => process.stderr.write(`the bus is away: ${String(error)}\n`),
  signal: ended.signal,
});
