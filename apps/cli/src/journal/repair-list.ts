import { isOpen, type Leg } from '#libs/domain';
import type { LogRecord } from '#libs/event-log';
import { eventNameOf, UndecodableEventError } from '#libs/contracts';

/** A referral of a sealed lane that somebody has to look at. */
export interface ToRepair {
  readonly referral: string;
  /** Its status in the journal; null where the journal has nothing of it. */
  readonly status: string | null;
  /** The last event of it that stands on the topics only; null where there is none. */
  readonly onTopicsOnly: string | null;
}

/**
 * What is left to be done by hand in a sealed lane: its referrals that are still open, and those of which the topics say
 * something that the journal does not.
 */
export class RepairList {
  readonly #strays = new Map<string, { readonly position: number; readonly what: string }>();

  constructor(private readonly states: ReadonlyMap<string, Leg>) {}

  /** A record that the journal does not hold. */
  stray(record: LogRecord): void {
    const known = this.#strays.get(record.key);
    if (known && known.position >= record.position) return;
    this.#strays.set(record.key, { position: record.position, what: `${eventIn(record)} at ${record.position}` });
  }

  list(): ToRepair[] {
    const open = [...this.states].filter(([, { referral }]) => isOpen(referral.status)).map(([key]) => key);
    return [...new Set([...open, ...this.#strays.keys()])].sort().map((referral) => ({
      referral,
      status: this.states.get(referral)?.referral.status ?? null,
      onTopicsOnly: this.#strays.get(referral)?.what ?? null,
    }));
  }
}

function eventIn({ fingerprint }: LogRecord): string {
  try {
    return eventNameOf(fingerprint);
  } catch (error) {
    if (error instanceof UndecodableEventError) return 'an event of a newer version';
    throw error;
  }
}
