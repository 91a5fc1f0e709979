import { applyDecorators } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiResponse } from '@nestjs/swagger';
import type { z } from 'zod';
import { TRAIL_PURPOSES } from './audit-door.js';

/** What the description of a query of the trail says of its headers and answers. `refusals`: codes by status, beside those of every query. */
export function ApiAudit(
  schema: z.ZodType,
  description: string,
  refusals: Readonly<Record<number, string>> = {},
): MethodDecorator {
  const all = { ...ALWAYS, ...refusals };
  return applyDecorators(
    ApiHeader({
      name: 'Bus-Purpose',
      required: true,
      description: 'What the trail is read for (vocabulary 4.6, 4.7 R4.12).',
      schema: { type: 'string', enum: [...TRAIL_PURPOSES], example: 'AUDIT' },
    }),
    ApiHeader({
      name: 'Bus-Role',
      required: false,
      description: 'The role acted in; by default the first of the token.',
    }),
    ApiOkResponse({ standardSchema: schema, description }),
    ...Object.entries(all).map(([status, codes]) =>
      ApiResponse({ status: Number(status), description: codes, content: problem }),
    ),
  );
}

const ALWAYS = {
  401: 'TOKEN_MISSING, TOKEN_INVALID, TOKEN_EXPIRED',
  403: 'ROLE_MAY_NOT_AUDIT, ROLE_NOT_HELD',
  429: 'RATE_LIMITED: more of this agency is open, or waits for a position, than its share',
  422: 'PURPOSE_REQUIRED, PURPOSE_UNKNOWN, PURPOSE_NOT_ALLOWED',
} as const;

const problem = { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } };
