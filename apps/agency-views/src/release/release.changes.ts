import { type Change, change, type EventOf, type PatchOf, upsert } from '#libs/projections';
import { legOf } from '../leg-of.js';
import { partyOf } from '../plain.js';
import { releaseTable } from './release.table.js';

export function releaseAsked(event: EventOf<'ReleaseRequested'>): Change {
  const { meta, data } = event;
  const at = new Date(meta.acceptedAt);
  return upsert(releaseTable, {
    id: legOf(event),
    position: meta.position,
    synthetic: meta.synthetic,
    sender_agency: data.from.agency,
    sender_role: data.from.role,
    sender_country: data.from.country,
    recipient: partyOf(data.to),
    reference: data.reference,
    priority: data.priority,
    status: 'PENDING',
    since: at,
    asked_at: at,
    asked_by: meta.actor.person,
    refusal_reason: null,
  });
}

export const releaseRefused = (event: EventOf<'ReleaseRefused'>): Change =>
  decided(event, { status: 'REFUSED', refusal_reason: event.data.reason });

/** The submission follows in the same command: from then on there is the referral. */
export const releaseApproved = (event: EventOf<'ReleaseApproved'>): Change => decided(event, { status: 'APPROVED' });

function decided(event: EventOf<'ReleaseApproved' | 'ReleaseRefused'>, patch: PatchOf<typeof releaseTable>): Change {
  const { position, acceptedAt } = event.meta;
  return change(releaseTable, { id: legOf(event) }, { ...patch, position, since: new Date(acceptedAt) });
}
