import type { Checked, CheckId } from '#libs/verification';
import type { Mutation } from './mutation.js';
import type { Sign } from './patch.js';

/** What a verification said. */
export type Signs = readonly Sign[];

export function signsIn(checks: readonly Checked[]): Signs {
  const all = checks.flatMap(({ id, findings }) => findings.map(({ kind }) => `${id} ${kind}`));
  return [...new Set(all)].map((sign) => {
    const [check, kind] = sign.split(' ');
    return { check, kind } as Sign;
  });
}

/** What is found beyond what the scenario's own faults bring into any build. */
export function beyond(signs: Signs, expected: Signs): Signs {
  return signs.filter((sign) => !expected.some(({ check, kind }) => check === sign.check && kind === sign.kind));
}

export interface Verdict {
  /** Checks that are there to see the bug, and did. */
  readonly named: readonly CheckId[];
  /** Others that saw something. */
  readonly others: readonly CheckId[];
}

export function verdictOf({ caughtBy }: Pick<Mutation, 'caughtBy'>, signs: Signs, expected: Signs): Verdict {
  const seen = [...new Set(beyond(signs, expected).map(({ check }) => check))];
  return {
    named: seen.filter((check) => caughtBy.includes(check)),
    others: seen.filter((check) => !caughtBy.includes(check)),
  };
}

export const isCaught = ({ named }: Verdict): boolean => named.length > 0;
