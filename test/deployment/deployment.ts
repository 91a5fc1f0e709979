import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Directory, type DirectoryFile } from '#libs/domain';
import { appointGuardian, freePort, ProcessLedger, startIssuer } from '#libs/local-stack';
import { deliveryClient, demoClients, evidenceClient } from '../../apps/standalone/src/credentials.js';
import { AUDIENCE, type EnvironmentParts, environmentOf, type Route } from './app-environments.js';
import { APP_NAMES, type AppName, AppProcess } from './app-process.js';
import { type Answer, Asker, type Question } from './asker.js';
import { BusCommand } from './bus-command.js';
import { FrontDoor } from './front-door.js';
import { directoryFile, ownDist } from './places.js';
import { keptKeys } from './secrets.js';
import { type Services, sharedServices } from './services.js';
import { type Databases, provideStores } from './stores.js';

export interface DeploymentOptions {
  /** Those of the test run unless given. */
  readonly services?: Services;
  /** Where the compiled apps lie: this checkout's own unless another build is to be tried. */
  readonly dist?: string;
  /** Added to what each app wants from the environment. */
  readonly env?: Readonly<Partial<Record<AppName, Readonly<Record<string, string>>>>>;
  /** How many of an app; one of each unless said, and no delivery. They are named `relay`, `relay-2`, … */
  readonly instances?: Readonly<Partial<Record<AppName, number>>>;
  /** Where a proxy stands between an instance and a service. */
  readonly route?: Route;
}

/** Also on a machine that does much else. */
const READY_MS = 240_000;

type End = () => Promise<void> | void;

interface DeploymentParts {
  readonly folder: string;
  readonly services: Services;
  readonly topicPrefix: string;
  readonly databases: Databases;
  readonly all: readonly AppProcess[];
  readonly asker: Asker;
}

export const directory = new Directory(JSON.parse(readFileSync(directoryFile, 'utf8')) as DirectoryFile);

/**
 * The bus as a deployment runs it: an issuer, databases, topics, schemas, every app in a process of its own, and a gateway
 * before them. Its folder is what `npm start` would have written, so that the `bus` command works on it.
 */
export class Deployment {
  readonly folder: string;
  readonly services: Services;
  readonly topicPrefix: string;
  readonly databases: Databases;
  /** Every process, in the order in which they were started. */
  readonly all: readonly AppProcess[];
  /** The first instance of each app. */
  readonly apps: Readonly<Record<AppName, AppProcess>>;
  readonly #asker: Asker;
  #commands = ownDist;

  private constructor(
    parts: DeploymentParts,
    /** The gateway's address. */
    readonly api: string,
    private readonly ends: End[],
  ) {
    const { folder, services, topicPrefix, databases, all, asker } = parts;
    [this.folder, this.services, this.topicPrefix, this.databases] = [folder, services, topicPrefix, databases];
    this.all = all;
    const first = (app: AppName): [AppName, AppProcess][] =>
      all
        .filter((each) => each.app === app)
        .slice(0, 1)
        .map((each) => [app, each]);
    this.apps = Object.fromEntries(APP_NAMES.flatMap(first)) as Record<AppName, AppProcess>;
    this.#asker = asker;
  }

  /** Resolves when every app is ready. What it had started is ended when that fails. */
  static async start(options: DeploymentOptions = {}): Promise<Deployment> {
    const ends: End[] = [];
    try {
      const deployment = await Deployment.#assemble(options, ends);
      await Promise.all(deployment.all.map((each) => each.start(READY_MS)));
      return deployment;
    } catch (error) {
      await endAll(ends);
      throw error;
    }
  }

  static async #assemble(options: DeploymentOptions, ends: End[]): Promise<Deployment> {
    const { services = sharedServices(), dist = ownDist, route = () => undefined } = options;
    const folder = mkdtempSync(join(tmpdir(), 'bus-deployment-'));
    ends.push(() => rmSync(folder, { recursive: true, force: true }));
    const guardian = appointGuardian(folder);
    ends.push(() => guardian.dismiss());
    const port = await freePort();
    const clients = demoClients(folder, directory, `http://127.0.0.1:${port}/token`);
    const [delivery, evidence] = [deliveryClient(folder), evidenceClient(folder)];
    const known = [...clients, delivery, evidence];
    const issuer = await startIssuer({ port, dataDir: folder, audience: AUDIENCE, clients: known });
    ends.push(() => issuer.stop());
    const topicPrefix = `deployment.${randomBytes(4).toString('hex')}.`;
    const databases = await provideStores(services, topicPrefix, dist);
    for (const database of Object.values(databases)) ends.push(() => database.drop());

    const all: AppProcess[] = [];
    const door = new FrontDoor((app) => all.filter((each) => each.app === app));
    await door.open();
    ends.push(() => door.close());
    const secrets = keptKeys(folder);
    const ways = { route, api: door.url, deliveryClient: delivery, evidenceClient: evidence };
    const parts = { services, databases, topicPrefix, issuer, secrets, ...ways };
    all.push(...(await processesOf(options, dist, folder, parts)));
    ends.push(async () => void (await Promise.all(all.map((each) => each.end()))));
    writeEndpoints(folder, door.url, parts);
    const asker = new Asker(issuer.tokenUrl, clients);
    return new Deployment({ folder, services, topicPrefix, databases, all, asker }, door.url, ends);
  }

  async stop(): Promise<void> {
    await endAll(this.ends);
  }

  instancesOf(app: AppName): readonly AppProcess[] {
    return this.all.filter((each) => each.app === app);
  }

  /** A request to the first instance of an app, or to that one, as an agency, the operator (BUS-OPS), the officer (BUS-DPO), or a client by its id. */
  ask(app: AppName | AppProcess, agency: string, path: string, question: Question = {}): Promise<Answer> {
    const { url } = typeof app === 'string' ? this.apps[app] : app;
    return this.#asker.ask(agency, `${url}${path}`, question);
  }

  /** A token of an agency's backend. */
  tokenOf(agency: string): Promise<string> {
    return this.#asker.tokenOf(agency);
  }

  /** From now on the `bus` command is that of another build. */
  commandsFrom(dist: string): void {
    this.#commands = dist;
  }

  /**
   * The `bus` command on this deployment. What is under way when this is stopped is killed with it.
   * @param dist the build that it is of, where that is another than the rest
   */
  bus(args: readonly string[], dist = this.#commands): BusCommand {
    const env = { BUS_DATA_DIR: this.folder, KAFKA_TOPIC_PREFIX: this.topicPrefix };
    const command = new BusCommand(args, env, dist);
    this.ends.push(() => command.end('SIGKILL'));
    return command;
  }
}

async function processesOf(
  { env = {}, instances = {} }: DeploymentOptions,
  dist: string,
  folder: string,
  parts: EnvironmentParts,
): Promise<AppProcess[]> {
  const { ledger } = await ProcessLedger.take(folder);
  const all: AppProcess[] = [];
  for (const app of APP_NAMES) {
    for (let nth = 1; nth <= (instances[app] ?? (app === 'delivery' ? 0 : 1)); nth++) {
      const name = nth === 1 ? app : `${app}-${nth}`;
      const environment = { ...environmentOf(app, name, parts), ...env[app] };
      all.push(new AppProcess({ app, name, dist, folder, ledger, env: environment, port: await freePort() }));
    }
  }
  return all;
}

/** `endpoints.json` (design 8). */
function writeEndpoints(folder: string, api: string, { services, databases, issuer, route }: EnvironmentParts): void {
  const { registry, postgres } = services;
  const through = route('bus', 'kafka');
  const kafka = through === undefined ? services.kafka : [through];
  const { journal, views, audit } = databases;
  const names = { journal: journal.name, views: views.name, audit: audit.name };
  const endpoints = { api, issuer: issuer.url, kafka, registry, postgres, databases: names };
  writeFileSync(join(folder, 'endpoints.json'), JSON.stringify(endpoints, null, 2), { mode: 0o600 });
}

/** Last first, all of them: one that fails must not leave the others behind. */
async function endAll(ends: End[]): Promise<void> {
  const failures: unknown[] = [];
  for (const end of ends.splice(0).reverse()) {
    try {
      await end();
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length > 0) throw new AggregateError(failures, 'not everything of the deployment could be ended');
}
