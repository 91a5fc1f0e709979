import { type ArgumentsHost, Catch, type ExceptionFilter } from '@nestjs/common';
import type { HttpReply, HttpRequest } from '../http/http-types.js';
import type { Logger } from '../logging/logger.js';
import { answerTo } from './problem.js';

/** Answers every error as problem details; what is not expected is logged with its stack and answered without a word of it. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  readonly #logger: Logger;

  constructor(logger: Logger) {
    this.#logger = logger;
  }

  catch(error: unknown, host: ArgumentsHost): void {
    if (host.getType() !== 'http') throw error;
    const http = host.switchToHttp();
    sendProblem(error, http.getRequest<HttpRequest>(), http.getResponse<HttpReply>(), this.#logger);
  }
}

/** Writes the answer to `error`, unless an answer is already under way. */
export function sendProblem(error: unknown, request: HttpRequest, reply: HttpReply, logger: Logger): void {
  const { problem, headers } = answerTo(error, request.id);
  const { code, status } = problem;
  if (status === 500) logger.error({ err: error, code, correlationId: request.id }, 'request failed');
  else if (status > 500) logger.warn({ err: error, code, correlationId: request.id }, 'request not served');
  if (reply.sent || reply.raw.headersSent) return;
  // as bytes: to a text the server would add a charset, which this type does not have
  const body = Buffer.from(JSON.stringify(problem));
  void reply
    .status(status)
    .headers({ ...headers, 'content-type': 'application/problem+json' })
    .send(body);
}
