import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { defaultCacheDir, kafkaJars, registryFolder } from './downloads.js';
import { findJava } from './java.js';
import { type KafkaDoor, startKafka } from './kafka.js';
import { PortStore } from './ports.js';
import { openForServer, startPostgres, SUPERUSER } from './postgres.js';
import { isRunning, type ProcessIdentity } from './process-identity.js';
import { ProcessLedger } from './process-ledger.js';
import { registryUrl, startRegistry } from './registry.js';
import { assertRoom } from './room.js';
import { keptSecret } from './secrets.js';
import type { ServiceProcess } from './service-process.js';

/** What fresh data folders of the services take, with some room to work; and room to work alone, where they are. */
const ROOM_MB = { fresh: 512, kept: 128 };

export interface LocalStackOptions {
  /** Kept between runs: ports, secrets, logs and all data. */
  readonly dataDir: string;
  /** False for throw-away data: faster, lost with the machine. */
  readonly durable: boolean;
  readonly cacheDir?: string;
  readonly kafkaHeapMb?: number;
  /** All of them unless told otherwise; the registry needs postgres. */
  readonly parts?: readonly Part[];
  /** Names of listeners beside the main one, each for clients that come through a proxy. */
  readonly kafkaDoors?: readonly string[];
  readonly onProgress?: (part: string, detail: string) => void;
  /** Gives the start up: whatever runs by then is ended. */
  readonly signal?: AbortSignal;
}

export type Part = 'postgres' | 'kafka' | 'registry';

export interface LocalStack {
  readonly kafka: string[];
  /** Confluent-compatible base URL. */
  readonly registry: string;
  readonly postgres: { readonly host: string; readonly port: number; readonly user: string; readonly password: string };
  /** URL of a database as its superuser. */
  postgresUrl(database: string): string;
  readonly kafkaDoors: readonly KafkaDoor[];
  /** The part's first process, from which its others come; null when it does not run. */
  processOf(part: Part): ProcessIdentity | null;
  /** Stops one part as this signal does; `restart` brings it back on the same port. */
  kill(part: Part, signal: NodeJS.Signals): Promise<void>;
  restart(part: Part): Promise<void>;
  stop(): Promise<void>;
}

/**
 * Brings up a real broker, registry and database on loopback, and ends what a dead start of the same folder left running.
 * @throws StartFailure in one sentence; everything that it had started is stopped again.
 */
export async function startLocalStack({
  dataDir,
  durable,
  cacheDir = defaultCacheDir(),
  kafkaHeapMb = 256,
  parts = ['postgres', 'kafka', 'registry'],
  kafkaDoors = [],
  onProgress = () => undefined,
  signal,
}: LocalStackOptions): Promise<LocalStack> {
  mkdirSync(dataDir, { recursive: true });
  openForServer(dataDir);
  assertRoom(dataDir, existsSync(join(dataDir, 'postgres')) ? ROOM_MB.kept : ROOM_MB.fresh);
  const { ledger, ended } = await ProcessLedger.take(dataDir);
  if (ended.length > 0) onProgress('cleanup', `ended what a dead start had left: ${ended.join(', ')}`);
  const running = new Map<Part, ServiceProcess>();
  const endAll = (): Promise<void> => {
    running.forEach((service) => service.watch(() => undefined));
    return ledger.endAll();
  };
  const giveUp = (): void => void endAll();
  signal?.addEventListener('abort', giveUp);
  try {
    const ports = new PortStore(dataDir);
    const [pgPort, kafkaPort, controllerPort, registryPort, managementPort] = await takeAll(ports);
    const doors = await takeDoors(ports, kafkaDoors);
    const password = keptSecret(join(dataDir, 'postgres.secret'));

    const starters: Record<Part, () => Promise<void>> = {
      postgres: () =>
        started(
          'postgres',
          startPostgres({ dataDir: join(dataDir, 'postgres'), port: pgPort, password, durable, ledger }),
        ),
      kafka: async () => {
        if (!existsSync(join(cacheDir, 'kafka-4.1.2'))) onProgress('kafka', 'fetching the broker with Maven, once …');
        const jars = await kafkaJars(cacheDir);
        await started(
          'kafka',
          startKafka({
            java: findJava(),
            jars,
            dataDir: join(dataDir, 'kafka'),
            port: kafkaPort,
            controllerPort,
            heapMb: kafkaHeapMb,
            doors,
            ledger,
          }),
        );
      },
      registry: async () => {
        if (!existsSync(join(cacheDir, 'apicurio-3.0.9')))
          onProgress('registry', 'fetching the registry with Maven, once …');
        const folder = await registryFolder(cacheDir);
        await started(
          'registry',
          startRegistry({
            java: findJava(),
            folder,
            dataDir: join(dataDir, 'registry'),
            port: registryPort,
            managementPort,
            postgres: { port: pgPort, password },
            ledger,
          }),
        );
      },
    };
    const started = async (part: Part, starting: Promise<ServiceProcess>): Promise<void> => {
      const begin = Date.now();
      const service = await starting;
      running.set(part, service);
      service.watch((how) => onProgress(part, `has died, ${how}. Stop the bus and start it again.`));
      onProgress(part, `ready after ${((Date.now() - begin) / 1000).toFixed(1)} s`);
    };
    // All of them settle before one's failure is reported, so that none is left running unknown.
    const wanted = (part: Part): Promise<void> => (parts.includes(part) ? starters[part]() : Promise.resolve());
    const outcomes = await Promise.allSettled([wanted('kafka'), wanted('postgres').then(() => wanted('registry'))]);
    const failure = outcomes.find((outcome) => outcome.status === 'rejected');
    if (failure) throw failure.reason;
    signal?.throwIfAborted();

    const stopAll = async (): Promise<void> => {
      for (const part of ['kafka', 'registry', 'postgres'] as const) await running.get(part)?.stop();
      ledger.release();
    };
    return {
      kafka: [`127.0.0.1:${kafkaPort}`],
      registry: registryUrl(registryPort),
      postgres: { host: '127.0.0.1', port: pgPort, user: SUPERUSER, password },
      postgresUrl: (database) =>
        `postgres://${SUPERUSER}:${encodeURIComponent(password)}@127.0.0.1:${pgPort}/${database}`,
      kafkaDoors: doors,
      processOf: (part) => {
        const identity = running.get(part)?.identity;
        return identity && isRunning(identity) ? identity : null;
      },
      kill: async (part, signal) => running.get(part)?.stop(signal),
      restart: (part) => starters[part](),
      stop: stopAll,
    };
  } catch (error) {
    await endAll();
    throw error;
  } finally {
    signal?.removeEventListener('abort', giveUp);
  }
}

async function takeAll(ports: PortStore): Promise<[number, number, number, number, number]> {
  return [
    await ports.take('postgres'),
    await ports.take('kafka'),
    await ports.take('controller'),
    await ports.take('registry'),
    await ports.take('management'),
  ];
}

async function takeDoors(ports: PortStore, names: readonly string[]): Promise<KafkaDoor[]> {
  const doors: KafkaDoor[] = [];
  for (const name of names) {
    doors.push({
      name,
      port: await ports.take(`kafka-${name}`),
      advertisedPort: await ports.take(`kafka-${name}-proxy`),
    });
  }
  return doors;
}
