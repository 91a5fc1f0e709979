import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import type { FastifyAdapter } from '@nestjs/platform-fastify';
import type { Logger } from '../logging/logger.js';
import { answerTo } from '../problems/problem.js';
import { sendProblem } from '../problems/problem.filter.js';
import { defaultBodyBounds } from './body-limit.js';
import type { HttpReply, HttpRequest } from './http-types.js';
import { secureHeaders } from './secure-headers.js';

type ServerOptions = Exclude<NonNullable<ConstructorParameters<typeof FastifyAdapter>[0]>, { server: unknown }>;

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Bounds against slow senders, in milliseconds. */
export interface HttpTimes {
  /** From the first byte of a request to its last. */
  readonly requestMs: number;
  /** Of a connection on which nothing moves; longer than any long poll. */
  readonly idleMs: number;
  /** Between two requests of one connection. */
  readonly keepAliveMs: number;
}

export const defaultTimes: HttpTimes = { requestMs: 15_000, idleMs: 75_000, keepAliveMs: 20_000 };

/** How the HTTP server is set up: bounded in bytes and time, believing no proxy header. */
export function serverOptions(logger: Logger, { requestMs, idleMs, keepAliveMs }: HttpTimes): ServerOptions {
  return {
    bodyLimit: defaultBodyBounds.bytes,
    requestTimeout: requestMs,
    connectionTimeout: idleMs,
    keepAliveTimeout: keepAliveMs,
    // Node ends late requests only where its bound for the headers (60 s by itself) is not above the one for the request
    http: {
      requestTimeout: requestMs,
      headersTimeout: requestMs,
      connectionsCheckingInterval: Math.min(1_000, requestMs),
    },
    routerOptions: { maxParamLength: 200 },
    trustProxy: false,
    requestIdHeader: false,
    genReqId: (request: { readonly headers: IncomingMessage['headers'] }) =>
      correlationId(request.headers['bus-correlation-id']),
    logger: false,
    // our own hook answers while the process ends, as problem details
    return503OnClosing: false,
    clientErrorHandler: (error: Error, socket: Socket) => answerBrokenRequest(error, socket),
    frameworkErrors: (error: Error, request: unknown, reply: unknown) => {
      secureHeaders(request as HttpRequest, reply as HttpReply);
      sendProblem(error, request as HttpRequest, reply as HttpReply, logger);
    },
  };
}

/** The sender's correlation id if it is a UUID, or else a new one. */
function correlationId(header: string | string[] | undefined): string {
  return typeof header === 'string' && UUID.test(header) ? header.toLowerCase() : randomUUID();
}

// The parser gave up: there is no request and no reply, only a socket.
function answerBrokenRequest(error: Error, socket: Socket): void {
  if (!socket.writable) {
    socket.destroy();
    return;
  }
  const { problem } = answerTo(asClientError(error), randomUUID());
  const body = JSON.stringify(problem);
  const head = [
    `HTTP/1.1 ${problem.status} ${problem.title}`,
    'Content-Type: application/problem+json',
    'Cache-Control: no-store',
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Connection: close',
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
  // whoever does not take the answer does not keep the connection
  socket.setTimeout(1_000, () => socket.destroy()).resume();
}

const asClientError = (error: Error): Error => {
  const code = 'code' in error ? error.code : undefined;
  const known = code === 'HPE_HEADER_OVERFLOW' || code === 'ERR_HTTP_REQUEST_TIMEOUT';
  return known ? error : Object.assign(new Error(), { code: 'FST_ERR_BAD_URL' });
};
