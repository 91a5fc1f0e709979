import { applyDecorators } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiResponse } from '@nestjs/swagger';
import type { z } from 'zod';

const problems = {
  400: 'QUERY_INVALID, CURSOR_INVALID, BUS_POSITION_INVALID, HEADER_INVALID',
  401: 'TOKEN_MISSING, TOKEN_INVALID, TOKEN_EXPIRED',
  403: 'ROLE_HAS_NO_CASE_ACCESS, ROLE_NOT_HELD',
  404: 'REFERRAL_NOT_FOUND: unknown, malformed or not yours',
  425: 'VIEW_BEHIND: not at Bus-Min-Position yet, ask again after Retry-After',
  429: 'RATE_LIMITED: more of this agency is open, or waits for a position, than its share',
  503: 'VIEW_PARKED: an event of this referral waits for repair',
} as const;

/** What the description of a read says of its answers. */
export function ApiRead(
  schema: z.ZodType,
  description: string,
  ...without: (keyof typeof problems)[]
): MethodDecorator {
  const refusals = Object.entries(problems).filter(([status]) => !without.map(String).includes(status));
  return applyDecorators(
    ApiHeader({
      name: 'Bus-Min-Position',
      required: false,
      description: '`Bus-Position` of an earlier answer: show a view that is at least that far, or answer 425.',
    }),
    ApiHeader({ name: 'If-None-Match', required: false, description: '`ETag` of an earlier answer.' }),
    ApiHeader({
      name: 'Bus-Role',
      required: false,
      description: 'The role acted in; by default the first of the token.',
    }),
    ApiOkResponse({ standardSchema: schema, description, headers: responseHeaders }),
    ApiResponse({ status: 304, description: 'The caller holds this answer already.' }),
    ...refusals.map(([status, codes]) => ApiResponse({ status: Number(status), description: codes, content: problem })),
  );
}

const problem = { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } };

const responseHeaders = {
  ETag: { description: 'Strong: equal tags, equal bytes.', schema: { type: 'string' as const } },
  'Bus-Position': {
    description: 'How far the view is in the lane shown or asked for.',
    schema: { type: 'string' as const },
  },
};
