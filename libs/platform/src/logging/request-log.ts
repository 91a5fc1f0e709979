import { findCaller } from '../auth/caller.js';
import type { HttpInstance, HttpReply, HttpRequest } from '../http/http-types.js';
import type { Metrics } from '../metrics.js';
import type { Logger } from './logger.js';

const PROBES: ReadonlySet<string> = new Set(['/livez', '/readyz', '/metrics']);

/** Stands for an answer that nobody waited for. */
const ABORTED = 499;

/** One line and one observation per request: the route's pattern, never the address, which holds ids and filters. */
export function recordRequests(instance: HttpInstance, logger: Logger, metrics: Metrics): void {
  const begun = new WeakMap<HttpRequest, number>();
  const record = (request: HttpRequest, status: number): void => {
    const since = begun.get(request);
    if (since === undefined) return;
    begun.delete(request); // an aborted request may be reported as answered too
    const ms = performance.now() - since;
    const route = request.is404 ? 'unknown' : (request.routeOptions.url ?? 'unknown');
    metrics.observeHttp({ method: request.method, route, status, seconds: ms / 1000 });
    const level = PROBES.has(route) ? 'debug' : 'info';
    if (logger.isLevelEnabled(level)) logger[level](lineOf(request, { route, status, ms }), 'request');
  };
  instance.addHook('onRequest', (request: HttpRequest, _reply, done) => {
    begun.set(request, performance.now());
    done();
  });
  instance.addHook('onResponse', (request: HttpRequest, reply: HttpReply, done) => {
    record(request, reply.statusCode);
    done();
  });
  instance.addHook('onRequestAbort', async (request: HttpRequest) => record(request, ABORTED));
}

function lineOf(request: HttpRequest, { route, status, ms }: { route: string; status: number; ms: number }): object {
  const { method, id: correlationId } = request;
  const caller = findCaller(request);
  return {
    method,
    route,
    status,
    ms: Math.round(ms * 10) / 10,
    agency: caller?.agency,
    client: caller?.client,
    correlationId,
  };
}
