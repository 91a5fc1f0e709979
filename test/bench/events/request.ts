import type { Random } from './random.js';
import { gradeOf, receiver, submissionOf } from './submission.js';

/** The level that a submission states: P1 and P2 take the urgent lanes. */
export type Urgency = 'urgent' | 'routine';

/** Whose submissions: in the demo directory each may send to all the others. */
export const SENDERS = ['US-CLEAR', 'GB-NCP', 'DE-NCP', 'BR-NCP', 'PT-NCP', 'NL-NCP', 'KE-NCP', 'AU-NCP'] as const;
const RECIPIENTS = [
  'PH-WCPC',
  'PH-CHILD',
  'FR-NCP',
  'JP-NCP',
  'CA-CLEAR',
  'KE-CHILD',
  'PT-PROSEC',
  'FR-CENTRAL',
] as const;

/** What a sender posts: the same content that is decided on in process, as JSON in ASCII. */
export function requestOf(random: Random, urgency: Urgency = 'routine', to: string = random.pick(RECIPIENTS)): string {
  const { reference, reporter, incident, files, nexus } = submissionOf(random);
  const { reasons } = gradeOf(random);
  return JSON.stringify({
    reference,
    reporter,
    files,
    nexus,
    to: to === receiver.agency ? { agency: to, role: receiver.role } : { agency: to },
    incident: { ...incident, occurredAt: new Date(incident.occurredAt ?? 0).toISOString() },
    priority: { level: urgency === 'urgent' ? 'P1' : random.pick(['P3', 'P4']), reasons },
    sentAt: '2026-11-24T08:15:00Z',
    synthetic: true,
  });
}
