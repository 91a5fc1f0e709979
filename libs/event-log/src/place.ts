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

const LEAF = /^[0-9a-f]{64}$/;
const MOST_TOPICS = 64;
const MOST_LANE = 99_999;

/** Null for anything that `formatPlace` would not have written. Read by hand: it is read for every record. */
export function parsePlace(text: string): Place | null {
  const afterLane = text.indexOf('/');
  const afterPosition = text.indexOf('/', afterLane + 1);
  const afterVector = text.length - 65;
  if (afterLane < 0 || afterPosition < 0 || afterVector < afterPosition + 1 || text[afterVector] !== '/') return null;
  const lane = numberIn(text, 0, afterLane);
  const position = numberIn(text, afterLane + 1, afterPosition);
  const after = numbersIn(text, afterPosition + 1, afterVector);
  const leaf = text.slice(afterVector + 1);
  if (lane === null || lane > MOST_LANE || position === null || position === 0) return null;
  if (after === null || !LEAF.test(leaf)) return null;
  return { lane, position, after, previous: Buffer.from(leaf, 'hex') };
}

/** With commas between; null when one of them is none, or there are too many. */
function numbersIn(text: string, from: number, to: number): number[] | null {
  const numbers: number[] = [];
  if (from === to) return numbers;
  for (let at = from, start = from; at <= to; at += 1) {
    if (at < to && text[at] !== ',') continue;
    const number = numberIn(text, start, at);
    if (number === null || numbers.length === MOST_TOPICS) return null;
    numbers.push(number);
    start = at + 1;
  }
  return numbers;
}

/** A safe integer in decimals without a leading zero. */
function numberIn(text: string, from: number, to: number): number | null {
  if (from === to || (text[from] === '0' && to > from + 1)) return null;
  let number = 0;
  for (let at = from; at < to; at += 1) {
    const digit = text.charCodeAt(at) - ZERO;
    if (digit < 0 || digit > 9) return null;
    number = 10 * number + digit;
  }
  return Number.isSafeInteger(number) ? number : null;
}

const ZERO = '0'.charCodeAt(0);
