import { v7 } from 'uuid';
import { leg, type Leg } from '#libs/domain';
import { startSpecIssuer, type SpecIssuer } from '#libs/testing';
import { Random } from '../events/random.js';
import { requestOf, SENDERS, type Urgency } from '../events/request.js';
import { HttpConnection, postOf } from '../harness/http-connection.js';
import { saturate } from '../harness/load.js';
import { ServerProcess } from '../harness/server-process.js';
import { JournalUnderTest } from './journal-under-test.js';

const script = new URL('./write-app-main.js', import.meta.url);
/** No agency's share is to be what a row measures. */
export const UNBOUNDED = {
  AGENCY_COMMANDS_PER_SECOND: '1000000',
  AGENCY_COMMANDS_BURST: '1000000',
  AGENCY_COMMANDS_OPEN: '1000000',
};

/** Requests whose answers are waited for at the same time. */
export const CONNECTIONS = 128;
/** Different contents of requests; each request has a key of its own. */
const CONTENTS = 512;

/** The write app in a process of its own on a journal of its own, and agencies that send to it. */
export class WriteApp {
  private constructor(
    readonly server: ServerProcess,
    private readonly journal: JournalUnderTest<Leg>,
    private readonly issuer: SpecIssuer,
    readonly tokens: readonly string[],
  ) {}

  static async start(env: Readonly<Record<string, string>> = {}): Promise<WriteApp> {
    const journal = await JournalUnderTest.create<Leg>(leg);
    const issuer = await startSpecIssuer();
    const tokens = await tokensOf(issuer);
    const server = await ServerProcess.start('the write app', script, {
      ...issuerEnvironment(issuer),
      JOURNAL_URL: journal.writerUrl,
      DIGEST_KEYS: JSON.stringify({ current: 'd1', keys: { d1: Buffer.alloc(32, 7).toString('base64') } }),
      ...UNBOUNDED,
      ...env,
    });
    return new WriteApp(server, journal, issuer, tokens);
  }

  /** Requests with one submission each, new keys for ever. */
  submissions(path: string, urgency?: Urgency): () => string {
    return requests(this.tokens, path, urgency);
  }

  check(): Promise<readonly string[]> {
    return this.journal.check();
  }

  async stop(): Promise<void> {
    await this.server.stop();
    await this.issuer.close();
    await this.journal.drop();
  }
}

/** A token of each sender. */
export const tokensOf = (issuer: SpecIssuer): Promise<string[]> =>
  Promise.all(SENDERS.map((agency) => issuer.token(agency, agency === 'US-CLEAR' ? 'CLEARINGHOUSE' : 'NCP_LE')));

/** What an app needs to believe the issuer's tokens. */
export const issuerEnvironment = ({ rules }: SpecIssuer): Record<string, string> => ({
  ISSUER_URL: rules.issuer,
  ISSUER_JWKS_URL: rules.jwksUrl,
  ISSUER_AUDIENCE: rules.audience,
});

/** Bodies of submissions, the same at every run. */
export function contents(urgency?: Urgency, to?: string): string[] {
  const random = new Random(7);
  return Array.from({ length: CONTENTS }, () => requestOf(random, urgency, to));
}

/** Requests with one submission each, of all senders in turn, a new key each. */
export function requests(tokens: readonly string[], path: string, urgency?: Urgency, to?: string): () => string {
  const next = inTurn(contents(urgency, to));
  const nextToken = inTurn(tokens);
  return () => postOf({ path, token: nextToken(), key: v7(), body: next() });
}

/** Requests with so many submissions each, a new key for each of them. */
export function batchesOf(tokens: readonly string[], size: number): () => string {
  const next = inTurn(contents());
  const nextToken = inTurn(tokens);
  const item = (): string => `{"idempotencyKey":"${v7()}","referral":${next()}}`;
  return () => {
    const body = `{"items":[${Array.from({ length: size }, item).join(',')}]}`;
    return postOf({ path: '/v1/referrals:batch', token: nextToken(), body });
  };
}

function inTurn<Item>(items: readonly Item[]): () => Item {
  let taken = 0;
  return () => {
    const item = items[taken++ % items.length];
    if (item === undefined) throw new RangeError('nothing to take');
    return item;
  };
}

export interface SaturationOver {
  readonly seconds: number;
  /** Of every answer. */
  readonly status: number;
  /** How many commands a request holds. */
  readonly weight?: number;
  readonly connections?: number;
  readonly warmUpSeconds?: number;
}

/** Commands a second over so many kept connections. @throws Error at any other answer */
export async function saturateOver(
  url: string,
  next: () => string,
  { seconds, warmUpSeconds, status, weight = 1, connections: count = CONNECTIONS }: SaturationOver,
): Promise<number> {
  const connections = await Promise.all(Array.from({ length: count }, () => HttpConnection.open(url)));
  try {
    const act = async (worker: number): Promise<number> => {
      const answer = await connections[worker]?.ask(next());
      if (answer?.status !== status) throw new Error(`answered ${answer?.status}: ${answer?.body}`);
      return weight;
    };
    return await saturate({ waiting: count, seconds, warmUpSeconds, act });
  } finally {
    connections.forEach((connection) => connection.close());
  }
}
