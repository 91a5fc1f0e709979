import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { jvmFlags } from './java.js';
import { SUPERUSER } from './postgres.js';
import type { ProcessLedger } from './process-ledger.js';
import { ServiceProcess } from './service-process.js';
import { StartFailure } from './start-failure.js';

export interface RegistryOptions {
  readonly java: string;
  readonly folder: string;
  readonly dataDir: string;
  readonly port: number;
  readonly managementPort: number;
  readonly postgres: { readonly port: number; readonly password: string };
  readonly ledger: ProcessLedger;
}

/** The Confluent-compatible address of a registry on this port. */
export function registryUrl(port: number): string {
  return `http://127.0.0.1:${port}/apis/ccompat/v7`;
}

/** A schema registry that keeps its schemas in our PostgreSQL. Ready when a schema went in and came back. */
export async function startRegistry(options: RegistryOptions): Promise<ServiceProcess> {
  const { java, folder, dataDir, ledger, port, postgres } = options;
  mkdirSync(dataDir, { recursive: true });
  await ensureDatabase(postgres);
  const jar = readdirSync(folder).find((name) => name.endsWith('-runner.jar'));
  if (!jar) throw new StartFailure(`${folder} holds no registry`, 'remove that folder, so that it is fetched again');
  const service = ServiceProcess.start(
    {
      name: 'registry',
      command: java,
      args: [...jvmFlags(256), ...settings(options), '-jar', join(folder, jar)],
      cwd: folder,
      logFile: join(dataDir, 'registry.log'),
      env: { APICURIO_DATASOURCE_PASSWORD: postgres.password },
    },
    ledger,
  );
  await service.ready(() => roundTrip(registryUrl(port)));
  return service;
}

function settings({ port, managementPort, postgres }: RegistryOptions): string[] {
  return [
    `-Dquarkus.http.host=127.0.0.1`,
    `-Dquarkus.http.port=${port}`,
    `-Dquarkus.management.host=127.0.0.1`,
    `-Dquarkus.management.port=${managementPort}`,
    // Its built-in database loses schemas in a crash and uses their ids again.
    `-Dapicurio.storage.kind=sql`,
    `-Dapicurio.storage.sql.kind=postgresql`,
    `-Dapicurio.datasource.url=jdbc:postgresql://127.0.0.1:${postgres.port}/registry`,
    `-Dapicurio.datasource.username=${SUPERUSER}`,
    `-Dapicurio.datasource.jdbc.initial-size=2`,
    `-Dapicurio.datasource.jdbc.min-size=2`,
    `-Dapicurio.datasource.jdbc.max-size=4`,
  ];
}

async function ensureDatabase({ port, password }: RegistryOptions['postgres']): Promise<void> {
  const client = new pg.Client({ host: '127.0.0.1', port, user: SUPERUSER, password, database: 'postgres' });
  await client.connect();
  try {
    const { rowCount } = await client.query(`SELECT FROM pg_database WHERE datname = 'registry'`);
    if (rowCount === 0) await client.query('CREATE DATABASE registry');
  } finally {
    await client.end();
  }
}

const probe = { schema: JSON.stringify({ type: 'record', name: 'Probe', namespace: 'bus.start', fields: [] }) };

async function roundTrip(url: string): Promise<void> {
  const headers = { 'content-type': 'application/vnd.schemaregistry.v1+json' };
  const put = await answer(
    await fetch(`${url}/subjects/bus.start.Probe/versions`, {
      method: 'POST',
      headers,
      body: JSON.stringify(probe),
      signal: AbortSignal.timeout(5000),
    }),
  );
  const got = await answer(await fetch(`${url}/schemas/ids/${put.id}`, { signal: AbortSignal.timeout(5000) }));
  if (JSON.stringify(JSON.parse(got.schema ?? '')) !== probe.schema) throw new Error('another schema came back');
}

async function answer(response: Response): Promise<{ id?: number; schema?: string }> {
  if (!response.ok) throw new Error(`the registry answered ${response.status}`);
  return (await response.json()) as { id?: number; schema?: string };
}
