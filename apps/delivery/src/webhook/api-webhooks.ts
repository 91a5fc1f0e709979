import { type CommandDocs, DescribeCommand, type Refusals } from '#libs/accepting';
import { applyDecorators, HttpCode, Patch, Post } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiOperation, ApiParam, ApiResponse } from '@nestjs/swagger';
import type { z } from 'zod';
import { webhookExample } from './views.js';

const problem = { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } };

const path = [{ name: 'id', description: 'Id of the webhook.', example: webhookExample.id }];

const ofCases: Refusals = { 403: ['ROLE_HAS_NO_CASE_ACCESS'] };
const ofOne: Refusals = { ...ofCases, 404: ['NOT_FOUND'] };

type Docs = Pick<CommandDocs, 'summary' | 'description' | 'body'> & {
  readonly answer: { readonly schema: z.ZodType; readonly example: object };
  readonly refusals?: Refusals;
  /** Under an idempotency key. */
  readonly keyed?: boolean;
};

/** The route by which webhooks are registered. */
export const RegisterRoute = ({ answer, refusals = {}, ...docs }: Docs): MethodDecorator =>
  applyDecorators(
    Post(),
    HttpCode(201),
    DescribeCommand({
      ...docs,
      path: [],
      exampleKey: 'example-webhook-0001',
      answer: { ...answer, status: 201, headers: [] },
      refusals: { ...ofCases, ...refusals, ...KEYED },
    }),
  );

/** A route by which something is said to one. */
export const SayRoute = (word: string, { answer, refusals = {}, keyed = false, ...docs }: Docs): MethodDecorator =>
  applyDecorators(
    Post(`:id/${word}`),
    HttpCode(200),
    DescribeCommand({
      ...docs,
      path,
      exampleKey: keyed ? `example-webhook-${word}-0001` : null,
      answer: { ...answer, status: 200, headers: [] },
      refusals: { ...ofOne, ...refusals, ...(keyed && KEYED) },
    }),
  );

/** The route by which the settings of one are changed. */
export const ChangeRoute = ({ answer, refusals = {}, ...docs }: Docs): MethodDecorator =>
  applyDecorators(
    Patch(':id'),
    HttpCode(200),
    ApiHeader({
      name: 'If-Match',
      required: false,
      description: '`ETag` of the webhook as it was read: it is changed only where its settings are still those.',
    }),
    DescribeCommand({
      ...docs,
      path,
      exampleKey: 'example-webhook-change-0001',
      answer: { ...answer, status: 200, headers: [] },
      refusals: { ...ofOne, ...refusals, 412: ['WEBHOOK_CHANGED'], ...KEYED },
    }),
  );

const KEYED: Refusals = {
  400: ['IDEMPOTENCY_KEY_REQUIRED'],
  422: ['IDEMPOTENCY_KEY_MALFORMED', 'IDEMPOTENCY_KEY_REUSED', 'WEBHOOK_ADDRESS_REFUSED', 'WEBHOOK_CURSOR_INVALID'],
};

/** What the description of a read says. */
export function ApiWebhookRead(
  summary: string,
  { schema, example, one = false }: { readonly schema: z.ZodType; readonly example?: object; readonly one?: boolean },
): MethodDecorator {
  return applyDecorators(
    ApiOperation({ summary }),
    ...(one ? path.map((part) => ApiParam(part)) : []),
    ApiOkResponse({ standardSchema: schema, description: 'As it is now.', ...(example && { example }) }),
    ...Object.entries({
      401: 'TOKEN_MISSING, TOKEN_INVALID, TOKEN_EXPIRED',
      403: 'ROLE_HAS_NO_CASE_ACCESS, ROLE_NOT_HELD',
      ...(one && { 404: 'NOT_FOUND: unknown, or not yours' }),
    }).map(([status, description]) => ApiResponse({ status: Number(status), description, content: problem })),
  );
}
