import { type BusPosition, LANE_COUNT, parseBusPosition } from '#libs/kernel';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { findVisit } from '../auth/visit.js';
import { ProblemError } from '../problems/problem-error.js';

/** What a read asks for by `Bus-Min-Position`. */
export interface AskedPosition extends BusPosition {
  /**
   * Said once, before the read waits for it: from then on it is counted among those that wait, and not among what its agency
   * has open. @throws TooManyRequests, Unavailable where too many wait
   */
  readonly stepAside: () => void;
  /** Said once, when it need not wait any more: resolves when it is its turn among those that waited. */
  readonly goOn: () => Promise<void>;
}

interface AskingRequest {
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
}

/** Hands `Bus-Min-Position` to a route's parameter, null where it is not sent. */
export const MinimumOf = createParamDecorator((_data: unknown, context: ExecutionContext) =>
  minimumOf(context.switchToHttp().getRequest<AskingRequest>()),
);

/** @param refused what is thrown where no answer of this bus had such a position */
export function minimumOf(
  request: AskingRequest,
  refused = (): ProblemError => new ProblemError('BUS_POSITION_INVALID'),
): AskedPosition | null {
  const header = request.headers['bus-min-position'];
  if (header === undefined) return null;
  const position = parseBusPosition(String(header));
  if (!position || position.lane >= LANE_COUNT) throw refused();
  const visit = findVisit(request);
  return { ...position, stepAside: () => visit?.stepAside(), goOn: async () => visit?.goOn() };
}
