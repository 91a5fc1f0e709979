import type { BusEvent, RecordedEvent } from '#libs/contracts';
import { recipient, sender } from '../agency-views.fixtures.js';

export const third = { agency: 'GB-NCP', role: 'NCP_LE', country: 'GB' };
export const readers = [sender, recipient, third];

const terms = { requester: third.agency, note: null, rules: null };
/** What may be said of a referral in these specs. */
export const words = {
  begun: { type: 'WorkStarted', data: { by: recipient.agency, rules: null } },
  asked: {
    type: 'AccessRequested',
    data: { ...terms, requester: third, purpose: 'INVESTIGATE', extent: 'CASE' },
  },
  refused: { type: 'AccessRefused', data: { ...terms, by: recipient.agency, reason: 'CAPACITY' } },
  granted: {
    type: 'AccessGranted',
    data: { ...terms, by: recipient.agency, extent: 'CASE', until: Date.now() + 86_400_000 },
  },
} satisfies Record<string, BusEvent>;

/**
 * What one agency is told of one referral, in order, written down from design 3 and not from the code: parties hear everything
 * but what is asked of the holder, which of them only the holder hears; an agency that is let in hears what had been said, also
 * what it asked itself, then the rest. Let in twice, it hears all of it twice.
 */
export function onPaper(agency: string, events: readonly RecordedEvent[]): string[] {
  const ofHolder = (event: RecordedEvent): boolean => ['AccessRequested', 'AccessRefused'].includes(event.type);
  if (agency === recipient.agency) return events.map(idOf);
  if (agency === sender.agency) return events.filter((event) => !ofHolder(event)).map(idOf);
  const heard: string[] = [];
  let letIn = false;
  for (const event of events) {
    const isGrant = event.type === 'AccessGranted';
    if (isGrant) heard.push(...events.filter(({ meta }) => meta.position < event.meta.position).map(idOf));
    letIn ||= isGrant;
    if (letIn) heard.push(idOf(event));
  }
  return heard;
}

const idOf = ({ meta }: RecordedEvent): string => meta.eventId;
