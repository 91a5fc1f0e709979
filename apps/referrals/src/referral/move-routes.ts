import { addRoute, COMMAND_BOUNDS, type Exchange } from '#libs/accepting';
import { moveDocs } from '../api-docs/operations.js';
import type { Move } from '../moves/move.js';
import { type MoveFamily, movesByFamily } from '../moves/moves.js';

/** What answers every command of the table. */
interface Mover {
  move(move: Move, id: string, exchange: Exchange): Promise<object>;
}

/** Gives a controller a route for each row of the family's table. */
export function routeMoves({ prototype }: { readonly prototype: Mover }, family: MoveFamily): void {
  for (const move of movesByFamily[family]) {
    const method = move.route.replaceAll(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
    const route = { method, path: `${family}/:id/${move.route}`, docs: moveDocs(move), bounds: COMMAND_BOUNDS };
    addRoute(prototype, route, (mover, { id = '' }, exchange) => mover.move(move, id, exchange));
  }
}
