import { databaseError } from './statement.js';

/** What the plan of a run does to statements. */
export class StatementFaults {
  #next: { readonly statement: RegExp; readonly code: string } | null = null;
  #losesCommitAnswer = false;

  /** The next statement of this name fails, as when a timeout or a serialization failure ends it. */
  arm(statement: RegExp, code: string): void {
    this.#next = { statement, code };
  }

  /** The next COMMIT is carried out, and its answer never comes. */
  loseCommitAnswer(): void {
    this.#losesCommitAnswer = true;
  }

  disarm(): void {
    this.#next = null;
    this.#losesCommitAnswer = false;
  }

  isCommitAnswerLost(): boolean {
    const isLost = this.#losesCommitAnswer;
    this.#losesCommitAnswer = false;
    return isLost;
  }

  /** @throws DatabaseError */
  atStatement(statement: string): void {
    if (!this.#next?.statement.test(statement)) return;
    const { code } = this.#next;
    this.#next = null;
    throw databaseError(code, 'planned');
  }
}
