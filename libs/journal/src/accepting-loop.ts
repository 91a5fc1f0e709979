import { setImmediate as turn } from 'node:timers/promises';
import { DomainError, TransientError } from '#libs/kernel';
import { append, commit, load } from './statements.js';
import { decideBatch } from './batch.js';
import type { Decided } from './batch.js';
import { setClocks } from './clock/set-clocks.js';
import type { Fold } from './command.js';
import { contradictsJournal, isLockTimeout, isUnconfirmed, refusesContent } from './database-error.js';
import { readLoadedBatch } from './loaded-batch.js';
import type { HeldKey } from './loaded-batch.js';
import type { Pending } from './pending.js';
import type { Refused } from './refusals.js';
import type { WriterConnection } from './writer-connection.js';

/** Commands of one transaction at the most. */
export const MAX_BATCH = 256;
/** Answers that are told before the process looks at what else has come: each is written out and sent. */
const TOLD_A_TURN = 16;
/** A lane skipped this often is waited for. */
const SKIPS_BEFORE_WAITING = 3;

/** What the loop hands over once its own transaction is committed. */
export interface AfterCommit {
  repeat(pending: Pending, held: HeldKey): void;
  refuse(refused: Refused): void;
  /** Lanes of the batch that take nothing any more. */
  sealed(lanes: ReadonlySet<number>): void;
}

/**
 * Takes what waits for its lanes, one transaction at a time, on a connection of its own. What arrives while a transaction
 * runs forms the next: group commit across lanes.
 */
export class AcceptingLoop<State> {
  private waiting: Pending[] = [];
  private readonly skips = new Map<number, number>();
  private wake: (() => void) | null = null;
  private stopping = false;
  private telling: Promise<void> = Promise.resolve();
  private readonly running: Promise<void>;
  batches = 0;

  constructor(
    readonly name: string,
    private readonly fold: Fold<State>,
    private readonly connection: WriterConnection,
    private readonly maxWaiting: number,
    private readonly after: AfterCommit,
  ) {
    this.running = this.run();
  }

  get depth(): number {
    return this.waiting.length;
  }

  /** @throws TransientError 429 when too much waits already, 503 when stopping. */
  push(pending: Pending): void {
    if (this.stopping) throw new TransientError('JOURNAL_STOPPING', 503, 5);
    if (this.waiting.length >= this.maxWaiting) throw new TransientError('OVERLOADED', 429, 1);
    this.waiting.push(pending);
    this.wake?.();
  }

  /** Finishes what waits. */
  async stop(): Promise<void> {
    this.stopping = true;
    this.wake?.();
    await this.running;
    await this.telling;
    await this.connection.close();
  }

  private async run(): Promise<void> {
    for (;;) {
      if (this.waiting.length === 0) {
        if (this.stopping) return;
        await new Promise<void>((resolve) => (this.wake = resolve));
        this.wake = null;
        continue;
      }
      await this.accept(this.take());
    }
  }

  /** One command a key: a second one with the same key waits for the next transaction, where it finds the first one's answer. */
  private take(): Pending[] {
    const taken = new Map<string, Pending>();
    const left: Pending[] = [];
    for (const pending of this.waiting) {
      const { keyText } = pending;
      if (taken.size < MAX_BATCH && !taken.has(keyText)) taken.set(keyText, pending);
      else left.push(pending);
    }
    this.waiting = left;
    return [...taken.values()];
  }

  /** A batch that the database refuses for what it would write is halved until the culprit stands alone. */
  private async accept(batch: readonly Pending[]): Promise<void> {
    this.batches++;
    const waitFor = this.starved();
    try {
      this.settle(await this.transact(batch, waitFor));
    } catch (error) {
      if (batch.length > 1 && (refusesContent(error) || contradictsJournal(error))) {
        const middle = batch.length >> 1;
        await this.accept(batch.slice(0, middle));
        await this.accept(batch.slice(middle));
      } else if (isLockTimeout(error)) this.giveUp(batch, waitFor, error);
      else batch.forEach(({ reject }) => reject(answerTo(error)));
    }
  }

  /** Whoever holds a lane for so long holds it up alone: what came with it is tried again at once, and the lane skipped again. */
  private giveUp(batch: readonly Pending[], waitedFor: ReadonlySet<number>, error: unknown): void {
    const isLate = ({ command }: Pending): boolean => waitedFor.has(command.lane);
    const late = batch.some(isLate) ? batch.filter(isLate) : batch;
    late.forEach(({ reject }) => reject(answerTo(error)));
    waitedFor.forEach((lane) => this.skips.delete(lane));
    this.waiting.unshift(...batch.filter((each) => !late.includes(each)));
  }

  private transact(batch: readonly Pending[], waitFor: ReadonlySet<number>): Promise<Decided> {
    return this.connection.transaction(async (client) => {
      // BEGIN and load leave in one packet, and so do append, clocks and COMMIT. Of a transaction that fails the first failure
      // says why, so each of these promises must settle as soon as its own answer is there.
      const [, rows] = await Promise.all([client.query('BEGIN'), load(client, batch, waitFor)]);
      const loaded = readLoadedBatch(rows);
      if (loaded.sealed.size > 0) this.after.sealed(loaded.sealed);
      const decided = await decideBatch(this.fold, batch, loaded);
      const { clocks } = decided;
      await Promise.all([append(client, decided), setClocks(client, clocks), commit(client)]);
      return decided;
    });
  }

  private settle({ settle, repeats, refused, skipped, lanes }: Decided): void {
    this.telling = this.tell(settle, this.telling);
    repeats.forEach(({ pending, held }) => this.after.repeat(pending, held));
    refused.forEach((each) => this.after.refuse(each));
    lanes.forEach(({ lane }) => this.skips.delete(lane));
    for (const lane of new Set(skipped.map(({ command }) => command.lane)))
      this.skips.set(lane, (this.skips.get(lane) ?? 0) + 1);
    this.waiting.unshift(...skipped);
  }

  /** Beside the next transaction, in the order in which they were committed. */
  private async tell(answers: readonly (() => void)[], earlier: Promise<void>): Promise<void> {
    await earlier;
    for (const [index, tell] of answers.entries()) {
      if (index > 0 && index % TOLD_A_TURN === 0) await turn();
      tell();
    }
  }

  private starved(): Set<number> {
    return new Set([...this.skips].filter(([, count]) => count >= SKIPS_BEFORE_WAITING).map(([lane]) => lane));
  }
}

/** Unknown whether it was committed, but where the database refused: the same key tells. */
function answerTo(cause: unknown): DomainError | TransientError {
  if (refusesContent(cause)) return new DomainError('CONTENT_NOT_STORABLE', {}, 422);
  if (contradictsJournal(cause)) return new TransientError('LANE_INCONSISTENT', 503, 60, { cause });
  if (isUnconfirmed(cause)) return new TransientError('JOURNAL_UNCONFIRMED', 503, 2, { cause });
  return cause instanceof TransientError ? cause : new TransientError('JOURNAL_UNAVAILABLE', 503, 1, { cause });
}
