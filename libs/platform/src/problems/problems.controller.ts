import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Public } from '../auth/decorators.js';
import type { HttpReply, HttpRequest } from '../http/http-types.js';
import { findProblemKind, problemCatalogue, type ProblemKind } from './problem-catalogue.js';
import { ProblemError } from './problem-error.js';

type Entry = ProblemKind & { readonly code: string };

/** Explains the codes of the catalogue, to programs as JSON and to people as a page. */
@ApiExcludeController()
@Public()
@Controller('problems')
export class ProblemsController {
  @Get()
  list(@Req() request: HttpRequest, @Res() reply: HttpReply): void {
    const items = Object.entries(problemCatalogue).map(([code, kind]) => ({ code, ...kind }));
    send(request, reply, { items }, items);
  }

  @Get(':code')
  explain(@Param('code') code: string, @Req() request: HttpRequest, @Res() reply: HttpReply): void {
    const kind = findProblemKind(code);
    if (!kind) throw new ProblemError('NOT_FOUND');
    const entry = { code, ...kind };
    send(request, reply, entry, [entry]);
  }
}

function send(request: HttpRequest, reply: HttpReply, body: object, entries: readonly Entry[]): void {
  const wantsPage = request.headers.accept?.includes('text/html') ?? false;
  if (wantsPage) void reply.type('text/html; charset=utf-8').send(page(entries));
  else void reply.type('application/json; charset=utf-8').send(JSON.stringify(body));
}

// Nothing of the request gets into the page: entries come from the catalogue alone.
function page(entries: readonly Entry[]): string {
  const rows = entries.map(({ code, status, meaning }) => `<dt>${code} (${status})</dt><dd>${meaning}</dd>`).join('');
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Problem codes</title><h1>Problem codes</h1><dl>${rows}</dl></html>`;
}
