import type { Actor } from '#libs/kernel';
import { answerTo, LOGGER, type Logger, type Problem } from '#libs/platform';
import { Inject, Injectable } from '@nestjs/common';
import { readContent } from '../content/read-content.js';
import { requireOriginator } from '../directory/parties.js';
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

/** Submits the items of a batch side by side; each stands or falls alone. */
@Injectable()
export class BatchIntake {
  constructor(
    private readonly commands: ReferralCommands,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /** @throws DomainError 403 for a role that may submit nothing */
  async submit(items: readonly unknown[], origin: { actor: Actor; correlation: string }): Promise<ItemResult[]> {
    requireOriginator(origin.actor);
    return Promise.all(items.map((item, index) => this.#submitOne(item, index, origin)));
  }

  async #submitOne(item: unknown, index: number, origin: { actor: Actor; correlation: string }): Promise<ItemResult> {
    try {
      const { idempotencyKey, referral: body } = readContent(itemSchema, item);
      const { answer, position } = await this.commands.submit({ ...origin, idempotencyKey, body });
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
}
