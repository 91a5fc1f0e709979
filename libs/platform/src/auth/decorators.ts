import { createParamDecorator, type CustomDecorator, type ExecutionContext, SetMetadata } from '@nestjs/common';
import { type Caller, findCaller } from './caller.js';

export const PUBLIC = 'bus:public';
export const REQUIRED_ROLES = 'bus:required-roles';

/** Opens a controller or route to callers without a token. */
export const Public = (): CustomDecorator => SetMetadata(PUBLIC, true);

/** Only callers that act in one of these roles may use the controller or route; others get 403 ROLE_REQUIRED. */
export const RequireRole = (...roles: readonly [string, ...string[]]): CustomDecorator =>
  SetMetadata(REQUIRED_ROLES, roles);

/** Hands the caller to a route's parameter: `@CallerOf() caller: Caller`. Not for public routes. */
export const CallerOf = createParamDecorator((_data: unknown, context: ExecutionContext): Caller => {
  const caller = findCaller(context.switchToHttp().getRequest<object>());
  if (!caller) throw new Error('@CallerOf() on a public route');
  return caller;
});
