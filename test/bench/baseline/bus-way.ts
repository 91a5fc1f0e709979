import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { schemaOf } from '#libs/projections';
import { agencyViews } from '../../../apps/agency-views/src/agency-views.projection.js';
import { Deployment } from '../../deployment/index.js';
import { UNBOUNDED } from '../accept/write-app.js';
import { SENDERS } from '../events/request.js';
import { AppProfile } from '../harness/app-profile.js';
import { busVerify } from '../harness/bus-verify.js';
import type { NamedProfile } from '../harness/row.js';
import { countOf } from './nest-way.js';
import type { WritePath } from './write-path.js';

const PROFILED = ['referrals', 'relay', 'agency-views'] as const;
/** The baseline has none of these: they are stopped while it is compared, and catch up to be verified. */
const BESIDE = ['audit-trail', 'policies', 'operations'] as const;

/** The bus as it is deployed: write app, relay and views, each a process. */
export class BusWay implements WritePath {
  private constructor(
    private readonly deployment: Deployment,
    private readonly profilers: Readonly<Record<(typeof PROFILED)[number], AppProfile>>,
    private readonly read: pg.Pool,
    readonly tokens: readonly string[],
  ) {}

  static async start(): Promise<BusWay> {
    const profilers = { referrals: new AppProfile(), relay: new AppProfile(), 'agency-views': new AppProfile() };
    const env = {
      referrals: { ...UNBOUNDED, ...profilers.referrals.env },
      relay: profilers.relay.env,
      'agency-views': profilers['agency-views'].env,
    };
    const deployment = await Deployment.start({ env });
    for (const name of BESIDE) await deployment.apps[name].end();
    const read = new pg.Pool({ connectionString: deployment.databases.views.url(), max: 1 });
    return new BusWay(deployment, profilers, read, await tokensFrom(deployment.folder));
  }

  get url(): string {
    return this.deployment.apps.referrals.url;
  }

  visible(): Promise<number> {
    return countOf(
      this.read,
      `SELECT count(*) FROM ${schemaOf(agencyViews)}.referral WHERE sender_priority IS NOT NULL`,
    );
  }

  async profileWhile(work: () => Promise<unknown>): Promise<NamedProfile[]> {
    let running: Promise<unknown> | null = null;
    const once = (): Promise<unknown> => (running ??= work());
    return Promise.all(
      PROFILED.map(async (name) => ({
        of: name,
        profile: await this.profilers[name].while(this.deployment.apps[name].pid, once),
      })),
    );
  }

  /** `bus verify` finds nothing. @throws CheckFailed */
  async check(): Promise<readonly string[]> {
    for (const name of BESIDE) await this.deployment.apps[name].start();
    const checks = await busVerify(this.deployment, 120);
    for (const name of BESIDE) await this.deployment.apps[name].end();
    return checks;
  }

  async stop(): Promise<void> {
    await this.read.end();
    await this.deployment.stop();
    Object.values(this.profilers).forEach((profiler) => profiler.remove());
  }
}

interface Credentials {
  readonly tokenUrl: string;
  readonly clients: readonly { agency: string; clientId: string; clientSecret: string }[];
}

/** A token of each sender, from the deployment's issuer. */
async function tokensFrom(folder: string): Promise<string[]> {
  const { tokenUrl, clients } = JSON.parse(readFileSync(join(folder, 'credentials.json'), 'utf8')) as Credentials;
  const senders = clients.filter(({ agency }) => (SENDERS as readonly string[]).includes(agency));
  return Promise.all(
    senders.map(async ({ clientId, clientSecret }) => {
      const response = await fetch(tokenUrl, {
        method: 'POST',
        headers: { authorization: `Basic ${btoa(`${clientId}:${clientSecret}`)}` },
        body: new URLSearchParams({ grant_type: 'client_credentials' }),
      });
      return ((await response.json()) as { access_token: string }).access_token;
    }),
  );
}
