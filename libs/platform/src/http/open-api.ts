import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { problemCatalogue } from '../problems/problem-catalogue.js';
import { mountDocsPage } from './docs-page.js';
import type { HttpReply, HttpRequest } from './http-types.js';

export interface OpenApiInfo {
  readonly title: string;
  readonly version: string;
  readonly description?: string;
}

const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const;

/** Serves the API's description at `/openapi.json` and its page at `/docs`. Call before the app is initialised. */
export function mountOpenApi(app: NestFastifyApplication, info: OpenApiInfo): void {
  let bytes: Buffer | undefined;
  app.getHttpAdapter().get('/openapi.json', (_request: HttpRequest, reply: HttpReply) => {
    bytes ??= Buffer.from(JSON.stringify(describeApi(app, info)));
    void reply.type('application/json; charset=utf-8').send(bytes);
  });
  mountDocsPage(app, info.title);
}

/** The OpenAPI document of an app: bearer tokens everywhere, and problem details as the answer to whatever fails. */
export function describeApi(
  app: NestFastifyApplication,
  { title, version, description = '' }: OpenApiInfo,
): OpenAPIObject {
  const config = new DocumentBuilder()
    .setTitle(title)
    .setVersion(version)
    .setDescription(description)
    .addBearerAuth({ type: 'http', scheme: 'bearer', bearerFormat: 'JWT' })
    .addSecurityRequirements('bearer')
    .build();
  const document = SwaggerModule.createDocument(app, config);
  const components = (document.components ??= {});
  components.schemas = { ...components.schemas, Problem: problemSchema };
  components.responses = { ...components.responses, Problem: problemResponse };
  for (const path of Object.values(document.paths)) {
    for (const method of METHODS) {
      const responses = path[method]?.responses;
      if (responses) responses.default ??= { $ref: '#/components/responses/Problem' };
    }
  }
  return document;
}

const problemResponse = {
  description: 'Anything that is not a success. `code` says what; every code is explained at /problems.',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
};

const problemSchema = {
  type: 'object',
  required: ['type', 'title', 'status', 'code', 'instance'],
  properties: {
    type: { type: 'string', example: '/problems/NOT_FOUND' },
    title: { type: 'string', example: 'Not found' },
    status: { type: 'integer', example: 404 },
    code: { type: 'string', example: 'NOT_FOUND', description: codeList() },
    detail: { type: 'string' },
    instance: { type: 'string', example: 'urn:uuid:0198c0de-0000-7000-8000-000000000000' },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        required: ['path', 'rule'],
        properties: { path: { type: 'string', example: '/to/agency' }, rule: { type: 'string', example: 'REQUIRED' } },
      },
    },
    details: { type: 'object', additionalProperties: true, description: 'Codes and ids that belong to the refusal.' },
  },
};

function codeList(): string {
  return Object.entries(problemCatalogue)
    .map(([code, { status, meaning }]) => `- \`${code}\` (${status}): ${meaning}`)
    .join('\n');
}
