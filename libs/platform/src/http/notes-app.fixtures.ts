import { DomainError, TransientError } from '#libs/kernel';
import { Body, Controller, Get, HttpCode, Module, Param, Post, Query } from '@nestjs/common';
import { z } from 'zod';
import type { Caller } from '../auth/caller.js';
import { CallerOf, Public, RequireRole } from '../auth/decorators.js';
import type { Health } from '../health.js';
import { TooEarly, TooManyRequests, Unavailable } from '../problems/problem-error.js';
import { BodyLimit } from './body-limit.js';
import { createHttpApp, type HttpApp } from './bootstrap.js';
import { type KeptLog, keptLog, specIssuer, type SpecIssuer } from './http-app.fixtures.js';

/** A text that must never be seen where it was not asked for. */
export const CANARY = 'canary-5b1f';

const noteSchema = z.strictObject({
  title: z.string().max(20),
  priority: z.enum(['P1', 'P2']).optional(),
  tags: z
    .array(z.strictObject({ code: z.string().regex(/^[A-Z]+$/) }))
    .max(3)
    .optional(),
});
const querySchema = z.strictObject({ limit: z.coerce.number().int().max(100).optional() });
const paramSchema = z.string().regex(/^[a-z]+$/);

const failures: Record<string, () => never> = {
  domain: () => {
    throw new DomainError('NOTE_NOT_OPEN', { status: 'Closed' });
  },
  repeated: () => {
    throw Object.assign(new DomainError('NOTE_NOT_OPEN'), { occurrence: '0198c0de-0000-7000-8000-00000000000b' });
  },
  foreign: () => {
    throw new DomainError('NOT_FOUND', {}, 404);
  },
  away: () => {
    throw new Unavailable('JOURNAL_UNAVAILABLE', 3);
  },
  stopped: () => {
    throw new TransientError('LANE_STOPPED', 503, 1.2);
  },
  busy: () => {
    throw new TooManyRequests(0.2);
  },
  early: () => {
    throw new TooEarly(2);
  },
  broken: () => {
    throw new Error(`inner text ${CANARY}`, { cause: new Error(CANARY) });
  },
  odd: () => {
    throw CANARY;
  },
};

@Controller('notes')
class NotesController {
  @Post()
  create(@Body({ schema: noteSchema }) note: z.output<typeof noteSchema>): { title: string } {
    return { title: note.title };
  }

  @Post('batch')
  @HttpCode(200)
  @BodyLimit({ bytes: 4 * 1024 * 1024, values: 100_000 })
  batch(@Body() body: unknown): { size: number } {
    return { size: Array.isArray(body) ? body.length : 0 };
  }

  @Post(':id/close')
  @HttpCode(200)
  close(@Param('id', { schema: paramSchema }) id: string, @Body() body: unknown): object {
    return { id, body: body ?? null };
  }

  @Get()
  list(@Query({ schema: querySchema }) query: z.output<typeof querySchema>): object {
    return query;
  }

  @Get('me')
  me(@CallerOf() caller: Caller): Caller {
    return caller;
  }

  @RequireRole('SCHEME_ADMIN')
  @Get('admin')
  admin(): string {
    return 'in';
  }

  @Public()
  @Get('fail/:how')
  fail(@Param('how') how: string): string {
    return failures[how]?.() ?? 'fine';
  }
}

@Module({ controllers: [NotesController] })
export class NotesModule {}

type Inject = HttpApp['app']['inject'];
export type Answer = Awaited<ReturnType<Inject>>;

/** A small app with every kind of route, its issuer and its log. */
export interface NotesApp {
  readonly issuer: SpecIssuer;
  readonly log: KeptLog;
  readonly health: Health;
  /** An authorization header that is accepted. */
  readonly bearer: string;
  inject(request: Parameters<Inject>[0]): Promise<Answer>;
  get(url: string, headers?: Record<string, string>): Promise<Answer>;
  post(payload: string | Buffer, headers?: Record<string, string>, url?: string): Promise<Answer>;
  close(): Promise<void>;
}

export async function startNotes(): Promise<NotesApp> {
  const log = keptLog();
  const issuer = await specIssuer();
  const bearer = `Bearer ${await issuer.token()}`;
  const openApi = { title: 'Notes', version: '1' };
  const http = await createHttpApp(NotesModule, { logger: log.logger, auth: issuer.rules, port: 0, openApi });
  const inject = (request: Parameters<Inject>[0]): Promise<Answer> => http.app.inject(request);
  return {
    issuer,
    log,
    bearer,
    health: http.health,
    inject,
    get: (url, headers = {}) => inject({ method: 'GET', url, headers: { authorization: bearer, ...headers } }),
    post: (payload, headers = {}, url = '/notes') =>
      inject({
        method: 'POST',
        url,
        payload,
        headers: { authorization: bearer, 'content-type': 'application/json', ...headers },
      }),
    close: async () => {
      await http.close();
      await issuer.server.close();
    },
  };
}

/** Status and code of an answer. */
export const outcome = (answer: Answer): [number, unknown] => [
  answer.statusCode,
  answer.json<{ code: unknown }>().code,
];
