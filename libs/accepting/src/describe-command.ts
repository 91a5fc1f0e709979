import { applyDecorators } from '@nestjs/common';
import { ApiBody, ApiHeader, ApiOperation, ApiParam, ApiResponse } from '@nestjs/swagger';
import { z } from 'zod';
import { IDEMPOTENCY_KEY } from './idempotency-key.js';
import { commonRefusals, type Refusals, together } from './refusals.js';

type OpenApiSchema = Extract<Parameters<typeof ApiBody>[0], { schema: unknown }>['schema'];

/** An operation that takes commands, in the words of the API's description. */
export interface CommandDocs {
  readonly summary: string;
  readonly description: string;
  /** What the path names, part by part. */
  readonly path: readonly { readonly name: string; readonly description: string; readonly example: string }[];
  /** An idempotency key to show; null where each item of the body has its own. */
  readonly exampleKey: string | null;
  /** Null for a command without content. The example works when sent as it is. */
  readonly body: { readonly schema: z.ZodType; readonly example: object } | null;
  readonly answer: {
    readonly status: 200 | 201 | 202;
    readonly schema: z.ZodType;
    readonly example: object;
    readonly headers: readonly string[];
  };
  readonly refusals: Refusals;
}

/** Describes an operation that takes commands. */
export function DescribeCommand(docs: CommandDocs): MethodDecorator {
  const { summary, description, path, exampleKey, body, answer, refusals } = docs;
  return applyDecorators(
    ApiOperation({ summary, description }),
    ...path.map((part) => ApiParam(part)),
    ...(exampleKey === null ? [] : [keyHeader(exampleKey)]),
    ...capacityHeaders,
    ...(body ? [ApiBody({ schema: openApi(body.schema), examples: { example: { value: body.example } } })] : []),
    ApiResponse({
      status: answer.status,
      description: 'Accepted, now or by an earlier use of the same key: the same bytes each time.',
      headers: Object.fromEntries(answer.headers.map((name) => [name, { schema: { type: 'string' } }])),
      content: { 'application/json': { schema: openApi(answer.schema), example: answer.example } },
    }),
    ...refusalResponses(together(commonRefusals, refusals)),
  );
}

const keyHeader = (example: string): MethodDecorator =>
  ApiHeader({
    name: 'Idempotency-Key',
    required: true,
    description:
      'Makes the command count once for this agency: after a 5xx, or no answer, repeat it with the same key. ' +
      'A new UUIDv7 is best.',
    schema: { type: 'string', pattern: IDEMPOTENCY_KEY.source },
    example,
  });

const capacityHeaders: MethodDecorator[] = [
  ApiHeader({
    name: 'Bus-Role',
    required: false,
    description: 'The role acted in, one of those of the token; its first one by itself.',
  }),
  ApiHeader({
    name: 'Bus-Person',
    required: false,
    description: 'Opaque reference of the person who acts, for whom the agency answers.',
    example: 'officer-7',
  }),
];

/** A schema as senders see it. */
function openApi(schema: z.ZodType): OpenApiSchema {
  const { $schema: _, ...plain } = z.toJSONSchema(schema, { io: 'input', target: 'openapi-3.0' });
  return plain as OpenApiSchema;
}

const refusalResponses = (refusals: Refusals): MethodDecorator[] =>
  Object.entries(refusals).map(([status, codes]) =>
    ApiResponse({
      status: Number(status),
      description: codes.map((code) => `\`${code}\``).join(', '),
      content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
    }),
  );
