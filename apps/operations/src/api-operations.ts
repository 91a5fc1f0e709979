import { applyDecorators } from '@nestjs/common';
import { ApiHeader, ApiResponse } from '@nestjs/swagger';
import type { z } from 'zod';

interface Success {
  readonly status: 200 | 202;
  readonly schema: z.ZodType;
  readonly description: string;
}

/** What the description of an operator's route says of its answers. `refusals`: codes by status, beside those of every route. */
export function ApiOperations(
  { status, schema, description }: Success,
  refusals: Readonly<Record<number, string>> = {},
): MethodDecorator {
  const all = { 401: 'TOKEN_MISSING, TOKEN_INVALID, TOKEN_EXPIRED', 403: 'ROLE_REQUIRED, ROLE_NOT_HELD', ...refusals };
  return applyDecorators(
    ApiHeader({
      name: 'Bus-Role',
      required: false,
      description: 'The role acted in; by default the first of the token. Must be SCHEME_ADMIN.',
    }),
    ApiResponse({ status, description, standardSchema: schema }),
    ...Object.entries(all).map(([code, codes]) =>
      ApiResponse({ status: Number(code), description: codes, content: problem }),
    ),
  );
}

const problem = { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } };
