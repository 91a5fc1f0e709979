import type { RecordedEvent } from '#libs/contracts';

export interface Read {
  /** In order; what was read before may come again. */
  readonly events: readonly RecordedEvent[];
  /** False where it is known that more was said: there is a gap, or there was too much for one look. */
  readonly whole: boolean;
}

/** Where events of membership are learned from: the journal, or its topic. */
export interface MembershipSource {
  /** How long to wait between two looks, in milliseconds: a change is effective after this and the way to here. */
  readonly everyMs: number;
  /** What follows whatever was read before. @throws while nothing can be learned */
  read(): Promise<Read>;
  close(): Promise<void>;
}
