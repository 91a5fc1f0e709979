import type { MailMessage } from '../channel/mail-channel.js';
import type { WebhookMessage } from '../channel/webhook-channel.js';
import { type DueCall, idOfMessage } from './call.js';

/** What a call says: codes, ids and where to look. Of the case it says nothing. */
export function webhookCall(call: DueCall, publicUrl: string): WebhookMessage {
  const { agency, role, referral, step, cause, level, synthetic, messages, opened_at: openedAt } = call;
  const data = {
    referral,
    agency,
    role,
    level,
    cause,
    step,
    synthetic,
    message: messages + 1,
    look: lookAt(call, publicUrl),
  };
  const body = JSON.stringify({ type: 'bus.call', timestamp: openedAt.toISOString(), data });
  return { id: idOfMessage(call), body };
}

export function mailCall(call: DueCall, publicUrl: string): MailMessage {
  const { agency, role, referral, step, cause, level, synthetic, messages } = call;
  const exercise = synthetic ? ' (exercise)' : '';
  return {
    id: idOfMessage(call),
    subject: `Referral bus: ${level} ${cause} ${referral}${exercise}`,
    lines: [
      `${agency} is called as ${role}${exercise}.`,
      `Referral: ${referral}`,
      `Level: ${level}`,
      `Owed: ${cause}`,
      ...(step === null ? [] : [`Step of the ladder: ${step}`]),
      `Message: ${messages + 1}`,
      '',
      'It is said again until a person acknowledges. The bus is no emergency service.',
      lookAt(call, publicUrl),
    ],
  };
}

/** Who was called upon by the ladder may see the escalation and not the referral. */
const lookAt = ({ referral, step }: DueCall, publicUrl: string): string =>
  `${publicUrl.replace(/\/$/, '')}/v1/${step === null ? 'referrals' : 'escalations'}/${referral}`;
