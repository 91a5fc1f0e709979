import { LANE_COUNT } from '#libs/contracts';
import { type BusPosition, parseBusPosition } from '#libs/kernel';
import { ProblemError } from '#libs/platform';

/** What `Bus-Min-Position` asks for, null where it is not sent. @throws ProblemError 400 BUS_POSITION_INVALID */
export function minimumPosition(header: string | undefined): BusPosition | null {
  if (header === undefined) return null;
  const position = parseBusPosition(header);
  if (!position || position.lane >= LANE_COUNT) throw new ProblemError('BUS_POSITION_INVALID');
  return position;
}
