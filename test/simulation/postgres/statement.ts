import pg from 'pg';
import type { Transaction, Work } from './store.js';

export type ResultRow = Readonly<Record<string, unknown>> | readonly unknown[];

export interface Result {
  readonly command: string;
  readonly rows: readonly ResultRow[];
  readonly rowCount: number;
}

/** What a statement meets. */
export interface Scene {
  readonly transaction: Transaction;
  /** The database's clock: ms since 1970, UTC. */
  readonly now: number;
  /** Another one after each start of the server. */
  readonly incarnation: string;
}

type Rows = readonly ResultRow[];

/** What one statement of the bus does. It answers with rows, at once or after it has waited for locks. */
export type Statement = (scene: Scene, values: readonly unknown[]) => Rows | Work<Rows>;

/** A statement is known by its name, or by how its text looks. */
export interface KnownStatement {
  readonly name?: string;
  readonly text?: RegExp;
  /** @param match of the text, for statements that are made up of parts */
  readonly run: (match: RegExpExecArray | null) => Statement;
}

/** The statements that a database understands. */
export class Statements {
  readonly #known: readonly KnownStatement[];
  readonly #found = new Map<string, Statement>();

  constructor(...known: readonly (readonly KnownStatement[])[]) {
    this.#known = known.flat();
  }

  /** @throws Error for a statement that nobody has described yet */
  find(name: string | undefined, text: string): Statement {
    const id = name ?? text;
    const found = this.#found.get(id) ?? this.#describe(name, text);
    this.#found.set(id, found);
    return found;
  }

  #describe(name: string | undefined, text: string): Statement {
    for (const known of this.#known) {
      if (known.name !== undefined && known.name === name) return known.run(null);
      const match = known.text?.exec(text);
      if (match) return known.run(match);
    }
    throw new Error(`the simulated database does not know this statement: ${name ?? text}`);
  }
}

export const known = (text: RegExp, run: Statement): KnownStatement => ({ text, run: () => run });

/** An error of the database, with its SQLSTATE. */
export function databaseError(code: string, message: string): pg.DatabaseError {
  const error = new pg.DatabaseError(message, message.length, 'error');
  error.code = code;
  return error;
}

/** PostgreSQL's text has no NUL. */
export function refuseNul(values: readonly unknown[]): void {
  for (const value of values) {
    if (typeof value === 'string' && value.includes('\0'))
      throw databaseError('22021', 'invalid byte sequence for encoding "UTF8": 0x00');
    if (Array.isArray(value)) refuseNul(value);
  }
}
