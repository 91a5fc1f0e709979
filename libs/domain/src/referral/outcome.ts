import { DomainError } from '#libs/kernel';
import type { ReportedOutcome } from '#libs/contracts';
import { admit } from './admission.js';
import type { Admission } from './admission.js';
import type { CloseReferral, ReopenReferral, ReportOutcome } from './commands.js';
import { requireCode, requireCodes, requireReference } from './content-checks.js';
import type { ReferralWord } from './judged.js';
import { closableFrom } from './clocks.js';
import { type PartEvent, partsAfter } from './evolve-parts.js';
import { obligationBy, openObligation } from './obligation.js';
import { countParts } from './parts.js';
import { goingOn, requireNoOffer } from './pending.js';
import type { ReferralRelated } from './related.js';
import { DAY_MS } from './rules.js';
import type { Referral, Submitted } from './state.js';

/**
 * Never one too many: a leg that was reopened closes by a report again (vocabulary 2.3). The state keeps the newest (limits.ts).
 * A report while the sender asks for the case back answers that.
 */
export function reportOutcome(command: ReportOutcome, state: Referral): ReferralWord[] {
  const { data, meta } = command;
  checkOutcomes(data.outcomes, meta.now);
  requireCode('extraditionFlag', data.extraditionFlag);
  requireReference('note', data.note);
  const admitted = admit(command, state);
  if (!admitted) return [];
  const obligation = obligationBy(data.extraditionFlag);
  // The onward leg has begun without it, and of reports nothing is carried there.
  if (obligation) requireNoOffer(admitted.state);
  return goingOn(admitted.state, { type: 'OutcomeReported', data: { ...data, obligation, by: meta.actor.agency } });
}

/** Somewhere it is tomorrow already: a day that has begun on Earth is no future. */
const EARLIEST_ZONE_MS = 14 * 3_600_000;

/** @throws DomainError 422 CODE_REQUIRED, CODE_UNKNOWN, TIME_ABSURD */
export function checkOutcomes(outcomes: readonly ReportedOutcome[], now: number): void {
  requireCodes(
    'outcomes',
    outcomes.map(({ outcome }) => outcome),
  );
  const today = Math.floor((now + EARLIEST_ZONE_MS) / DAY_MS);
  for (const { on, accuracy } of outcomes) {
    requireCode('accuracy', accuracy);
    if (on < 0 || on > today) throw new DomainError('TIME_ABSURD', { field: 'on' }, 422);
  }
}

/** Nothing is closed without an outcome that stands, nor because the victim withdrew alone (vocabulary 2.3, 2.4 I5). */
export function close(command: CloseReferral, state: Referral, { rulebook }: ReferralRelated): ReferralWord[] {
  const { data, meta } = command;
  requireCodes('reasons', data.reasons);
  if (data.reasons.every((reason) => reason === 'VICTIM_WITHDREW'))
    throw new DomainError('CLOSING_REASON_INSUFFICIENT', {}, 422);
  const admitted = admit(command, state);
  if (!admitted) return [];
  const { state: known, speaker } = admitted;
  requireNoOffer(known);
  requireOutcome(known);
  const by = meta.actor.agency;
  if (speaker !== 'SENDER') {
    if (data.reasons.includes('RECEIVER_SILENT'))
      throw new DomainError('REASON_NOT_APPLICABLE', { field: 'reasons' }, 422);
    return [{ type: 'ReferralClosed', data: { ...data, by, silentSince: null } }];
  }
  const from = closableFrom(known, rulebook);
  if (meta.now < from) throw new DomainError('CLOSE_TOO_EARLY', { from: new Date(from).toISOString() });
  return [{ type: 'ReferralClosed', data: { ...data, by, silentSince: known.acted } }];
}

/** @throws DomainError 409 OUTCOME_REQUIRED, OBLIGATION_OPEN */
function requireOutcome(state: Submitted): void {
  const missing = missingToClose(state);
  if (missing) throw missing;
}

function missingToClose(state: Submitted): DomainError | null {
  if (countParts(state.parts, 'FINAL_OUTCOME', 'OUTCOME') === 0) return new DomainError('OUTCOME_REQUIRED');
  const obligation = openObligation(state);
  return obligation && new DomainError('OBLIGATION_OPEN', { obligation });
}

/**
 * What is said of a closed leg leaves nothing missing that it was closed with. What the bus carries on is never refused (vocabulary
 * 2.4 I7).
 * @throws DomainError 409 OUTCOME_REQUIRED, OBLIGATION_OPEN
 */
export function requireStaysClosed({ speaker, state }: Admission, said: PartEvent): void {
  if (state.status !== 'CLOSED' || speaker === 'POLICY') return;
  const missing = missingToClose({ ...state, ...partsAfter(state, said, '') });
  if (missing && missing.code !== missingToClose(state)?.code) throw missing;
}

export function reopen(command: ReopenReferral, state: Referral): ReferralWord[] {
  const { data, meta } = command;
  requireCode('reason', data.reason);
  requireReference('note', data.note);
  const admitted = admit(command, state);
  // Its case went back to the agency that passed it on (ForwardReturned): reopened, it would have two holders (I1).
  if (admitted && admitted.state.hop > 0 && admitted.state.status !== 'CLOSED')
    throw new DomainError('ONWARD_RETURNED');
  return admitted ? [{ type: 'ReferralReopened', data: { ...data, by: meta.actor.agency } }] : [];
}
