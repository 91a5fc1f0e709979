import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { HttpReply, HttpRequest } from '../http/http-types.js';
import { ProblemError } from '../problems/problem-error.js';
import { callerFrom, rememberCaller } from './caller.js';
import { PUBLIC, REQUIRED_ROLES } from './decorators.js';
import { Doorkeeper } from './doorkeeper.js';
import { findVisit } from './visit.js';

/** Stands before every HTTP route that is not `@Public()`: no valid token, no entry. */
@Injectable()
export class AuthGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly keeper: Doorkeeper,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    if (context.getType() !== 'http' || this.#metadata<boolean>(PUBLIC, context)) return true;
    const http = context.switchToHttp();
    const request = http.getRequest<HttpRequest>();
    const caller = callerFrom(await this.keeper.admit(request, http.getResponse<HttpReply>()), request.headers);
    this.keeper.assertRole(caller);
    rememberCaller(request, caller);
    findVisit(request)?.begin();
    const required = this.#metadata<readonly string[]>(REQUIRED_ROLES, context);
    if (required && !required.includes(caller.role)) throw new ProblemError('ROLE_REQUIRED');
    return true;
  }

  #metadata<T>(key: string, context: ExecutionContext): T | undefined {
    return this.reflector.getAllAndOverride<T | undefined>(key, [context.getHandler(), context.getClass()]);
  }
}
