import { v5 } from 'uuid';

/** Who is called, for what. */
export interface Call {
  /** Event that calls. */
  readonly event: string;
  readonly agency: string;
  readonly role: string;
  readonly referral: string;
  /** Of the ladder; null where the referral itself is P1. */
  readonly step: number | null;
  /** What is owed. */
  readonly cause: string;
  readonly level: string;
  readonly synthetic: boolean;
  readonly opened_at: Date;
}

/** A call whose channels are looked up, and what time it was for the bus then. */
export type LookedUp = Call & { readonly now: Date };

/** NONE: nobody has registered any. */
export type ChannelKind = 'WEBHOOK' | 'SMTP' | 'NONE';

/** A way by which a call is tried. */
export interface CallChannel {
  readonly kind: ChannelKind;
  readonly address: string;
  /** That were taken: the next one has this number. */
  readonly messages: number;
  /** Of the next one, in a row. */
  readonly failures: number;
}

export type DueCall = Call & CallChannel;

const NAMESPACE = 'd1a5bdd2-6f0e-5c51-9e0b-3a6f1de5f2a4';

type Way = Pick<DueCall, 'event' | 'agency' | 'role' | 'kind' | 'address'>;

/** Of a channel of a call, for who must not be told its address. */
export const idOfWay = ({ event, agency, role, kind, address }: Way): string =>
  v5(JSON.stringify([event, agency, role, kind, address]), NAMESPACE);

/** Of a message: whoever sends it, and however often, it is the same one. */
export const idOfMessage = (way: Way & Pick<DueCall, 'messages'>): string =>
  v5(JSON.stringify([idOfWay(way), way.messages]), NAMESPACE);
