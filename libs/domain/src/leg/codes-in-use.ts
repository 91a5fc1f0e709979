import { codesIn, type SaidCode } from '#libs/contracts';
import { DomainError } from '#libs/kernel';
import { BUS_AGENCY } from '../membership/bus-actors.js';
import type { EscalationCommand } from '../escalation/commands.js';
import type { ReferralCommand } from '../referral/commands.js';
import { transitionOf } from '../referral/transitions/transitions.js';
import type { Codebook } from '../rules/codebook.js';

/**
 * Nothing is said any more with a code that its list has retired (mission S2). What was said with it stands: folding does not
 * ask, what is repeated under a known key is not decided again, and the bus carries on what it finds. Asked before anything is
 * known of the leg, so that the refusal tells nothing of it.
 * @throws DomainError 422 CODE_RETIRED with the field, the code, its list, and the version that says so
 */
export function requireCodesInUse(command: ReferralCommand | EscalationCommand, codes: Codebook): void {
  const { actor, now } = command.meta;
  const retired = codes.retiredAt(now);
  if (retired.size === 0 || actor.agency === BUS_AGENCY) return;
  for (const { field, list, code } of codesSaid(command)) {
    const edition = retired.get(list);
    if (edition?.codes.has(code))
      throw new DomainError('CODE_RETIRED', { field, code, list, version: edition.version }, 422);
  }
}

/** A command's words stand in its events under the same names; what is to be released, in those of the submission. */
function codesSaid(command: ReferralCommand | EscalationCommand): SaidCode[] {
  const { moves } = transitionOf(command.type);
  const events = new Set(moves.flatMap(({ event, with: others = [] }) => [event, ...others]));
  const said = [...events].flatMap((event) => codesIn(event, command.data));
  if (!('priority' in command)) return said;
  return [...said, ...codesIn('ReferralSubmitted', command.data), ...codesIn('PrioritySet', command.priority)];
}
