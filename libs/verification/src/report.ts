import { CHECKS, type CheckId } from './check-ids.js';
import type { Finding, FindingKind } from './finding.js';

/** What one check looked at, and what it found. */
export interface Checked {
  readonly id: CheckId;
  readonly name: string;
  readonly looked: number;
  /** What was counted: events, rows, … */
  readonly of: string;
  readonly findings: readonly Finding[];
  /** Findings beyond those that are listed. */
  readonly more: number;
}

/** Findings of one check beyond this many are counted, not listed. */
const LISTED = 50;

/** Where checks say what they looked at and what they found; what it holds does not grow with the number of events. */
export class Report {
  readonly #looked = new Map<CheckId, number>();
  readonly #findings = new Map<CheckId, Finding[]>();
  readonly #more = new Map<CheckId, number>();

  looked(id: CheckId, count = 1): void {
    this.#looked.set(id, (this.#looked.get(id) ?? 0) + count);
  }

  found(id: CheckId, kind: FindingKind, at: string, what: string): void {
    const listed = this.#findings.get(id) ?? [];
    this.#findings.set(id, listed);
    if (listed.length < LISTED) listed.push({ kind, at, what });
    else this.#more.set(id, (this.#more.get(id) ?? 0) + 1);
  }

  of(id: CheckId): Checked {
    const [name, of] = CHECKS[id];
    const findings = this.#findings.get(id) ?? [];
    return { id, name, looked: this.#looked.get(id) ?? 0, of, findings, more: this.#more.get(id) ?? 0 };
  }
}
