import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Kafka, logLevel } from 'kafkajs';
import { jvmFlags } from './java.js';
import type { ProcessLedger } from './process-ledger.js';
import { ServiceProcess } from './service-process.js';

/**
 * A listener beside the main one. Clients that come in through it are told `advertisedPort` wherever the broker names its
 * address, so a proxy that listens there stays between them and the broker.
 */
export interface KafkaDoor {
  readonly name: string;
  readonly port: number;
  readonly advertisedPort: number;
}

export interface KafkaOptions {
  readonly java: string;
  readonly jars: string;
  readonly dataDir: string;
  readonly port: number;
  readonly controllerPort: number;
  readonly heapMb: number;
  readonly doors: readonly KafkaDoor[];
  readonly ledger: ProcessLedger;
}

/** A broker that is its own controller. Ready when it has answered a metadata call. */
export async function startKafka(options: KafkaOptions): Promise<ServiceProcess> {
  const { java, jars, dataDir, port, heapMb, ledger } = options;
  mkdirSync(dataDir, { recursive: true });
  const properties = join(dataDir, 'server.properties');
  writeFileSync(properties, propertiesOf(options));
  const run = [...jvmFlags(heapMb), '-Dorg.slf4j.simpleLogger.defaultLogLevel=warn', '-cp', join(jars, '*')];
  if (!existsSync(join(dataDir, 'log', 'meta.properties'))) {
    execFileSync(
      java,
      [
        ...run,
        'kafka.tools.StorageTool',
        'format',
        '--ignore-formatted',
        `--cluster-id=${clusterId()}`,
        '-c',
        properties,
      ],
      { stdio: 'pipe' },
    );
  }
  const service = ServiceProcess.start(
    {
      name: 'kafka',
      command: java,
      args: [...run, 'kafka.Kafka', properties],
      cwd: dataDir,
      logFile: join(dataDir, 'kafka.log'),
    },
    ledger,
  );
  await service.ready(() => answersMetadata(port));
  return service;
}

/** A UUID as Kafka spells it. One in 64 begins with a hyphen, which an argument of its own would make an option. */
const clusterId = (): string => Buffer.from(randomUUID().replaceAll('-', ''), 'hex').toString('base64url');

async function answersMetadata(port: number): Promise<void> {
  const kafka = new Kafka({
    clientId: 'bus-start',
    brokers: [`127.0.0.1:${port}`],
    logLevel: logLevel.NOTHING,
    connectionTimeout: 500,
    retry: { retries: 0 },
  });
  const admin = kafka.admin();
  try {
    await admin.connect();
    const { brokers } = await admin.describeCluster();
    if (brokers.length === 0) throw new Error('no broker is registered yet');
  } finally {
    await admin.disconnect();
  }
}

/**
 * The session settings matter: a restart after SIGKILL waits for the end of the old session, 9 s without them. A shorter one
 * than this a busy machine misses, and the only broker takes all leadership from itself.
 */
function propertiesOf({ dataDir, port, controllerPort, doors }: KafkaOptions): string {
  const listener = ({ name }: KafkaDoor): string => `DOOR_${name.toUpperCase().replaceAll('-', '_')}`;
  const more = (text: (door: KafkaDoor) => string): string => doors.map((door) => `,${text(door)}`).join('');
  return `process.roles=broker,controller
node.id=1
controller.quorum.voters=1@127.0.0.1:${controllerPort}
listeners=PLAINTEXT://127.0.0.1:${port},CONTROLLER://127.0.0.1:${controllerPort}${more((door) => `${listener(door)}://127.0.0.1:${door.port}`)}
advertised.listeners=PLAINTEXT://127.0.0.1:${port}${more((door) => `${listener(door)}://127.0.0.1:${door.advertisedPort}`)}
listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT${more((door) => `${listener(door)}:PLAINTEXT`)}
controller.listener.names=CONTROLLER
inter.broker.listener.name=PLAINTEXT
log.dirs=${join(dataDir, 'log')}
default.replication.factor=1
offsets.topic.replication.factor=1
offsets.topic.num.partitions=1
transaction.state.log.replication.factor=1
transaction.state.log.min.isr=1
transaction.state.log.num.partitions=1
share.coordinator.state.topic.replication.factor=1
share.coordinator.state.topic.min.isr=1
share.coordinator.state.topic.num.partitions=1
group.initial.rebalance.delay.ms=0
auto.create.topics.enable=false
num.network.threads=2
num.io.threads=4
background.threads=2
num.recovery.threads.per.data.dir=1
log.retention.ms=-1
log.cleaner.dedupe.buffer.size=4194304
log.cleaner.threads=1
controlled.shutdown.enable=true
broker.session.timeout.ms=4000
broker.heartbeat.interval.ms=500
controller.quorum.election.timeout.ms=100
controller.quorum.election.backoff.max.ms=50
controller.quorum.fetch.timeout.ms=2000
`;
}
