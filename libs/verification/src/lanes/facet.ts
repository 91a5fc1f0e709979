import type { Leg } from '#libs/domain';

/** What agencies are shown of a leg, as far as its state knows it. */
export interface Facet {
  readonly status: string;
  /** Levels of both parties; null where none was set. */
  readonly sender: string | null;
  readonly receiver: string | null;
}

/** One text for one facet, so that few texts stand for many events. */
export const formatFacet = ({ status, sender, receiver }: Facet): string =>
  [status, sender ?? '-', receiver ?? '-'].join(' ');

export const facetOf = ({ referral: { status }, escalation: { sender, receiver } }: Leg): Facet => ({
  status,
  sender: sender?.level ?? null,
  receiver: receiver?.level ?? null,
});

/** The status in a facet's text. */
export const statusIn = (facet: string): string => facet.split(' ', 1)[0] ?? '';
