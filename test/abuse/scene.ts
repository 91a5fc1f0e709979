import { readFileSync } from 'node:fs';
import { v7 } from 'uuid';
import { groupOf } from '#libs/projections';
import { agencyViews } from '../../apps/agency-views/src/agency-views.projection.js';
import { Deployment } from '../deployment/index.js';
import type { AppName } from '../deployment/index.js';
import { type Asked, type Exchange, Line } from './client/exchange.js';
import { type Known, populate } from './client/population.js';
import { filled, type Route, routesOf } from './client/routes.js';
import { Tokens } from './client/tokens.js';

interface RouteQuestion {
  /** Referral, and whatever else a path names. */
  readonly id?: string;
  readonly query?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** The route's own example unless given. */
  readonly body?: string;
}

/** A deployment with referrals on it that are no business of whoever attacks it. */
export class Scene {
  readonly tokens: Tokens;
  readonly #line = new Line(16);

  private constructor(
    readonly bus: Deployment,
    readonly routes: readonly Route[],
    readonly known: readonly Known[],
  ) {
    this.tokens = new Tokens(bus.folder);
  }

  static async open(): Promise<Scene> {
    // whatever is ever logged is to be seen
    const verbose = { LOG_LEVEL: 'trace' };
    const env = {
      referrals: verbose,
      relay: verbose,
      'agency-views': verbose,
      'audit-trail': verbose,
      operations: verbose,
      delivery: verbose,
    };
    const bus = await Deployment.start({ env, instances: { delivery: 1 } });
    try {
      return new Scene(bus, await routesOf(bus), await populate(bus));
    } catch (error) {
      await bus.stop();
      throw error;
    }
  }

  async close(): Promise<void> {
    this.#line.close();
    await this.bus.stop();
  }

  /** A request as an agency, with its token and a new idempotency key. */
  async ask(
    agency: string,
    route: Route,
    { id = '', query = '', headers = {}, body }: RouteQuestion,
  ): Promise<Exchange> {
    const path = filled(route, {
      id,
      referral: id,
      key: id,
      consumer: groupOf(agencyViews),
      name: 'awaiting-my-decision',
    });
    const carries = !['GET', 'HEAD', 'DELETE'].includes(route.method);
    return this.send(route.app, path + query, {
      method: route.method,
      headers: {
        authorization: `Bearer ${await this.tokens.of(agency)}`,
        'idempotency-key': v7(),
        ...(carries && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(carries && { body: body ?? JSON.stringify(route.body?.example ?? {}) }),
    });
  }

  async get(agency: string, app: AppName, path: string, headers: Record<string, string> = {}): Promise<Exchange> {
    return this.send(app, path, { headers: { authorization: `Bearer ${await this.tokens.of(agency)}`, ...headers } });
  }

  /** A request as it is. */
  send(app: AppName, path: string, asked: Asked = {}): Promise<Exchange> {
    return this.#line.ask(this.bus.apps[app].url + path, asked);
  }

  /** Everything that every process has said. */
  logs(): string {
    return this.bus.all.map(({ logFile }) => readFileSync(logFile, 'utf8')).join('');
  }

  /** What every process tells Prometheus. */
  async metrics(): Promise<string> {
    return (await Promise.all(this.bus.all.map(async ({ url }) => (await fetch(`${url}/metrics`)).text()))).join('\n');
  }
}
