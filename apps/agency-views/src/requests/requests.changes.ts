import type { Party } from '#libs/contracts';
import { type Change, type EventOf, type JsonValue, remove, upsert } from '#libs/projections';
import { legOf } from '../leg-of.js';
import { accessGrantTable } from './access-grant.table.js';
import { openRequestTable } from './open-request.table.js';

type Kind = 'ACCESS' | 'TRANSFER';
type Asking = EventOf<'AccessRequested' | 'TransferRequested'>;
type Decision = EventOf<'AccessGranted' | 'AccessRefused' | 'TransferApproved' | 'TransferRefused'>;

export function accessAsked(event: EventOf<'AccessRequested'>): Change {
  const { requester, purpose, extent } = event.data;
  return asked('ACCESS', event, requester, { purpose, extent });
}

export function transferAsked(event: EventOf<'TransferRequested'>): Change {
  const { requester, reason } = event.data;
  return asked('TRANSFER', event, requester, { reason });
}

function asked(kind: Kind, event: Asking, { agency, role, country }: Party, said: JsonValue): Change {
  const asked_at = new Date(event.meta.acceptedAt);
  return upsert(openRequestTable, { referral: legOf(event), kind, agency, role, country, asked_at, said });
}

export const decided = (kind: Kind, event: Decision): Change =>
  remove(openRequestTable, { referral: legOf(event), kind, agency: event.data.requester });

export function granted(event: EventOf<'AccessGranted'>): Change {
  const { requester, extent, until } = event.data;
  return upsert(accessGrantTable, {
    referral: legOf(event),
    agency: requester,
    extent,
    granted_at: new Date(event.meta.acceptedAt),
    until: new Date(until),
  });
}
