import type { LaneVector } from '#libs/kernel';

/** Where an event stands in its lane: what `bus-place` says. */
export interface Place {
  readonly lane: number;
  readonly position: number;
  readonly after: LaneVector;
  /** Leaf of position - 1. */
  readonly previous: Buffer;
}

/** `lane/position/after/previous`: decimals without leading zeros, `after` with commas between (empty for none), `previous` in lower-case hex. */
export function formatPlace({ lane, position, after, previous }: Place): string {
  return `${lane}/${position}/${after.join(',')}/${previous.toString('hex')}`;
}

const spelling =
  /^(0|[1-9]\d{0,4})\/([1-9]\d{0,15})\/((?:0|[1-9]\d{0,15})(?:,(?:0|[1-9]\d{0,15})){0,63})?\/([0-9a-f]{64})$/;

/** Null for anything that `formatPlace` would not have written. */
export function parsePlace(text: string): Place | null {
  const match = spelling.exec(text);
  if (!match) return null;
  const [, lane = '', position = '', after = '', previous = ''] = match;
  const place = {
    lane: Number(lane),
    position: Number(position),
    after: after === '' ? [] : after.split(',').map(Number),
    previous: Buffer.from(previous, 'hex'),
  };
  return [place.position, ...place.after].every(Number.isSafeInteger) ? place : null;
}
