/** An event of the domain before it has a place in the log. */
export interface DomainEvent<Type extends string = string, Data = unknown> {
  readonly type: Type;
  readonly data: Data;
}

/** Who acts, as the token and its headers said it (design 8). `person` is an opaque reference that the agency answers for. */
export interface Actor {
  readonly agency: string;
  readonly role: string;
  readonly country: string;
  readonly client: string;
  readonly person: string | null;
}

/** Time, actor and new ids come in with the command, so that deciding is pure. `now` is milliseconds since 1970, UTC, of the database. */
export interface CommandMeta {
  readonly actor: Actor;
  readonly now: number;
}

export interface Command<Type extends string = string, Data = unknown> {
  readonly type: Type;
  readonly data: Data;
  readonly meta: CommandMeta;
}

/** What the log says of an event's acceptance. */
export interface Accepted {
  /** Milliseconds since 1970, UTC. */
  readonly at: number;
  /** UUID of the event: what a later event names it by. */
  readonly eventId: string;
  /** Opaque reference of the person who said it, where one did. */
  readonly person: string | null;
  /** Belongs to an exercise. */
  readonly synthetic: boolean;
}

/**
 * The pure heart of a family. `decide` throws a DomainError to refuse and yields nothing for a command said twice.
 * `related` is what the rules need beside the state: of the same leg's other families, read under the same lane lock.
 */
export interface Decider<State, C extends Command, E extends DomainEvent, Related = undefined> {
  initialState(): State;
  decide(command: C, state: State, related: Related): E[];
  evolve(state: State, event: E, accepted: Accepted): State;
}

/** A newer writer's event: refuse the command, never decide on half of the facts. */
export class UnknownEventError extends Error {
  constructor(readonly eventType: string) {
    super(`no rule for event ${eventType}`);
    this.name = 'UnknownEventError';
  }
}

export function unknownEvent(event: never): UnknownEventError {
  return new UnknownEventError((event as { type?: string }).type ?? 'without a type');
}
