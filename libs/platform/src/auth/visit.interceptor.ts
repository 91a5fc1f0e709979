import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { finalize, type Observable } from 'rxjs';
import type { HttpRequest } from '../http/http-types.js';
import { Doorkeeper } from './doorkeeper.js';

/** A visit lasts at least as long as the work on its request. */
@Injectable()
export class VisitInterceptor implements NestInterceptor {
  constructor(private readonly keeper: Doorkeeper) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const visit =
      context.getType() === 'http'
        ? this.keeper.findVisit(context.switchToHttp().getRequest<HttpRequest>())
        : undefined;
    return visit ? next.handle().pipe(finalize(visit.hold())) : next.handle();
  }
}
