import { randomUUID } from 'node:crypto';
import type { BusEvent } from '#libs/contracts';
import type { LaneVector } from '#libs/kernel';
import { createHttpApp, createLogger, type HttpApp } from '#libs/platform';
import { PositionGate } from '#libs/projections';
import { createSpecDatabase, type SpecDatabase, type SpecIssuer, startSpecIssuer, type TestRelay } from '#libs/testing';
import { Pool } from 'pg';
import { AuditTrailModule } from './app.module.js';
import { connectAuditTrail } from './consumer/connect.js';
import { migrateAudit } from './database/audit-database.js';
import { trail } from './trail.js';

export const received: BusEvent = { type: 'ReferralReceived', data: { by: 'PH-WCPC', rules: null } };
export const acknowledged: BusEvent = { type: 'ReferralAcknowledged', data: { by: 'PH-WCPC', rules: null } };
export const prioritised: BusEvent = {
  type: 'PrioritySet',
  data: {
    side: 'SENDER',
    by: 'US-CLEAR',
    level: 'P2',
    reasons: ['EVIDENCE_LOSS'],
    rules: '1',
    riskAssessment: null,
    externalPriority: null,
  },
};
export const refused: BusEvent = {
  type: 'CommandRefused',
  data: { command: 'AcceptReferral', target: null, code: 'REFERRAL_NOT_OPEN', details: { status: randomUUID() } },
};

/** The app on real services, as the roles that a deployment gives it, with a database of its own. */
export class SpecTrail {
  #http: HttpApp | undefined;
  #url = '';

  private constructor(
    readonly database: SpecDatabase,
    /** As the owner of the database. */
    readonly pool: Pool,
    private readonly relay: TestRelay,
    private readonly issuer: SpecIssuer,
  ) {}

  static async open(relay: TestRelay): Promise<SpecTrail> {
    const database = await createSpecDatabase();
    await migrateAudit(database.url('bus_owner'), { writer: 'bus_audit', operator: 'bus_operator' });
    const pool = new Pool({ connectionString: database.url(), max: 3 });
    // Dropping the database may cut a connection that is just being closed.
    pool.on('error', () => undefined);
    return new SpecTrail(database, pool, relay, await startSpecIssuer());
  }

  async start(): Promise<void> {
    const { config: kafka, macKeys } = this.relay;
    this.#http = await createHttpApp(
      AuditTrailModule.register({ databaseUrl: this.database.url('bus_audit'), kafka, macKeys }),
      {
        logger: createLogger({ app: 'spec', level: 'silent' }),
        auth: this.issuer.rules,
        port: 0,
        openApi: { title: 'spec', version: '1' },
        prepare: connectAuditTrail,
      },
    );
    await this.#http.app.startAllMicroservices();
    this.#url = await this.#http.listen();
  }

  async stop(): Promise<void> {
    await this.#http?.close();
    this.#http = undefined;
  }

  async close(): Promise<void> {
    await this.stop();
    await this.pool.end();
    await this.issuer.close();
    await this.database.drop();
  }

  /** Resolves when the trail holds all events of these lanes. */
  async caughtUp(...lanes: readonly { readonly lane: number; readonly vector: LaneVector }[]): Promise<void> {
    const gate = new PositionGate({ pool: this.pool, consumer: trail, boundMs: 20_000 });
    await Promise.all(
      lanes.map(({ lane, vector }) => gate.reached({ lane, position: Math.max(0, ...vector), vector })),
    );
  }

  async get(
    path: string,
    { role = 'DPA_COMPLIANCE', headers = {} }: { role?: string; headers?: Record<string, string> } = {},
  ): Promise<Answer> {
    const authorization = `Bearer ${await this.issuer.token('XX-SCHEME', role)}`;
    const response = await fetch(this.#url + path, { headers: { authorization, 'bus-purpose': 'AUDIT', ...headers } });
    return { status: response.status, body: (await response.json()) as Record<string, unknown> };
  }

  async metrics(): Promise<string> {
    return (await fetch(`${this.#url}/metrics`)).text();
  }
}

export interface Answer {
  readonly status: number;
  readonly body: Record<string, unknown>;
}
