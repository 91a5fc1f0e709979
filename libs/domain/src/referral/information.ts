import { DomainError } from '#libs/kernel';
import { admit } from './admission.js';
import type { ProvideInformation, RequestInformation } from './commands.js';
import { checkAdditions, checkCountries, requireCode, requireCodes, requireReference } from './content-checks.js';
import type { ReferralWord } from './judged.js';
import { LIMITS } from './limits.js';
import { obligationBy } from './obligation.js';
import { countParts } from './parts.js';
import type { ReferralRelated } from './related.js';
import type { Referral } from './state.js';
import { judgedWaiverOf } from './waiver.js';

/** A request is only made while its answer can still be kept, so that nobody is asked in vain. */
export function requestInformation(command: RequestInformation, state: Referral): ReferralWord[] {
  const { data, meta } = command;
  requireCodes('types', data.types);
  requireReference('note', data.note);
  const admitted = admit(command, state, ({ asked = [] }) => sameCodes(asked, data.types));
  if (!admitted) return [];
  const limit = LIMITS.informationRounds;
  if (countParts(admitted.state.parts, 'INFORMATION') >= limit)
    throw new DomainError('INFORMATION_ROUNDS_EXHAUSTED', { limit });
  return [{ type: 'InformationRequested', data: { ...data, by: meta.actor.agency } }];
}

/** The loop ends honestly: each item that was asked for is answered, or said to be unavailable. */
export function provideInformation(
  command: ProvideInformation,
  state: Referral,
  related: ReferralRelated,
): ReferralWord[] {
  const { data, meta } = command;
  const said = [...data.answered, ...data.unavailable];
  said.forEach((type) => requireCode('answered', type));
  requireReference('note', data.note);
  checkAdditions(data.additions);
  const admitted = admit(command, state);
  if (!admitted) return [];
  checkCountries(admitted.state, data.additions.nexus);
  const missing = (admitted.state.asked ?? []).filter((type) => !said.includes(type));
  if (missing.length > 0) throw new DomainError('INFORMATION_INCOMPLETE', { missing: missing.join(' ') });
  const waiverJudgedBy = judgedWaiverOf(data.additions.crossBorder, admitted, command, related);
  const obligation = obligationBy(data.additions.crossBorder?.extraditionFlag);
  return [{ type: 'InformationProvided', data: { ...data, waiverJudgedBy, obligation, by: meta.actor.agency } }];
}

function sameCodes(some: readonly string[], others: readonly string[]): boolean {
  return some.length === others.length && some.every((code) => others.includes(code));
}
