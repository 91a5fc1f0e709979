import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { HttpRequest } from '../http/http-types.js';
import { ProblemError } from '../problems/problem-error.js';
import { callerFrom, rememberCaller } from './caller.js';
import { PUBLIC, REQUIRED_ROLES } from './decorators.js';
import { MAX_TOKEN_BYTES, refusal, TokenVerifier } from './token-verifier.js';

/** Stands before every HTTP route that is not `@Public()`: no valid token, no entry. */
@Injectable()
export class AuthGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly tokens: TokenVerifier,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    if (context.getType() !== 'http' || this.#metadata<boolean>(PUBLIC, context)) return true;
    const request = context.switchToHttp().getRequest<HttpRequest>();
    const claims = await this.tokens.verify(bearerToken(request.headers.authorization));
    const caller = callerFrom(claims, request.headers);
    rememberCaller(request, caller);
    const required = this.#metadata<readonly string[]>(REQUIRED_ROLES, context);
    if (required && !required.includes(caller.role)) throw new ProblemError('ROLE_REQUIRED');
    return true;
  }

  #metadata<T>(key: string, context: ExecutionContext): T | undefined {
    return this.reflector.getAllAndOverride<T | undefined>(key, [context.getHandler(), context.getClass()]);
  }
}

function bearerToken(header: string | undefined): string {
  if (header === undefined || header === '') throw refusal('TOKEN_MISSING');
  if (header.length > MAX_TOKEN_BYTES + 'Bearer '.length) throw refusal('TOKEN_INVALID');
  const token = /^Bearer ([A-Za-z0-9_.-]+)$/i.exec(header)?.[1];
  if (token === undefined) throw refusal('TOKEN_INVALID');
  return token;
}
