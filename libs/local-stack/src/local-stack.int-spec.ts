import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { createRemoteJWKSet, jwtVerify } from 'jose';
import pg from 'pg';
import { startIssuer } from './issuer.js';
import { startLocalStack } from './local-stack.js';
import { freePort } from './ports.js';
import { isRunning } from './process-identity.js';
import type { ProcessIdentity } from './process-identity.js';

const built = join(import.meta.dirname, '../../../dist/libs/local-stack/src/index.js');

/** Starts the services in a process of its own, which then does `then`, and resolves when that process is gone. */
function startElsewhere(dataDir: string, then: string): Promise<number | null> {
  const script = `import { appointGuardian, startLocalStack } from ${JSON.stringify(built)};
    const dataDir = ${JSON.stringify(dataDir)}; const stack = await startLocalStack({ dataDir, durable: false }); ${then}`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: 'ignore' });
  return new Promise((resolve) => child.on('exit', resolve));
}

const childrenOf = (dataDir: string): ProcessIdentity[] =>
  (JSON.parse(readFileSync(join(dataDir, 'processes.json'), 'utf8')) as { children: ProcessIdentity[] }).children;

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setImmediate(resolve));
}

describe('the local services', () => {
  const folders: string[] = [];
  const folder = (): string => {
    const made = mkdtempSync(join(tmpdir(), 'bus-stack-'));
    folders.push(made);
    return made;
  };
  afterAll(() => folders.forEach((made) => rmSync(made, { recursive: true, force: true })));

  it('are ended by the next start after a SIGKILL, which finds the data as it was', async () => {
    const dataDir = folder();
    await startElsewhere(
      dataDir,
      `const { default: pg } = await import('pg'); const client = new pg.Client(stack.postgresUrl('postgres')); await client.connect();
       await client.query('CREATE TABLE kept AS SELECT 7 AS seven'); process.kill(process.pid, 'SIGKILL');`,
    );
    const left = childrenOf(dataDir);
    expect(left).toHaveLength(3);
    expect(left.every(isRunning)).toBe(true);
    const said: string[] = [];
    const stack = await startLocalStack({
      dataDir,
      durable: false,
      onProgress: (part, detail) => said.push(`${part} ${detail}`),
    });
    try {
      expect(left.some(isRunning)).toBe(false);
      expect(said[0]).toContain('cleanup ended what a dead start had left');
      const client = new pg.Client(stack.postgresUrl('postgres'));
      await client.connect();
      expect((await client.query('SELECT seven FROM kept')).rows).toEqual([{ seven: 7 }]);
      await client.end();
      await expect(startElsewhere(dataDir, '')).resolves.toBe(1);
    } finally {
      await stack.stop();
    }
    expect(childrenOf(dataDir)).toEqual([]);
  }, 90_000);

  it('are ended with their folder by the guardian when their process is killed', async () => {
    const dataDir = folder();
    const gone = startElsewhere(
      dataDir,
      `appointGuardian(dataDir); setTimeout(() => process.kill(process.pid, 'SIGKILL'), 500);`,
    );
    await until(() => existsSync(join(dataDir, 'processes.json')) && childrenOf(dataDir).length === 3);
    const left = childrenOf(dataDir);
    await gone;
    await until(() => !existsSync(dataDir));
    expect(left.some(isRunning)).toBe(false);
  }, 90_000);
});

describe('the local issuer', () => {
  it('gives tokens that verify by its key set and carry who asked', async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'bus-issuer-'));
    const client = {
      agency: 'PH-WCPC',
      country: 'PH',
      clientId: 'ph',
      clientSecret: 'a long secret',
      roles: ['LE_UNIT'],
      person: 'p-1',
    };
    const issuer = await startIssuer({
      port: await freePort(),
      dataDir,
      audience: 'urn:referral-bus:api',
      clients: [client],
    });
    try {
      const ask = (secret: string): Promise<Response> =>
        fetch(issuer.tokenUrl, {
          method: 'POST',
          headers: { authorization: `Basic ${btoa(`ph:${secret}`)}` },
          body: new URLSearchParams({ grant_type: 'client_credentials' }),
        });
      expect((await ask('wrong')).status).toBe(401);
      const { access_token: token } = (await (await ask('a long secret')).json()) as { access_token: string };
      const { payload } = await jwtVerify(token, createRemoteJWKSet(new URL(issuer.jwksUrl)), {
        issuer: issuer.url,
        audience: 'urn:referral-bus:api',
      });
      expect(payload).toMatchObject({ sub: 'ph', agency: 'PH-WCPC', country: 'PH', roles: ['LE_UNIT'], person: 'p-1' });
    } finally {
      await issuer.stop();
      rmSync(dataDir, { recursive: true });
    }
  });

  it('says in one sentence that its port is taken', async () => {
    const server = createServer();
    const port = await freePort();
    await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
    const dataDir = mkdtempSync(join(tmpdir(), 'bus-issuer-'));
    await expect(startIssuer({ port, dataDir, audience: 'a', clients: [] })).rejects.toThrow(
      `the issuer cannot listen on port ${port}`,
    );
    rmSync(dataDir, { recursive: true });
    await new Promise((resolve) => server.close(resolve));
  });
});
