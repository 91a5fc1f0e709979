import { type CheckId, type Parts, verifyParts } from '#libs/verification';
import { CheckFailed } from './row.js';

/** So that a row's check takes a quarter of a minute at the most: what a journal holds beyond, other lanes like these, is left. */
const MOST_EVENTS = 300_000;

export interface Verified {
  /** Looked at. */
  readonly lanes: readonly number[];
  /** Ids of the checks that looked at something, and what part was looked at where that is not all. */
  readonly names: readonly string[];
}

/** What `bus verify` says of these parts. @throws CheckFailed */
export async function verified(parts: Parts, checks: readonly CheckId[]): Promise<Verified> {
  const { checked, lanes, lanesInUse } = await verifyParts(parts, { checks, mostEvents: MOST_EVENTS });
  const findings = checked.flatMap(({ id, findings }) =>
    findings.map(({ kind, at, what }) => `${id} ${kind}: ${at}: ${what}`),
  );
  if (findings.length > 0) throw new CheckFailed(findings);
  const names = checked.filter(({ looked }) => looked > 0).map(({ id }) => id);
  if (names.length === 0) throw new CheckFailed(['there was nothing to look at']);
  return { lanes, names: lanes.length < lanesInUse ? [...names, `${lanes.length} of ${lanesInUse} lanes`] : names };
}
