import { admit } from './admission.js';
import type { NotifyDelay, ResumeWork, StartWork, SuspendWork } from './commands.js';
import { requireCode, requireFuture, requireReference } from './content-checks.js';
import type { ReferralWord } from './judged.js';
import type { ReferralRelated } from './related.js';
import { DAY_MS } from './rules.js';
import type { Referral } from './state.js';

export function startWork(command: StartWork, state: Referral): ReferralWord[] {
  return admit(command, state) ? [{ type: 'WorkStarted', data: { by: command.meta.actor.agency } }] : [];
}

/** Work rests with a reason and a date of review (vocabulary 2.4 I3). */
export function suspendWork(command: SuspendWork, state: Referral, { rulebook }: ReferralRelated): ReferralWord[] {
  const { data, meta } = command;
  requireCode('reason', data.reason);
  requireReference('note', data.note);
  const { reason, reviewAt } = data;
  const admitted = admit(command, state, ({ hold }) => hold?.reason === reason && hold.reviewAt === reviewAt);
  if (!admitted) return [];
  const rules = rulebook.version(admitted.state.rules);
  requireFuture('reviewAt', reviewAt, meta.now, meta.now + rules.longestHoldDays * DAY_MS);
  return [{ type: 'WorkSuspended', data: { ...data, by: meta.actor.agency } }];
}

export function resumeWork(command: ResumeWork, state: Referral): ReferralWord[] {
  return admit(command, state) ? [{ type: 'WorkResumed', data: { by: command.meta.actor.agency } }] : [];
}

export function notifyDelay(command: NotifyDelay, state: Referral): ReferralWord[] {
  const { data, meta } = command;
  requireCode('reason', data.reason);
  requireReference('note', data.note);
  requireFuture('until', data.until, meta.now);
  return admit(command, state) ? [{ type: 'DelayNotified', data: { ...data, by: meta.actor.agency } }] : [];
}
