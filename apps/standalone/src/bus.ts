import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Directory } from '#libs/domain';
import { busTopics, createKafka, ensureTopics, type KafkaConfig, SchemaCatalogue } from '#libs/event-log';
import { migrateJournal } from '#libs/journal';
import {
  isFree,
  type Issuer,
  type LocalStack,
  PortStore,
  StartFailure,
  startIssuer,
  startLocalStack,
  writeKept,
} from '#libs/local-stack';
import { createHttpApp, Health, type HttpApp, type Logger } from '#libs/platform';
import { connectAgencyViews } from '../../agency-views/src/consumer/connect.js';
import { migrateViews } from '../../agency-views/src/database/views-database.js';
import { connectAuditTrail } from '../../audit-trail/src/consumer/connect.js';
import { migrateAudit } from '../../audit-trail/src/database/audit-database.js';
import { connectCalls } from '../../delivery/src/call/connect.js';
import { migrateDelivery } from '../../delivery/src/database/delivery-database.js';
import { directoryField } from '../../membership/src/founding/directory-file.js';
import { firstEditions } from '../../membership/src/founding/first-editions.js';
import type { Beginning } from '../../membership/src/founding/founder.js';
import type { WebhookKeys } from '../../delivery/src/signing/webhook-keys.js';
import type { PoliciesConfig } from '../../policies/src/config.js';
import { connectPolicies } from '../../policies/src/consumer/connect.js';
import { migratePolicies } from '../../policies/src/database/policies-database.js';
import { Relay } from '../../relay/src/relay.js';
import { demoShares, type StandaloneDelivery, StandaloneModule } from './app.module.js';
import type { StandaloneConfig } from './config.js';
import { deliveryClient, demoClients, evidenceClient } from './credentials.js';
import { provideDatabases, type UrlOf } from './databases.js';
import { journalStanding } from './journal-standing.js';
import { keyring } from './keyring.js';
import { untilReady } from './until-ready.js';

const AUDIENCE = 'urn:referral-bus:api';

/** The whole bus on this machine. */
export interface RunningBus {
  readonly api: string;
  readonly issuer: string;
  stop(): Promise<void>;
}

export type Progress = (part: string, detail: string) => void;

export interface StartParts {
  readonly logger: Logger;
  readonly progress: Progress;
  /** Gives the start up. */
  readonly signal: AbortSignal;
}

/** @throws StartFailure in one sentence, AbortError; nothing is left running. */
export async function startBus(
  config: StandaloneConfig,
  { logger, progress, signal }: StartParts,
): Promise<RunningBus> {
  const { dataDir, cacheDir, port } = config;
  if (!(await isFree(port)))
    throw new StartFailure(`port ${port} is taken`, 'end what uses it, or choose another with PORT');
  const stack = await startLocalStack({ dataDir, durable: true, cacheDir, onProgress: progress, signal });
  const stops: (() => Promise<void>)[] = [() => stack.stop()];
  const stop = async (): Promise<void> => {
    for (const each of stops.reverse()) {
      await each().catch((err: unknown) => logger.error({ err, code: 'STOP_FAILED' }, 'a part did not stop well'));
    }
  };
  try {
    const directory = directoryField.parse(readFileSync(fileOf('deploy/demo/directory.json'), 'utf8'));
    const editions = firstEditions(readFileSync(fileOf('reference/convention-parties.csv'), 'utf8'));
    const issuer = await startDemoIssuer(dataDir, new Directory(directory));
    stops.push(() => issuer.stop());
    progress('issuer', 'ready');
    const urlOf = await prepareStores(stack, dataDir);
    progress('stores', 'databases, topics and schemas are up to date');
    signal.throwIfAborted();
    const http = await startApps({ config, logger, stack, issuer, beginning: { directory, editions }, urlOf });
    stops.push(() => http.close());
    const api = await http.listen();
    const ready = await untilReady(http.app.get(Health), http.app.get(Relay, { strict: false }), signal);
    progress('apps', ready ? 'ready' : 'not ready yet: /readyz says which part is missing, and why');
    progress('journal', await journalStanding(urlOf('journal', 'bus_operator')));
    writeEndpoints(dataDir, api, issuer, stack);
    signal.throwIfAborted();
    return { api, issuer: issuer.url, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function startDemoIssuer(dataDir: string, directory: Directory): Promise<Issuer> {
  const port = await new PortStore(dataDir).take('issuer');
  const clients = demoClients(dataDir, directory, `http://127.0.0.1:${port}/token`);
  const services = [deliveryClient(dataDir), evidenceClient(dataDir)];
  return startIssuer({ port, dataDir, audience: AUDIENCE, clients: [...clients, ...services] });
}

async function prepareStores(stack: LocalStack, dataDir: string): Promise<UrlOf> {
  const urlOf = await provideDatabases(stack, dataDir);
  const operator = 'bus_operator';
  await Promise.all([
    // this is where people learn and try: nobody's real cases are here
    migrateJournal(urlOf('journal', 'bus_owner'), { adjustableClock: true }),
    migrateViews(urlOf('views', 'bus_owner'), { writer: 'bus_views', operator }),
    migrateAudit(urlOf('audit', 'bus_owner'), { writer: 'bus_audit', operator }),
    migratePolicies(urlOf('policies', 'bus_owner'), { writer: 'bus_policies', operator }),
    migrateDelivery(urlOf('delivery', 'bus_owner'), { writer: 'bus_delivery', operator }),
    ensureTopics(createKafka(kafkaOf(stack)('standalone')), busTopics('')),
    new SchemaCatalogue({ url: stack.registry, topicPrefix: '' }).publish(),
  ]);
  return urlOf;
}

interface AppParts {
  readonly config: StandaloneConfig;
  readonly logger: Logger;
  readonly stack: LocalStack;
  readonly issuer: Issuer;
  readonly beginning: Beginning;
  readonly urlOf: UrlOf;
}

async function startApps({ config, logger, stack, issuer, beginning, urlOf }: AppParts): Promise<HttpApp> {
  const registry = { url: stack.registry, topicPrefix: '' };
  const { webhookKeys, ...keys } = keyring(config.dataDir);
  const module = StandaloneModule.register({
    urlOf,
    beginning,
    kafka: kafkaOf(stack),
    registry,
    ...keys,
    delivery: deliveryOf(config, issuer, webhookKeys),
    receipts: receiptsOf(config, issuer),
  });
  const http = await createHttpApp(module, {
    logger,
    auth: { issuer: issuer.url, jwksUrl: issuer.jwksUrl, audience: AUDIENCE },
    bounds: { requests: demoShares, connections: 4_096 },
    port: config.port,
    openApi: { title: 'Referral bus', version: '1' },
    prepare: (app) => {
      connectAgencyViews(app);
      connectAuditTrail(app);
      connectPolicies(app);
      connectCalls(app);
    },
  });
  await http.app.startAllMicroservices();
  return http;
}

/** Webhooks of a bus on one machine lead to this machine: what is tried here leaves it for nobody. */
function deliveryOf({ dataDir, port }: StandaloneConfig, issuer: Issuer, keys: WebhookKeys): StandaloneDelivery {
  const { clientId, clientSecret } = deliveryClient(dataDir);
  const api = `http://127.0.0.1:${port}`;
  return {
    ...{ keys, feedUrl: api, publicUrl: api, answerMs: 10_000, speed: 1, mail: null, ca: undefined },
    client: { tokenUrl: issuer.tokenUrl, clientId, clientSecret },
    outgoing: { hosts: [], loopback: true },
  };
}

function receiptsOf({ dataDir, port }: StandaloneConfig, issuer: Issuer): PoliciesConfig['receipts'] {
  const { clientId, clientSecret } = evidenceClient(dataDir);
  return { url: `http://127.0.0.1:${port}`, client: { tokenUrl: issuer.tokenUrl, clientId, clientSecret } };
}

const kafkaOf =
  (stack: LocalStack) =>
  (clientId: string): KafkaConfig => ({ brokers: stack.kafka, clientId, topicPrefix: '' });

/** `endpoints.json` (design 8): where a script finds everything. */
function writeEndpoints(dataDir: string, api: string, issuer: Issuer, stack: LocalStack): void {
  const endpoints = {
    api,
    issuer: issuer.url,
    kafka: stack.kafka,
    registry: stack.registry,
    postgres: stack.postgresUrl('postgres'),
  };
  writeKept(join(dataDir, 'endpoints.json'), JSON.stringify(endpoints, null, 2));
}

/** Compiled code runs from dist; the project's files stay where they are. */
function fileOf(path: string): string {
  return join(import.meta.dirname.replace(/([/\\])dist[/\\]apps/, '$1apps'), '../../..', path);
}
