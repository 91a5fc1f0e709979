import { randomBytes } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { schemasByFingerprint } from '#libs/contracts';
import {
  busTopics,
  createKafka,
  ensureTopics,
  frameEvent,
  type JournalRow,
  LaneProducer,
  MacKeys,
} from '#libs/event-log';
import { Directory } from '#libs/domain';
import { createHttpApp, createLogger, type HttpApp } from '#libs/platform';
import { besideMembers } from '#libs/testing';
import { Client } from 'pg';
import { AgencyViewsModule } from './app.module.js';
import type { AgencyViewsConfig } from './config.js';
import { connectAgencyViews } from './consumer/connect.js';
import { migrateViews } from './database/views-database.js';
import { type SpecIssuer, startSpecIssuer } from './spec-issuer.fixtures.js';

/** The app on real services, with a database and topics of its own. */
export class SpecBus {
  private constructor(
    readonly url: string,
    readonly databaseUrl: string,
    readonly issuer: SpecIssuer,
    private readonly http: HttpApp,
    private readonly producer: LaneProducer,
    readonly config: AgencyViewsConfig,
  ) {}

  /** @param directory who takes part, where a spec asks for that @param left who left once, and when */
  static async start(directory = nobody, left?: ReadonlyMap<string, number>): Promise<SpecBus> {
    const name = `spec_${randomBytes(6).toString('hex')}`;
    const config = {
      databaseUrl: await createDatabase(name),
      kafka: { brokers: [setting('BUS_TEST_KAFKA')], clientId: name, topicPrefix: `${name}.` },
      macKeys: new MacKeys('spec', { spec: randomBytes(32) }),
    };
    const kafka = createKafka(config.kafka);
    await Promise.all([
      migrateViews(config.databaseUrl),
      untilLed(() => ensureTopics(kafka, busTopics(config.kafka.topicPrefix))),
    ]);
    const issuer = await startSpecIssuer();
    const http = await createHttpApp(besideMembers({ directory, left }, AgencyViewsModule.register(config)), {
      logger: createLogger({ app: 'spec', level: 'silent' }),
      auth: issuer.rules,
      port: 0,
      openApi: { title: 'spec', version: '1' },
      prepare: connectAgencyViews,
    });
    await http.app.startAllMicroservices();
    return new SpecBus(
      await http.listen(),
      config.databaseUrl,
      issuer,
      http,
      new LaneProducer(kafka, config.kafka),
      config,
    );
  }

  /** What the relay does with rows of the journal. */
  async publish(rows: readonly JournalRow[]): Promise<void> {
    const groups = Map.groupBy(rows, ({ topic, lane }) => `${topic}/${lane}`);
    const batches = [...groups.values()].flatMap((group) => {
      const [first] = group;
      if (!first) return [];
      const messages = group.map((row) => frameEvent(row, registryIds, this.config.macKeys));
      return [{ topic: first.topic, lane: first.lane, messages }];
    });
    await untilLed(() => this.producer.send(batches));
  }

  async get(path: string, caller: SpecCaller, headers: Record<string, string> = {}): Promise<Response> {
    const token = await this.issuer.token(caller.agency, caller.role);
    return fetch(this.url + path, { headers: { authorization: `Bearer ${token}`, ...headers } });
  }

  async stop(): Promise<void> {
    await this.http.close();
    await this.producer.disconnect();
    await this.issuer.close();
  }
}

export interface SpecCaller {
  readonly agency: string;
  readonly role: string;
}

const nobody = new Directory({ jurisdictions: {}, agencies: [] });

const BOUND_MS = 10_000;

const registryIds = new Map([...schemasByFingerprint.keys()].map((fingerprint, index) => [fingerprint, index + 1]));

/** Partitions of a new topic may have no leader for a moment; like the relay, again until it is confirmed. */
async function untilLed<T>(work: () => Promise<T>, bound = Date.now() + BOUND_MS): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (Date.now() > bound) throw error;
    await delay(20);
    return untilLed(work, bound);
  }
}

async function createDatabase(name: string): Promise<string> {
  const url = new URL(setting('BUS_TEST_POSTGRES'));
  const client = new Client({ connectionString: url.href });
  await client.connect();
  await client.query(`CREATE DATABASE ${name}`);
  await client.end();
  url.pathname = `/${name}`;
  return url.href;
}

function setting(name: string): string {
  const value = process.env[name];
  if (value === undefined) throw new Error(`${name} is not set: run this spec through npm test`);
  return value;
}
