import { EPOCH, type World } from '../world/world.js';
import { type Answer, Session } from './session.js';
import { databaseError, type Statements } from './statement.js';
import { type Changes, RowLocks, type Transaction } from './store.js';

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

/** A PostgreSQL server: it can be stopped and started, lose connections, and have a clock that jumps. */
export class Server {
  up = true;
  /** Milliseconds that its clock is ahead of the world's. */
  clockAhead = 0;
  readonly locks = new RowLocks();
  readonly faults = new StatementFaults();
  /** Called for each commit that changed something, before anybody can see it elsewhere. */
  onCommit: (changes: Changes) => void = () => undefined;
  #starts = 1;
  readonly #sessions = new Map<Session, (error: Error | null) => void>();

  constructor(
    readonly world: World,
    readonly name: string,
    readonly statements: Statements,
  ) {}

  get clock(): number {
    return Math.floor(EPOCH + this.world.now + this.clockAhead);
  }

  get incarnation(): string {
    return `${this.name}/${this.#starts}`;
  }

  get sessions(): readonly Session[] {
    return [...this.#sessions.keys()];
  }

  /** @param onLost what the other end notices when the server ends the session */
  accept(onAnswers: (answers: Answer[]) => void, onLost: (error: Error | null) => void): Session {
    const session = new Session(this, onAnswers);
    this.#sessions.set(session, onLost);
    return session;
  }

  /** The session is closed from the other end. */
  leave(session: Session): void {
    this.#sessions.delete(session);
    session.close();
  }

  terminate(session: Session): void {
    this.#end(session, databaseError('57P01', 'terminating connection'));
  }

  /** The connection breaks, without a word. */
  drop(session: Session): void {
    this.#end(session, null);
  }

  #end(session: Session, error: Error | null): void {
    const lost = this.#sessions.get(session);
    this.leave(session);
    lost?.(error);
  }

  /** An immediate stop: what was not committed is gone. */
  stop(): void {
    this.up = false;
    this.world.say(this.name, () => 'is stopped');
    for (const session of this.sessions) this.terminate(session);
  }

  start(): void {
    this.up = true;
    this.#starts += 1;
    this.world.say(this.name, () => 'is started');
  }

  commit(transaction: Transaction): void {
    const { changes, woken } = transaction.commit();
    if (changes.size > 0) {
      this.onCommit(changes);
      if ([...changes.keys()].some(({ routine }) => !routine)) this.world.changed();
    }
    this.wake(woken);
  }

  /** Those who waited for a lock go on, each in its own moment. */
  wake(woken: readonly (() => void)[]): void {
    for (const go of woken) this.world.after(this.world.chance.around(0.5), null, go);
  }
}
