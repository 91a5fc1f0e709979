import { EPOCH } from '../world/epoch.js';
import type { World } from '../world/world.js';
import { type Answer, Session, type SessionHost } from './session.js';
import { databaseError, type Statements } from './statement.js';
import { StatementFaults } from './statement-faults.js';
import { type Changes, RowLocks, type Transaction } from './store.js';

/** A PostgreSQL server: it can be stopped and started, lose connections, and have a clock that jumps. */
export class Server implements SessionHost {
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
