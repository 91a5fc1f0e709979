import { LANE_COUNT } from '#libs/contracts';
import { type BusPosition, parseBusPosition } from '#libs/kernel';
import { findVisit, ProblemError } from '#libs/platform';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';

/** What a read asks for by `Bus-Min-Position`. */
export interface AskedPosition extends BusPosition {
  /** Said before the read waits for it. @throws TooManyRequests, Unavailable where too many wait */
  readonly stepAside: () => void;
}

interface AskingRequest {
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
}

/** Hands `Bus-Min-Position` to a route's parameter, null where it is not sent. */
export const MinimumOf = createParamDecorator((_data: unknown, context: ExecutionContext) =>
  minimumOf(context.switchToHttp().getRequest<AskingRequest>()),
);

/** @throws ProblemError 400 BUS_POSITION_INVALID */
export function minimumOf(request: AskingRequest): AskedPosition | null {
  const header = request.headers['bus-min-position'];
  if (header === undefined) return null;
  const position = parseBusPosition(String(header));
  if (!position || position.lane >= LANE_COUNT) throw new ProblemError('BUS_POSITION_INVALID');
  return { ...position, stepAside: () => findVisit(request)?.stepAside() };
}
