import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Writable } from 'node:stream';
import { decodeEvent, type RecordedEvent } from '#libs/contracts';
import { type AgencyRights, Directory, type DirectoryFile, type Exercises, type Rulebook } from '#libs/domain';
import { confirmJournal, DigestKeys, migrateJournal } from '#libs/journal';
import { createHttpApp, createLogger, type HttpApp, type HttpTimes, type TokenRules } from '#libs/platform';
import { besideMembers, createSpecDatabase, type SpecDatabase } from '#libs/testing';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import pg from 'pg';
import { ReferralsModule } from './app.module.js';
import type { ReferralsConfig } from './config.js';

type Claims = Readonly<Record<string, unknown>>;
type Headers = Readonly<Record<string, string>>;
export type Answer = Awaited<ReturnType<HttpApp['app']['inject']>>;

export interface SpecIssuer {
  readonly rules: TokenRules;
  /** A token of the agency in its roles; `claims` override. */
  token(claims: Claims): Promise<string>;
  close(): Promise<void>;
}

/** An issuer with one key, its key set served on loopback. */
export async function specIssuer(): Promise<SpecIssuer> {
  const { publicKey, privateKey } = await generateKeyPair('ES256', { extractable: true });
  const keys = JSON.stringify({ keys: [{ ...(await exportJWK(publicKey)), kid: 'spec', alg: 'ES256', use: 'sig' }] });
  const server = createServer((_request, response) => response.end(keys));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = 'https://issuer.example';
  const audience = 'urn:referral-bus:api';
  const jwksUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/jwks`;
  return {
    rules: { issuer, audience, jwksUrl },
    token: (claims) =>
      new SignJWT({ sub: 'backend', iss: issuer, aud: audience, ...claims })
        .setProtectedHeader({ alg: 'ES256', kid: 'spec' })
        .setExpirationTime('10m')
        .sign(privateKey),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** @param rights narrower ones, by agency @param left who takes part no more */
export function demoDirectory(
  exercises: Exercises = {},
  rights: Readonly<Record<string, AgencyRights>> = {},
  left: readonly string[] = [],
): Directory {
  const text = readFileSync(new URL('../../../deploy/demo/directory.json', import.meta.url), 'utf8');
  const file = JSON.parse(text) as DirectoryFile;
  const everybody = file.agencies.map((agency) => ({ ...agency, rights: rights[agency.code] ?? null }));
  const agencies = everybody.filter(({ code }) => !left.includes(code));
  const former = everybody.filter(({ code }) => left.includes(code));
  return new Directory({ ...file, agencies, former }, { exercises, lessons: [] });
}

/** An agency's backend. */
export interface SpecClient {
  readonly bearer: string;
  post(url: string, body?: unknown, headers?: Headers): Promise<Answer>;
}

/** What a spec may want otherwise, who takes part and the rules included. */
type SpecConfig = ReferralsConfig & { readonly directory: Directory; readonly rulebook?: Rulebook };

/** The write side on a journal of its own. */
export interface SpecApp {
  readonly http: HttpApp;
  readonly database: SpecDatabase;
  readonly issuer: SpecIssuer;
  readonly config: SpecConfig;
  /** The journal's events, lane by lane. */
  events(): Promise<RecordedEvent[]>;
  /** Everything that was logged. */
  log(): string;
  /** A backend of the agency, acting in its first role of the directory. */
  client(agency: string, claims?: Claims): Promise<SpecClient>;
  close(): Promise<void>;
}

export async function startReferrals(
  overrides: Partial<SpecConfig> = {},
  times: Partial<HttpTimes> = {},
): Promise<SpecApp> {
  const database = await createSpecDatabase();
  await migrateJournal(database.url(), { adjustableClock: true });
  const owner = new pg.Pool({ connectionString: database.url() });
  owner.on('error', () => undefined); // some specs cut every connection
  await confirmJournal(owner, 'spec', 'there are no topics');
  const issuer = await specIssuer();
  const config: SpecConfig = {
    journalUrl: database.url('bus_writer'),
    directory: demoDirectory(),
    digestKeys: new DigestKeys('d1', { d1: Buffer.alloc(32, 7) }),
    shares: { perSecond: 100_000, burst: 100_000, open: 100_000 },
    routineOpen: 100_000,
    ...overrides,
  };
  let lines = '';
  const destination = new Writable({ write: (chunk, _encoding, done) => ((lines += String(chunk)), done()) });
  const logger = createLogger({ app: 'referrals', level: 'debug', destination });
  const openApi = { title: 'Referrals', version: '1' };
  const http = await createHttpApp(besideMembers(config, ReferralsModule.register(config)), {
    logger,
    auth: issuer.rules,
    bounds: { requests: config.shares, connections: 4_096 },
    times,
    port: 0,
    openApi,
  });
  return {
    http,
    database,
    issuer,
    config,
    events: () => eventsOf(owner),
    log: () => lines,
    client: async (agency, claims = {}) => {
      const roles = config.directory.find(agency)?.roles ?? ['NCP_LE'];
      return clientOf(http, `Bearer ${await issuer.token({ agency, roles, ...claims })}`);
    },
    close: async () => {
      await http.close();
      await issuer.close();
      await owner.end();
      await database.drop();
    },
  };
}

async function eventsOf(owner: pg.Pool): Promise<RecordedEvent[]> {
  const { rows } = await owner.query<{ fingerprint: Buffer; bytes: Buffer }>(
    'SELECT fingerprint, bytes FROM journal ORDER BY lane, position',
  );
  return rows.map((row) => decodeEvent(row));
}

function clientOf(http: HttpApp, bearer: string): SpecClient {
  const type = { 'content-type': 'application/json' };
  return {
    bearer,
    post: (url, body, headers = {}) => {
      const payload = body === undefined || typeof body === 'string' ? body : JSON.stringify(body);
      const sent = { authorization: bearer, ...(payload !== undefined && type), ...headers };
      return http.app.inject({ method: 'POST', url, headers: sent, ...(payload !== undefined && { payload }) });
    },
  };
}

let keys = 0;
/** A new idempotency key each time, of the plain kind. */
export const newKey = (): Headers => ({
  'idempotency-key': `spec-key-${process.pid}-${String(++keys).padStart(8, '0')}`,
});

/** Status and code of an answer. */
export const outcome = (answer: Answer): [number, string | undefined] => [
  answer.statusCode,
  answer.json<{ code?: string }>().code,
];
