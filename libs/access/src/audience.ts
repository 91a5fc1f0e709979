import type { BusEvent } from '#libs/contracts';

/** Who of a leg may see an event of it. */
export interface Audience {
  readonly parties: 'BOTH' | 'SENDER' | 'RECEIVER';
  /** The agency that is no party and that the event is about: it may see this event, others who are no party may not. */
  readonly third: string | null;
}

const BOTH: Audience = { parties: 'BOTH', third: null };

/**
 * What the parties of a leg are shown of its events (design 5). A release is the sender's own affair until it is submitted.
 * Who asks for a case, and is refused, is between that agency and the holder; the sender learns to whom its case was opened.
 * A lowering that is only proposed, and the steps of the ladder with their answers, are the receiver's side's own.
 */
export function audienceOf(event: BusEvent): Audience {
  switch (event.type) {
    case 'ReleaseRequested':
    case 'ReleaseApproved':
    case 'ReleaseRefused':
      return { parties: 'SENDER', third: null };
    case 'AccessRequested':
    case 'TransferRequested':
      return { parties: 'RECEIVER', third: event.data.requester.agency };
    case 'AccessRefused':
    case 'TransferRefused':
      return { parties: 'RECEIVER', third: event.data.requester };
    case 'AccessGranted':
    case 'TransferApproved':
      return { parties: 'BOTH', third: event.data.requester };
    case 'PriorityChanged':
      return event.data.status === 'IN_FORCE' ? BOTH : { parties: 'RECEIVER', third: null };
    case 'EscalationRaised':
    case 'EscalationAnswered':
      return { parties: 'RECEIVER', third: null };
    default:
      return BOTH;
  }
}
