import { applyDecorators } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiResponse } from '@nestjs/swagger';
import type { z } from 'zod';

/** What the description of a read of membership says of its answers. `refusals`: codes by status, beside those of every read. */
export function ApiMembership(
  schema: z.ZodType,
  description: string,
  refusals: Readonly<Record<number, string>> = {},
): MethodDecorator {
  return applyDecorators(
    ApiHeader({
      name: 'Bus-Min-Position',
      required: false,
      description: '`Bus-Position` of an earlier answer: what it did is shown, or 425 answered.',
    }),
    ApiOkResponse({ standardSchema: schema, description }),
    ...Object.entries({ ...ALWAYS, ...refusals }).map(([status, codes]) =>
      ApiResponse({ status: Number(status), description: codes, content: problem }),
    ),
  );
}

const ALWAYS = {
  400: 'BUS_POSITION_INVALID',
  401: 'TOKEN_MISSING, TOKEN_INVALID, TOKEN_EXPIRED',
  403: 'AGENCY_UNKNOWN, AGENCY_SUSPENDED, AGENCY_LEFT, CLIENT_REVOKED, ROLE_NOT_HELD, ROLE_NOT_OF_AGENCY, ROLE_REQUIRED',
  425: 'VIEW_BEHIND: not at Bus-Min-Position yet, ask again after Retry-After',
  429: 'RATE_LIMITED: more of this agency is open, or waits for a position, than its share',
  503: 'MEMBERSHIP_UNKNOWN',
} as const;

const problem = { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } };
