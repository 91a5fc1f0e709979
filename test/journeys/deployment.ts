import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Directory, type DirectoryFile } from '#libs/domain';
import { busTopics, createKafka, ensureTopics, SchemaCatalogue } from '#libs/event-log';
import { migrateJournal } from '#libs/journal';
import { freePort, type Issuer, startIssuer } from '#libs/local-stack';
import { createSpecDatabase, type SpecDatabase } from '#libs/testing';
import { AppProcess } from './app-process.js';

const AUDIENCE = 'urn:referral-bus:api';
const directoryFile = join(import.meta.dirname, '../../deploy/demo/directory.json');
export const directory = new Directory(JSON.parse(readFileSync(directoryFile, 'utf8')) as DirectoryFile);

const secret = (): string => JSON.stringify({ current: 'k', keys: { k: randomBytes(32).toString('base64') } });

/** The bus as a deployment runs it: an issuer, three databases, and every app in a process of its own. */
export class Deployment {
  private readonly tokens = new Map<string, string>();

  private constructor(
    readonly apps: Readonly<Record<'referrals' | 'relay' | 'agency-views' | 'audit-trail' | 'operations', AppProcess>>,
    readonly databases: Readonly<Record<'journal' | 'views' | 'audit', SpecDatabase>>,
    private readonly issuer: Issuer,
    private readonly folder: string,
  ) {}

  static async start(): Promise<Deployment> {
    const folder = mkdtempSync(join(tmpdir(), 'bus-journey-'));
    const clients = [
      ...directory.all().map(({ code, country, roles }) => ({ agency: code, country, roles })),
      { agency: 'BUS-OPS', country: 'XX', roles: ['SCHEME_ADMIN'] },
      { agency: 'BUS-DPO', country: 'XX', roles: ['DPA_COMPLIANCE'] },
    ];
    const issuer = await startIssuer({
      port: await freePort(),
      dataDir: folder,
      audience: AUDIENCE,
      clients: clients.map((client) => ({ ...client, clientId: client.agency, clientSecret: 'spec' })),
    });
    const [journal, views, audit] = [
      await createSpecDatabase(),
      await createSpecDatabase(),
      await createSpecDatabase(),
    ];
    await migrateJournal(journal.url());
    const prefix = `journey.${randomBytes(4).toString('hex')}.`;
    const kafka = {
      brokers: (process.env['BUS_TEST_KAFKA'] ?? '').split(','),
      clientId: 'journey',
      topicPrefix: prefix,
    };
    const registry = process.env['BUS_TEST_REGISTRY'] ?? '';
    await ensureTopics(createKafka(kafka), busTopics(prefix));
    await new SchemaCatalogue({ url: registry, topicPrefix: prefix }).publish();

    const common = { ISSUER_URL: issuer.url, ISSUER_JWKS_URL: issuer.jwksUrl, ISSUER_AUDIENCE: AUDIENCE };
    const log = { KAFKA_BROKERS: kafka.brokers.join(','), KAFKA_TOPIC_PREFIX: prefix, MAC_KEYS: secret() };
    const watched = [
      {
        name: 'agency_views',
        version: 1,
        topics: ['bus.referral.v1', 'bus.escalation.v1'],
        databaseUrl: views.url('bus_operator'),
      },
      {
        name: 'audit_trail',
        version: 1,
        topics: ['bus.referral.v1', 'bus.escalation.v1', 'bus.access.v1'],
        databaseUrl: audit.url('bus_operator'),
      },
    ];
    const apps = {
      referrals: await AppProcess.create('referrals', {
        ...common,
        JOURNAL_URL: journal.url('bus_writer'),
        DIRECTORY_FILE: directoryFile,
        DIGEST_KEYS: secret(),
      }),
      relay: await AppProcess.create('relay', {
        ...common,
        ...log,
        DATABASE_URL: journal.url('bus_relay'),
        REGISTRY_URL: registry,
      }),
      'agency-views': await AppProcess.create('agency-views', {
        ...common,
        ...log,
        DATABASE_URL: views.url('bus_owner'),
        OPERATOR_ROLE: 'bus_operator',
      }),
      'audit-trail': await AppProcess.create('audit-trail', {
        ...common,
        ...log,
        DATABASE_URL: audit.url('bus_audit'),
        OWNER_DATABASE_URL: audit.url('bus_owner'),
      }),
      operations: await AppProcess.create('operations', {
        ...common,
        JOURNAL_DATABASE_URL: journal.url('bus_operator'),
        WATCHED_CONSUMERS: JSON.stringify(watched),
        DIRECTORY_FILE: directoryFile,
      }),
    };
    const deployment = new Deployment(apps, { journal, views, audit }, issuer, folder);
    for (const app of Object.values(apps)) await app.start();
    return deployment;
  }

  async stop(): Promise<void> {
    for (const app of Object.values(this.apps)) await app.end();
    await this.issuer.stop();
    for (const database of Object.values(this.databases)) await database.drop();
    rmSync(this.folder, { recursive: true });
  }

  /** A request as an agency, the operator (BUS-OPS) or the officer (BUS-DPO). */
  async ask(
    app: keyof Deployment['apps'],
    agency: string,
    path: string,
    { method = 'GET', headers = {}, body }: { method?: string; headers?: Record<string, string>; body?: unknown } = {},
  ): Promise<Answer> {
    const authorization = `Bearer ${await this.tokenOf(agency)}`;
    const sent = body === undefined ? {} : { 'content-type': 'application/json' };
    const response = await fetch(`${this.apps[app].url}${path}`, {
      method,
      headers: { authorization, ...sent, ...headers },
      body: body === undefined ? null : JSON.stringify(body),
    });
    const text = await response.text();
    return {
      status: response.status,
      position: response.headers.get('bus-position') ?? '',
      text,
      json: text === '' ? {} : (JSON.parse(text) as Answer['json']),
    };
  }

  private async tokenOf(agency: string): Promise<string> {
    const known = this.tokens.get(agency);
    if (known) return known;
    const response = await fetch(this.issuer.tokenUrl, {
      method: 'POST',
      headers: { authorization: `Basic ${btoa(`${agency}:spec`)}` },
      body: new URLSearchParams({ grant_type: 'client_credentials' }),
    });
    const { access_token: token } = (await response.json()) as { access_token: string };
    this.tokens.set(agency, token);
    return token;
  }
}

interface Item {
  readonly id: string;
  readonly status: string;
  readonly type: string;
  readonly reachable?: boolean;
}

export interface Answer {
  readonly status: number;
  readonly position: string;
  readonly text: string;
  readonly json: {
    readonly id?: string;
    readonly code?: string;
    readonly status?: string;
    readonly items?: readonly Item[];
    readonly totals?: { readonly events: number };
    readonly unrelayed?: number;
  };
}
