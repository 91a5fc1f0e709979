import { type Said, UNSTORABLE } from '../bus/commands.js';
import { UNSHOWABLE } from '../bus/reader.js';
import type { Chance } from '../world/chance.js';
import type { Size } from './size.js';

/** What an agency does. */
export interface CommandStep {
  readonly do: 'say';
  readonly what: Said['what'];
  /** Which referral of the run. */
  readonly leg: number;
  readonly lane: number;
  /** Number of the idempotency key: two steps with one number say the same again. */
  readonly key: number;
  /** Another request under the same key. */
  readonly otherRequest: boolean;
  readonly reference: string | null;
}

/** Likely enough to be legal, and often enough not. */
const MOVES = ['receive', 'receive', 'acknowledge', 'acknowledge', 'accept', 'reject'] as const;
const REFERENCES = [null, null, null, null, UNSHOWABLE, UNSTORABLE];

/** @param span milliseconds in which they are said */
export function commandsOf(
  chance: Chance,
  { referrals, moves: most }: Size,
  lanes: number,
  span: number,
): (CommandStep & { readonly at: number })[] {
  const steps: (CommandStep & { readonly at: number })[] = [];
  const legs = 1 + chance.below(referrals);
  const said: CommandStep[] = [];
  for (let leg = 0; leg < legs; leg++) {
    const lane = chance.below(lanes);
    const begins = chance.between(0, span * 0.7);
    const moves = Array.from({ length: chance.below(most + 1) }, () => chance.one(MOVES));
    const words = ['submit' as const, ...moves];
    words.forEach((what, index) => {
      const reference = what === 'submit' ? chance.one(REFERENCES) : null;
      const step = { do: 'say', what, leg, lane, key: said.length, otherRequest: false, reference } as const;
      said.push(step);
      steps.push({ ...step, at: begins + index * chance.between(0, span / 8) });
    });
  }
  for (let again = chance.below(4); again > 0; again--) {
    const step = chance.one(said);
    steps.push({ ...step, otherRequest: chance.happens(0.2), at: chance.between(0, span) });
  }
  return steps;
}
