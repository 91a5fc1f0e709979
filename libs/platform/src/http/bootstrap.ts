import { type DynamicModule, Module, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Health } from '../health.js';
import { carriesBody, Doorkeeper } from '../auth/doorkeeper.js';
import { findVisit } from '../auth/visit.js';
import type { TokenRules } from '../auth/token-verifier.js';
import type { Logger } from '../logging/logger.js';
import { NestLogger } from '../logging/nest-logger.js';
import { recordRequests } from '../logging/request-log.js';
import { Metrics } from '../metrics.js';
import { PlatformModule } from '../platform.module.js';
import { ProblemError, Unavailable } from '../problems/problem-error.js';
import { ProblemFilter } from '../problems/problem.filter.js';
import { boundsFor, boundsOf } from './body-limit.js';
import { type DoorBounds, defaultDoorBounds } from './door-bounds.js';
import { ContentPipe } from './content.pipe.js';
import type { HttpInstance, HttpReply, HttpRequest } from './http-types.js';
import { parseJsonBody } from './json-body.js';
import { mountOpenApi, type OpenApiInfo } from './open-api.js';
import { secureHeaders } from './secure-headers.js';
import { defaultTimes, type HttpTimes, serverOptions } from './server-options.js';

export interface HttpAppOptions {
  readonly logger: Logger;
  readonly auth: TokenRules;
  /** 0 lets the system choose. */
  readonly port: number;
  /** Loopback unless told otherwise. */
  readonly host?: string;
  /** Serves `/openapi.json` and `/docs` if given. */
  readonly openApi?: OpenApiInfo;
  readonly times?: Partial<HttpTimes>;
  readonly bounds?: DoorBounds;
  /** Given by a process that has them already. */
  readonly metrics?: Metrics;
  readonly health?: Health;
  /** How long open requests may still take when the app closes, in milliseconds. */
  readonly closeBoundMs?: number;
  /** Runs before the routes are made: connect a transport, add hooks. */
  readonly prepare?: (app: NestFastifyApplication) => Promise<void> | void;
}

export interface HttpApp {
  readonly app: NestFastifyApplication;
  readonly metrics: Metrics;
  readonly health: Health;
  /** Opens the door; resolves with the base URL. */
  readonly listen: () => Promise<string>;
  /** Answers new requests with 503, lets open ones end within the bound, then closes every connection. */
  readonly close: () => Promise<void>;
}

@Module({})
class HttpRoot {}

/** An HTTP app, initialised (`app.inject` works) and not yet listening: guard, problem details, validation, logs, metrics and probes in place. */
export async function createHttpApp(module: Type<unknown> | DynamicModule, options: HttpAppOptions): Promise<HttpApp> {
  const { logger, auth, metrics = new Metrics(), health = new Health(), bounds = defaultDoorBounds } = options;
  const platform = PlatformModule.with({ logger, auth, metrics, health, bounds });
  const root = { module: HttpRoot, imports: [platform, module] };
  const adapter = new FastifyAdapter(serverOptions(logger, { ...defaultTimes, ...options.times }));
  const app = await NestFactory.create<NestFastifyApplication>(root, adapter, {
    bodyParser: false,
    logger: new NestLogger(logger),
    abortOnError: false,
  });
  const instance: HttpInstance = app.getHttpAdapter().getInstance();
  const closing = { now: false };
  recordRequests(instance, logger, metrics);
  greetRequests(instance, closing);
  admitBodies(instance, app.get(Doorkeeper));
  takeOnlyJson(instance);
  boundConnections(app, bounds.connections, metrics);
  app.useGlobalFilters(new ProblemFilter(logger));
  app.useGlobalPipes(new ContentPipe());
  await options.prepare?.(app);
  if (options.openApi) mountOpenApi(app, options.openApi);
  await app.init();
  await instance.ready();
  return { app, metrics, health, listen: () => listen(app, options), close: () => close(app, closing, options) };
}

function greetRequests(instance: HttpInstance, closing: { readonly now: boolean }): void {
  instance.addHook('onRequest', (request: HttpRequest, reply: HttpReply, done) => {
    secureHeaders(request, reply);
    if (!closing.now) return done();
    void reply.header('Connection', 'close');
    done(new Unavailable('SHUTTING_DOWN'));
  });
}

/** Nothing is read for a route that does not exist, nor for who is not let in; the guard asks again and gets the same answer. */
function admitBodies(instance: HttpInstance, keeper: Doorkeeper): void {
  instance.addHook('onRequest', async (request: HttpRequest, reply: HttpReply) => {
    if (!carriesBody(request)) return;
    if (request.is404) throw new ProblemError('NOT_FOUND');
    await keeper.admit(request, reply);
  });
  // Whatever became of the work, its answer comes by here, also when nobody is left to take it.
  instance.addHook('onSend', (request: HttpRequest, _reply, _payload, done) => {
    findVisit(request)?.done();
    done();
  });
}

/** What is more than the bound is cut off at once: each connection costs memory and a descriptor, idle or not. */
function boundConnections(app: NestFastifyApplication, most: number, metrics: Metrics): void {
  const dropped = metrics.counter({
    name: 'bus_http_connections_dropped_total',
    help: 'Connections that were cut off because there were too many.',
  });
  const server = app.getHttpServer();
  server.maxConnections = most;
  server.on('drop', () => dropped.inc());
}

/** Bodies are JSON within the route's bounds; there is no parser for anything else. */
function takeOnlyJson(instance: HttpInstance): void {
  instance.addHook('onRoute', (route) => {
    route.bodyLimit = boundsOf(route.config)?.bytes ?? route.bodyLimit;
  });
  instance.removeAllContentTypeParsers();
  instance.addContentTypeParser(
    'application/json',
    { parseAs: 'buffer' },
    async (request: HttpRequest, body: Buffer) => {
      if ((request.headers['content-encoding'] ?? 'identity') !== 'identity')
        throw new ProblemError('UNSUPPORTED_MEDIA_TYPE');
      return parseJsonBody(body, boundsFor(request).values);
    },
  );
}

/**
 * As many connections may wait to be taken as the door holds (the system's `somaxconn` bounds it too). Node's 511 overflow in a
 * burst of new ones, and whoever comes then, an urgent one too, is heard when the sender's system tries again: after 1, 3, 7 s.
 */
async function listen(app: NestFastifyApplication, options: HttpAppOptions): Promise<string> {
  const { port, host = '127.0.0.1', bounds = defaultDoorBounds } = options;
  await app.listen({ port, host, backlog: bounds.connections });
  return app.getUrl();
}

async function close(app: NestFastifyApplication, closing: { now: boolean }, options: HttpAppOptions): Promise<void> {
  closing.now = true;
  const server = app.getHttpServer();
  const cut = setTimeout(() => {
    options.logger.warn({ part: 'http' }, 'open requests were cut off');
    server.closeAllConnections();
  }, options.closeBoundMs ?? 10_000);
  try {
    await app.close();
  } finally {
    clearTimeout(cut);
  }
}
