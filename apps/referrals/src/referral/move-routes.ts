import { DescribeCommand } from '#libs/accepting';
import { BodyLimit, type Caller, CallerOf, type HttpReply, type HttpRequest } from '#libs/platform';
import { applyDecorators, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import { moveDocs } from '../api-docs/operations.js';
import type { Move } from '../moves/move.js';
import { moves } from '../moves/moves.js';

/** Bodies of single commands are small; what is larger is not one. */
export const bounds = { bytes: 64 * 1024, values: 2_000 };

/** A request, who makes it, and where its answer goes. */
export interface Exchange {
  readonly caller: Caller;
  readonly request: HttpRequest;
  readonly reply: HttpReply;
}

/** What answers every command of the table. */
interface Mover {
  move(move: Move, id: string, exchange: Exchange): Promise<object>;
}

/** Gives a controller a route for each row of the table, as if it had a method with these decorators for each. */
export function routeMoves({ prototype }: { readonly prototype: Mover }): void {
  for (const move of moves) addRoute(prototype, move);
}

function addRoute(prototype: Mover, move: Move): void {
  const method = move.route.replaceAll(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
  const { [method]: handler } = {
    [method](this: Mover, id: string, caller: Caller, request: HttpRequest, reply: HttpReply): Promise<object> {
      return this.move(move, id, { caller, request, reply });
    },
  };
  const descriptor = { value: handler, configurable: true, writable: true };
  Object.defineProperty(prototype, method, descriptor);
  Param('id')(prototype, method, 0);
  CallerOf()(prototype, method, 1);
  Req()(prototype, method, 2);
  Res({ passthrough: true })(prototype, method, 3);
  const docs = moveDocs(move);
  applyDecorators(
    Post(`referrals/:id/${move.route}`),
    HttpCode(docs.answer.status),
    BodyLimit(bounds),
    DescribeCommand(docs),
  )(prototype, method, descriptor);
}
