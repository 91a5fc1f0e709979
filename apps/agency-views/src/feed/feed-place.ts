import { LANE_COUNT } from '#libs/contracts';
import { ProblemError } from '#libs/platform';

/** Address of the last item that a reader was given in a lane. */
export interface LanePlace {
  readonly position: number;
  readonly source: number;
}

/** An event before the reader's place that was parked when the reader went past it: what its referral said from there on is owed. */
export interface Owed {
  readonly lane: number;
  readonly position: number;
}

/**
 * How far a reader is: made of positions of the log and of nothing that a view numbers, so a rebuild moves nobody.
 * `lanes` and `owed` are in ascending order; a lane that is absent was not begun.
 */
export interface FeedPlace {
  readonly lanes: ReadonlyMap<number, LanePlace>;
  readonly owed: readonly Owed[];
}

export const BEGINNING: FeedPlace = { lanes: new Map(), owed: [] };

const NUMBER = '[1-9a-z][0-9a-z]{0,10}';
const LANE = '(?:0|[1-9a-z][0-9a-z]{0,2})';
const PLACE = new RegExp(
  `^(?:${LANE}:${NUMBER}(?:\\.${NUMBER})?(?:,${LANE}:${NUMBER}(?:\\.${NUMBER})?)*)?(?:!${LANE}:${NUMBER})*$`,
);

/** `lane:position[.source],…!lane:position…`, numbers to the base 36; one text for one place. */
export function formatPlace({ lanes, owed }: FeedPlace): string {
  const parts = [...lanes].map(([lane, { position, source }]) =>
    source === position ? `${small(lane)}:${small(position)}` : `${small(lane)}:${small(position)}.${small(source)}`,
  );
  return parts.join(',') + owed.map(({ lane, position }) => `!${small(lane)}:${small(position)}`).join('');
}

/** @throws ProblemError 400 CURSOR_INVALID for anything that `formatPlace` does not write */
export function parsePlace(text: string): FeedPlace {
  if (!PLACE.test(text)) throw new ProblemError('CURSOR_INVALID');
  const [vector = '', ...holes] = text.split('!');
  const lanes = new Map(
    vector
      .split(',')
      .filter((part) => part !== '')
      .map((part): [number, LanePlace] => {
        const [lane = 0, position = 0, source = position] = part.split(/[:.]/).map(big);
        return [lane, { position, source }];
      }),
  );
  const owed = holes.map((part): Owed => {
    const [lane = 0, position = 0] = part.split(':').map(big);
    return { lane, position };
  });
  const place = placeOf(lanes, owed);
  if (!isSound(place) || formatPlace(place) !== text) throw new ProblemError('CURSOR_INVALID');
  return place;
}

/** What reading can lead to: history comes behind what made it visible, and what is owed was gone past, and is owed once. */
function isSound({ lanes, owed }: FeedPlace): boolean {
  const isIn = ([lane, { position, source }]: readonly [number, LanePlace]): boolean =>
    lane < LANE_COUNT && source <= position && Number.isSafeInteger(position);
  const isPast = ({ lane, position }: Owed, at: number): boolean => {
    const before = owed[at - 1];
    const isTwice = before?.lane === lane && before.position === position;
    return !isTwice && position <= (lanes.get(lane)?.position ?? 0);
  };
  return [...lanes].every(isIn) && owed.every(isPast);
}

/** In its one order. */
export function placeOf(lanes: Iterable<readonly [number, LanePlace]>, owed: readonly Owed[]): FeedPlace {
  return {
    lanes: new Map([...lanes].sort(([a], [b]) => a - b)),
    owed: owed.toSorted((a, b) => a.lane - b.lane || a.position - b.position),
  };
}

const small = (value: number): string => value.toString(36);
const big = (digits: string): number => Number.parseInt(digits, 36);
