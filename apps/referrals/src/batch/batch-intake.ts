import { readContent } from '#libs/accepting';
import { type Actor, TransientError } from '#libs/kernel';
import { Members } from '#libs/membership';
import { answerTo, LOGGER, type Logger, type Problem } from '#libs/platform';
import { Inject, Injectable } from '@nestjs/common';
import { requireOriginator } from '../directory/parties.js';
import { FairLine, type Standing } from '../limits/fair-line.js';
import { RoutineRoom } from '../limits/routine-room.js';
import { standingOf } from '../limits/standings.js';
import type { ReferralAnswer } from '../referral/answer.js';
import { ReferralCommands } from '../referral/referral-commands.js';
import { itemSchema } from './batch.schema.js';

/** What became of one item. */
export type ItemResult =
  | {
      readonly index: number;
      readonly status: 201;
      readonly id: string;
      readonly referral: ReferralAnswer;
      readonly busPosition: string;
    }
  | { readonly index: number; readonly status: number; readonly retryAfter?: number; readonly problem: Problem };

interface Origin {
  readonly actor: Actor;
  readonly correlation: string;
}

/** Submits the items of a batch side by side, each when it is its turn: a full batch at once would stop all others for tens of milliseconds. Each stands or falls alone. */
@Injectable()
export class BatchIntake {
  constructor(
    private readonly commands: ReferralCommands,
    private readonly room: RoutineRoom,
    private readonly line: FairLine,
    private readonly members: Members,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /** @throws DomainError 403 for a role that may submit nothing */
  async submit(items: readonly unknown[], origin: Origin): Promise<ItemResult[]> {
    requireOriginator(this.members.directory, origin.actor);
    const standings = items.map((item) => this.#standingOf(item));
    const { leave, overloaded } = this.#enter(standings.filter(({ urgent }) => !urgent).length);
    try {
      return await Promise.all(
        standings.map(async (standing, index) => {
          if (overloaded && !standing.urgent) return this.#refused(overloaded, index, origin.correlation);
          await this.line.turn(standing);
          return this.#submitOne(items[index], index, origin);
        }),
      );
    } finally {
      leave();
    }
  }

  /** Without room the routine items are refused, the urgent ones are not. */
  #enter(routine: number): { leave: () => void; overloaded: TransientError | null } {
    try {
      return { leave: this.room.enter(routine), overloaded: null };
    } catch (error) {
      if (!(error instanceof TransientError)) throw error;
      return { leave: () => undefined, overloaded: error };
    }
  }

  async #submitOne(item: unknown, index: number, origin: Origin): Promise<ItemResult> {
    try {
      const { idempotencyKey, referral: body } = readContent(itemSchema, item);
      const { answer, position } = await this.commands.open('SubmitReferral', { ...origin, idempotencyKey, body });
      return { index, status: 201, id: answer.id, referral: answer, busPosition: position };
    } catch (error) {
      return this.#refused(error, index, origin.correlation);
    }
  }

  #refused(error: unknown, index: number, correlation: string): ItemResult {
    const { problem, headers } = answerTo(error, correlation);
    const { status, code } = problem;
    if (status >= 500) this.logger.error({ err: error, code, correlationId: correlation, index }, 'item failed');
    const retryAfter = headers['Retry-After'];
    return { index, status, ...(retryAfter !== undefined && { retryAfter: Number(retryAfter) }), problem };
  }

  #standingOf(item: unknown): Standing {
    const referral = typeof item === 'object' && item !== null && 'referral' in item ? item.referral : undefined;
    return standingOf(this.members.directory, referral);
  }
}
