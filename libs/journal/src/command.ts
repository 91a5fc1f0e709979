import type { Accepted, Actor, BusPosition, DomainError, TransientError } from '#libs/kernel';
import type { BusEvent, RecordedEvent } from '#libs/contracts';
import type { Due } from '#libs/domain';

/** What the caller of a command is known by. `request` is the canonical text of the request: same meaning, same text. */
export interface Idempotency {
  readonly key: string;
  readonly request: string;
}

/** A command on its way to its lane. */
export interface LaneCommand<State = unknown> {
  /** Name in the log of refusals, such as AcceptReferral. */
  readonly name: string;
  readonly lane: number;
  /** The leg (the stream where there is none): Kafka key, and what the state is kept under. */
  readonly key: string;
  /** The key is a stream of its own, which belongs to no referral. */
  readonly legless?: true;
  readonly actor: Actor;
  readonly idempotency: Idempotency;
  /** UUID of the request. */
  readonly correlation: string;
  readonly causation: string | null;
  /** Sender's claimed time, ms. */
  readonly claimedAt: number | null;
  readonly synthetic: boolean;
  /** The referral that the caller named, for the record of a refusal. */
  readonly target: string | null;
  /** Access lane of the acting agency, where a refusal is recorded. */
  readonly refusalLane: number;
  /** Pure; runs under the lane lock. `now`: database time in ms. @throws DomainError to refuse. */
  decide(state: State, now: number): BusEvent[];
}

/**
 * What became of a command. `recorded`: its events stand in the log (now, or since an earlier use of the same key).
 * `unchanged`: it said nothing new; the state that it met, as JSON.
 */
export type Outcome<State = unknown> =
  | {
      readonly kind: 'recorded';
      readonly events: readonly RecordedEvent[];
      readonly position: BusPosition;
      readonly repeated: boolean;
    }
  | { readonly kind: 'unchanged'; readonly state: State; readonly position: BusPosition; readonly repeated: boolean };

/** The state that a lane command decides on: how it is folded from events. */
export interface Fold<State> {
  /** Version of the stored form; a later one in the database refuses the command. */
  readonly version: number;
  /** By each earlier version: how its stored form becomes the next one's, so that data of an earlier start goes on working. */
  readonly upcasts?: { readonly [version: number]: (state: unknown) => unknown };
  initialState(): State;
  /** @throws UnknownEventError */
  evolve(state: State, event: BusEvent, accepted: Accepted): State;
  /** Whether later events of this state belong to an exercise, whatever their command says. */
  isSynthetic(state: State): boolean;
  /** When the clock of the bus has to look at it next; left out where it never has to. @throws TransientError RULES_UNKNOWN */
  due?(state: State): Due | null;
}

/** Refusals reject with DomainError; what may succeed later with TransientError. */
export type CommandError = DomainError | TransientError;
