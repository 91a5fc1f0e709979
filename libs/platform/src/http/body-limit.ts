import { RouteConfig } from '@nestjs/platform-fastify';
import type { HttpRequest } from './http-types.js';

const MEBIBYTE = 1024 * 1024;

/** The most that any route may allow, in bytes. */
export const MAX_BODY_BYTES = 8 * MEBIBYTE;

export interface BodyBounds {
  /** Most bytes of the body. */
  readonly bytes: number;
  /** Most values (members, elements, scalars) in it. */
  readonly values: number;
}

export const defaultBodyBounds: BodyBounds = { bytes: MEBIBYTE, values: 20_000 };

/** Lets one route take larger bodies than the others: `@BodyLimit({ bytes: 8 * 1024 * 1024, values: 200_000 })`. */
export function BodyLimit(bounds: BodyBounds): MethodDecorator {
  if (bounds.bytes > MAX_BODY_BYTES) throw new RangeError(`no route takes more than ${MAX_BODY_BYTES} bytes`);
  return RouteConfig({ bodyBounds: bounds });
}

/** The bounds that a route's configuration sets, if it does. */
export function boundsOf(config: unknown): BodyBounds | undefined {
  return (config as { bodyBounds?: BodyBounds } | undefined)?.bodyBounds;
}

export const boundsFor = (request: HttpRequest): BodyBounds =>
  boundsOf(request.routeOptions.config) ?? defaultBodyBounds;
