import { Unavailable } from '../problems/problem-error.js';
import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { catchError, type Observable, throwError } from 'rxjs';

const RETRY_SECONDS = 2;

/** SQLSTATE classes of a database that is away, full, stopping or too slow; and the network's own codes. */
const AWAY = /^(08|53|57|58)[0-9A-Z]{3}$|^E(CONNREFUSED|CONNRESET|PIPE|TIMEDOUT|NOTFOUND|HOSTUNREACH)$/;

/** The driver gives these no code. */
const LOST =
  /^(Connection terminated|timeout expired|timeout exceeded when trying to connect|Client has encountered a connection error)/;

/** A read that the database could not serve is answered with 503: asking again later may help, and nothing was changed. */
@Injectable()
export class DatabaseAway implements NestInterceptor {
  intercept(_context: ExecutionContext, next: CallHandler): Observable<unknown> {
    return next
      .handle()
      .pipe(
        catchError((error: unknown) =>
          throwError(() => (isAway(error) ? new Unavailable('UNAVAILABLE', RETRY_SECONDS, error) : error)),
        ),
      );
  }
}

function isAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return ('code' in error && AWAY.test(String(error.code))) || LOST.test(error.message);
}
