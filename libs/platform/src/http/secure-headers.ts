import type { HttpReply, HttpRequest } from './http-types.js';

const HEADERS = {
  'X-Content-Type-Options': 'nosniff',
  'Cache-Control': 'no-store',
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
  'Referrer-Policy': 'no-referrer',
};

/** Headers of every answer; a route that must differ sets its own later. */
export function secureHeaders(request: HttpRequest, reply: HttpReply): void {
  void reply.headers(HEADERS).header('Bus-Correlation-Id', request.id);
}
