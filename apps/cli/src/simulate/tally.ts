import { isAccepted } from '#libs/verification';
import type { Told } from './bus-line.js';

/** Accepted referrals come to two events: the submission and its priority. */
const EVENTS_OF_SUBMISSION = 2;

/** What the run has seen so far. */
export class Tally {
  submitted = 0;
  malformed = 0;
  repeated = 0;
  commands = 0;
  refusals = 0;
  /** Faults of the bus that the run itself noticed. */
  readonly oddities: string[] = [];
  readonly refusedByCode = new Map<string, number>();
  readonly #accepted = new Set<string>();
  readonly #delivered = new Map<string, number | null>();

  /** A submission's first final answer. */
  submission(told: Told): void {
    if (isAccepted(told) && told.id !== null) this.#accepted.add(told.id);
    else this.refused(told.code ?? `HTTP_${told.status}`);
  }

  refused(code: string): void {
    this.refusedByCode.set(code, (this.refusedByCode.get(code) ?? 0) + 1);
  }

  /**
   * @param latencyMs from acceptance to the recipient's inbox, by the bus's word; null where it did not say. Less than nothing says
   * nothing: the time of the bus was put ahead of that of its views. @returns false when it was known
   */
  deliver(id: string, latencyMs: number | null): boolean {
    if (this.#delivered.has(id)) return false;
    this.#delivered.set(id, latencyMs !== null && latencyMs >= 0 ? latencyMs : null);
    return true;
  }

  odd(what: string): void {
    if (this.oddities.length < 50) this.oddities.push(what);
  }

  get accepted(): number {
    return this.#accepted.size;
  }

  get delivered(): number {
    return this.#delivered.size;
  }

  get undelivered(): string[] {
    return [...this.#accepted].filter((id) => !this.#delivered.has(id));
  }

  get events(): number {
    return this.accepted * EVENTS_OF_SUBMISSION + this.commands + this.refusals;
  }

  latencies(): number[] {
    return [...this.#delivered.values()].filter((latency) => latency !== null);
  }
}

/** The value below which this part of the values lies (nearest rank); null for none. */
export function percentile(values: readonly number[], part: number): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * part) - 1)] ?? null;
}
