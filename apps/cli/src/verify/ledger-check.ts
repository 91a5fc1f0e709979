import { isAccepted, type LedgerEntry } from '../ledger/ledger-entry.js';
import { Findings } from './finding.js';

/** What the journal knows of the referrals that answers named. */
export interface JournalFacts {
  /** Whether the journal has a submission of this id. */
  has(id: string): boolean;
  /** How many submissions carry the sender's reference. */
  submissionsOf(reference: string): number;
}

/** What agencies were told, against what stands: nothing acknowledged is missing, no key counted twice, and answers repeat. */
export class LedgerCheck {
  readonly findings = new Findings();
  entries = 0;
  readonly #answers = new Map<string, LedgerEntry>();

  add(entry: LedgerEntry): void {
    this.entries += 1;
    const { key, agency, status } = entry;
    const final = isAccepted(entry) || status === 409;
    if (key === null || !final) return;
    const known = this.#answers.get(`${agency} ${key}`);
    if (!known) this.#answers.set(`${agency} ${key}`, entry);
    else if (known.id !== entry.id || known.status !== status)
      this.findings.add('doubled', `key ${key}: answered ${known.status} ${known.id}, then ${status} ${entry.id}`);
    else if (known.digest !== null && entry.digest !== null && known.digest !== entry.digest)
      this.findings.add('other', `key ${key}: the answer was not repeated byte for byte`);
  }

  end(journal: JournalFacts): void {
    for (const { command, id, reference, status } of this.#answers.values()) {
      if (command !== 'SubmitReferral' || status >= 300 || id === null) continue;
      if (!journal.has(id)) this.findings.add('lost', `${id}: was accepted and is not in the journal`);
      if (reference !== null && journal.submissionsOf(reference) > 1)
        this.findings.add('doubled', `${reference}: was submitted more than once`);
    }
  }
}
