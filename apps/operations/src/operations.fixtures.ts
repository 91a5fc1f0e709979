import type { BusEvent, Topic } from '#libs/contracts';
import { ordinalOf, topics } from '#libs/contracts';
import { Directory } from '#libs/domain';
import { migrateJournal } from '#libs/journal';
import { createHttpApp, createLogger, type HttpApp } from '#libs/platform';
import { bookkeepingSchema } from '#libs/projections';
import {
  besideMembers,
  createSpecDatabase,
  type LaneHistory,
  type SpecDatabase,
  type SpecIssuer,
  startSpecIssuer,
} from '#libs/testing';
import { Pool } from 'pg';
import { OperationsModule } from './app.module.js';

export const received: BusEvent = { type: 'ReferralReceived', data: { by: 'PH-WCPC', rules: null } };
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

/** A consumer of referrals alone. */
export const probe: { readonly name: string; readonly version: number; readonly topics: readonly Topic[] } = {
  name: 'probe',
  version: 1,
  topics: [topics.referral],
};

const directory = new Directory({
  jurisdictions: { PH: { routine: [21, 22, 23], urgent: [24], access: [25] } },
  agencies: [],
});

/** The app with a journal and a consumer's database of its own, both read as `bus_operator`. */
export class SpecOperations {
  private constructor(
    private readonly journalDatabase: SpecDatabase,
    private readonly viewsDatabase: SpecDatabase,
    /** As the owner. */
    readonly journal: Pool,
    /** As the owner. */
    readonly views: Pool,
    private readonly issuer: SpecIssuer,
    private readonly http: HttpApp,
    private readonly url: string,
  ) {}

  static async start(): Promise<SpecOperations> {
    const journalDatabase = await createSpecDatabase();
    const viewsDatabase = await createSpecDatabase();
    await migrateJournal(journalDatabase.url('bus_owner'));
    const journal = new Pool({ connectionString: journalDatabase.url(), max: 2 });
    const views = new Pool({ connectionString: viewsDatabase.url(), max: 4 });
    // Dropping the databases may cut a connection that is just being closed.
    for (const pool of [journal, views]) pool.on('error', () => undefined);
    for (const statement of bookkeepingSchema({ operator: 'bus_operator' })) await views.query(statement);
    const issuer = await startSpecIssuer();
    const config = {
      journalUrl: journalDatabase.url('bus_operator'),
      consumers: [{ ...probe, databaseUrl: viewsDatabase.url('bus_operator') }],
    };
    const http = await createHttpApp(besideMembers({ directory }, OperationsModule.register(config)), {
      logger: createLogger({ app: 'spec', level: 'silent' }),
      auth: issuer.rules,
      port: 0,
      openApi: { title: 'spec', version: '1' },
    });
    return new SpecOperations(journalDatabase, viewsDatabase, journal, views, issuer, http, await http.listen());
  }

  /** What the write side does: the rows, and where the lane stands after them. */
  async accept(history: LaneHistory): Promise<void> {
    for (const { lane, position, topic, key, fingerprint, bytes } of history.rows) {
      await this.journal.query(
        'INSERT INTO journal (lane, position, topic, key, fingerprint, bytes) VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING',
        [lane, position, ordinalOf(topic), key, fingerprint, bytes],
      );
    }
    await this.journal.query('UPDATE lane SET position = $2, vector = $3 WHERE lane = $1', [
      history.lane,
      history.rows.length,
      [...history.vector],
    ]);
  }

  async call(method: 'GET' | 'POST', path: string, role = 'SCHEME_ADMIN'): Promise<Answer> {
    const headers = { authorization: `Bearer ${await this.issuer.token('XX-SCHEME', role, 'person-7')}` };
    const response = await fetch(this.url + path, { method, headers });
    return { status: response.status, body: (await response.json()) as Record<string, unknown> };
  }

  async metrics(): Promise<string> {
    return (await fetch(`${this.url}/metrics`)).text();
  }

  async close(): Promise<void> {
    await this.http.close();
    await this.issuer.close();
    await Promise.all([this.journal.end(), this.views.end()]);
    await Promise.all([this.journalDatabase.drop(), this.viewsDatabase.drop()]);
  }
}

export interface Answer {
  readonly status: number;
  readonly body: Record<string, unknown>;
}
