import { type BodyBounds, BodyLimit, type Caller, CallerOf, type HttpReply, type HttpRequest } from '#libs/platform';
import { applyDecorators, HttpCode, Post, Req, Res } from '@nestjs/common';
import { type CommandDocs, DescribeCommand } from './describe-command.js';

/** A request, who makes it, and where its answer goes. */
export interface Exchange {
  readonly caller: Caller;
  readonly request: HttpRequest;
  readonly reply: HttpReply;
}

/** A command's route as its controller has it. */
export interface CommandRoute {
  /** Name of the method that it would have: unlike any other of the controller. */
  readonly method: string;
  /** Below the controller's own path. */
  readonly path: string;
  readonly docs: CommandDocs;
  readonly bounds: BodyBounds;
}

/** Bodies of single commands are small; what is larger is not one. */
export const COMMAND_BOUNDS: BodyBounds = { bytes: 64 * 1024, values: 2_000 };

/** Gives a controller a route as if it had a method with these decorators: for commands that are rows of a table. */
export function addRoute<Self extends object>(
  prototype: Self,
  { method, path, docs, bounds }: CommandRoute,
  answer: (self: Self, parts: Readonly<Record<string, string>>, exchange: Exchange) => Promise<object>,
): void {
  const { [method]: handler } = {
    [method](this: Self, caller: Caller, request: HttpRequest, reply: HttpReply): Promise<object> {
      return answer(this, request.params as Record<string, string>, { caller, request, reply });
    },
  };
  const descriptor = { value: handler, configurable: true, writable: true };
  Object.defineProperty(prototype, method, descriptor);
  CallerOf()(prototype, method, 0);
  Req()(prototype, method, 1);
  Res({ passthrough: true })(prototype, method, 2);
  applyDecorators(
    Post(path),
    HttpCode(docs.answer.status),
    BodyLimit(bounds),
    DescribeCommand(docs),
  )(prototype, method, descriptor);
}

/** What a command's request says beside who makes it. */
export const commandOf = ({
  id,
  headers,
  body,
}: HttpRequest): { correlation: string; idempotencyKey: unknown; body: unknown } => ({
  correlation: id,
  idempotencyKey: headers['idempotency-key'],
  body,
});
