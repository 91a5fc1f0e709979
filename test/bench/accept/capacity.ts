import type { OfferedOutput } from './offered-load-main.js';

/** Offers so many a second. */
export type Offer = (perSecond: number) => Promise<OfferedOutput>;

export interface Capacity {
  /** The lowest rate that was not carried, so no less than the most that can be. */
  readonly perSecond: number;
  /** Why that is known. */
  readonly because: string;
}

const STEP = 1.1;
const STEPS = 24;
/** What is answered later than this by one in a hundred waits in a line that grows. */
const DIVERGES_MS = 1_000;
/** Of what is offered, what must be answered by the end of a step, or the rest waits in a line that grows. */
const KEPT_UP = 0.9;

/** Raises an open-loop rate until the door sheds with 429, or answers come later and later. @throws Error where none is too much */
export async function capacityBy(offer: Offer, from: number): Promise<Capacity> {
  let perSecond = from;
  for (let step = 0; step < STEPS; step++, perSecond *= STEP) {
    const because = whyTooMuch(await offer(perSecond), perSecond);
    if (because !== null) return { perSecond, because };
  }
  throw new Error(`${Math.round(perSecond)}/s were not too much: nothing is known of the capacity`);
}

function whyTooMuch({ answers, p99, count, tookSeconds }: OfferedOutput, perSecond: number): string | null {
  const shed = answers[429] ?? 0;
  if (shed > 0) return `${shed} of ${count} were shed`;
  if (p99 > DIVERGES_MS) return `p99 was ${Math.round(p99)} ms`;
  const answered = count / tookSeconds;
  return answered < KEPT_UP * perSecond ? `${Math.round(answered)}/s were answered` : null;
}
