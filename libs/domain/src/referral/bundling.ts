import { DomainError, parseReferralId } from '#libs/kernel';
import { admit } from './admission.js';
import type { BundleReferral } from './commands.js';
import { requireCode } from './content-checks.js';
import type { ReferralWord } from './judged.js';
import type { ReferralRelated } from './related.js';
import type { Referral } from './state.js';
import { requireRoutine } from './submission.js';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** Near-identical routine referrals are counted together; each keeps its own state and its own answer (vocabulary 1.1). */
export function bundle(command: BundleReferral, state: Referral, { priority }: ReferralRelated): ReferralWord[] {
  const { data, meta } = command;
  requireCode('basis', data.basis);
  if (!UUID.test(data.bundle.bundle) || !parseReferralId(data.bundle.lead))
    throw new DomainError('BUNDLE_MALFORMED', {}, 422);
  const admitted = admit(command, state);
  if (!admitted || admitted.state.bundle === data.bundle.bundle) return [];
  if (admitted.state.bundle) throw new DomainError('BUNDLED_ALREADY');
  requireRoutine(priority?.level ?? null);
  return [{ type: 'ReferralsBundled', data: { ...data, by: meta.actor.agency } }];
}
