import { type ChildProcess, spawn } from 'node:child_process';
import { copyFileSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { BusClient, clientCredentials, type ClientCredentials } from '#libs/client';
import { until } from '#libs/testing';
import { folderWithClient } from '../client/installed-client.js';
import { Deployment, ownDist } from '../deployment/index.js';

interface Credentials {
  readonly tokenUrl: string;
  readonly clients: readonly { readonly agency: string; readonly clientId: string; readonly clientSecret: string }[];
}

const submission = {
  to: { agency: 'PH-WCPC' },
  incident: { offenceType: 'SOLICITATION', modifiers: [] },
  files: [{ kind: 'CHAT_LOG', count: 1 }],
  nexus: [{ country: 'PH', basis: 'VICTIM_PRESENT', confidence: 'MEDIUM' }],
  priority: { level: 'P3', reasons: ['IDENTIFIED_SUSPECT'] },
} as const;

/** The example of docs/getting-started.md, as an integrator runs it: in a folder of its own, with plain Node and the packed client. */
class Backend {
  readonly lines: string[] = [];
  #child: ChildProcess | null = null;

  constructor(
    private readonly folder: string,
    private readonly env: Readonly<Record<string, string>>,
  ) {
    copyFileSync(join(ownDist, 'docs/examples/backend.js'), join(folder, 'backend.js'));
  }

  start(): void {
    const child = spawn(process.execPath, ['backend.js'], {
      cwd: this.folder,
      env: { PATH: process.env['PATH'], ...this.env },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    createInterface({ input: child.stdout }).on('line', (line) => this.lines.push(line));
    this.#child = child;
  }

  async end(signal: NodeJS.Signals): Promise<void> {
    const child = this.#child;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const gone = new Promise((resolve) => child.once('close', resolve));
    child.kill(signal);
    await gone;
  }
}

describe('the backend of docs/getting-started.md', () => {
  let bus: Deployment;
  let folder: string;
  let backend: Backend;
  beforeAll(async () => {
    bus = await Deployment.start();
    folder = folderWithClient();
    const { tokenUrl, clientId, clientSecret } = credentialsOf('PH-WCPC');
    backend = new Backend(folder, {
      BUS_API: bus.api,
      BUS_TOKEN_URL: tokenUrl,
      BUS_CLIENT_ID: clientId,
      BUS_CLIENT_SECRET: clientSecret,
      BUS_CURSOR: join(folder, 'feed.cursor'),
    });
  }, 300_000);
  afterAll(async () => {
    await backend.end('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
    await bus.stop();
  }, 120_000);

  function credentialsOf(agency: string): ClientCredentials {
    const { tokenUrl, clients } = JSON.parse(readFileSync(join(bus.folder, 'credentials.json'), 'utf8')) as Credentials;
    const client = clients.find((each) => each.agency === agency);
    if (!client) throw new Error(`no client of ${agency}`);
    return { tokenUrl, clientId: client.clientId, clientSecret: client.clientSecret };
  }

  const clientOf = (agency: string): BusClient =>
    new BusClient({ api: bus.api, token: clientCredentials(credentialsOf(agency)), person: 'p-1' });

  it('takes on what it is sent, once each, also when it is killed in the middle and started again', async () => {
    const sender = clientOf('US-CLEAR');
    const submitted = await Promise.all(
      Array.from({ length: 12 }, () => sender.command('/v1/referrals', { body: submission })),
    );
    backend.start();
    await until(() => Promise.resolve(backend.lines.length > 0 || undefined), 60_000);
    await backend.end('SIGKILL');
    const [first] = backend.lines.splice(0);
    backend.start();
    const statusOf = async (id: string): Promise<string> =>
      (await sender.read('/v1/referrals/{id}', { path: { id } })).status;
    const ids = submitted.map(({ answer }) => answer.id);
    await until(async () => {
      const statuses = await Promise.all(ids.map(statusOf));
      return statuses.every((status) => status === 'ACCEPTED') || undefined;
    }, 60_000);
    // it had not kept its place when it was killed, so it was given the same item, under the same id; others may come before it by now
    expect(backend.lines).toContain(first);
    for (const id of ids) {
      const { items } = await sender.read('/v1/referrals/{id}/timeline', { path: { id } });
      expect(items.filter(({ type }) => type === 'ReferralAccepted')).toHaveLength(1);
    }
  }, 360_000);

  it('goes on where it was when it is ended in order', async () => {
    await backend.end('SIGTERM');
    const before = new Set(backend.lines.splice(0));
    const { answer } = await clientOf('US-CLEAR').command('/v1/referrals', { body: submission });
    backend.start();
    await until(() => Promise.resolve(backend.lines.some((line) => line.endsWith(answer.id)) || undefined), 60_000);
    expect(backend.lines.filter((line) => before.has(line))).toEqual([]);
  }, 240_000);

  it('says and reads by the same client how much its agency can take', async () => {
    const desk = new BusClient({ api: bus.api, token: clientCredentials(credentialsOf('PH-WCPC')) });
    const path = { agency: 'PH-WCPC' };
    const [from, to] = [1, 2].map((days) => new Date(Date.now() + days * 86_400_000).toISOString()) as [string, string];
    const body = { state: 'REDUCED', from, until: to } as const;
    const { position } = await desk.command('/v1/membership/agencies/{agency}/capacity', { path, body });
    const shown = await desk.read('/v1/membership/agencies/{agency}', { path, atLeast: position });
    expect(shown.capacity).toEqual(body);
  }, 120_000);
});
