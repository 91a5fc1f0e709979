import type { Membership, Rulebook } from '#libs/domain';
import type { Actor } from '#libs/kernel';

/** Where a command comes from, and the key that makes it count once. */
export interface Origin {
  readonly actor: Actor;
  /** UUID of the request. */
  readonly correlation: string;
  readonly key: string;
  /** Lanes that take nothing any more. */
  readonly sealed: ReadonlySet<number>;
  /** As it is published now. */
  readonly rulebook: Rulebook;
  /** Who takes part now. */
  readonly membership: Membership;
}

/** A command as it came in: nothing of it is checked but who sends it. */
export interface RawCommand {
  readonly actor: Actor;
  readonly correlation: string;
  readonly idempotencyKey: unknown;
  readonly body: unknown;
}
