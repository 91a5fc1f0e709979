import { Directory, type Leg } from '#libs/domain';
import { Journal, type LaneCommand } from '#libs/journal';
import { formatBusPosition } from '#libs/kernel';
import { Injectable } from '@nestjs/common';
import { readContent, refusePersonalData } from '../content/read-content.js';
import { submissionSchema } from '../content/submission.schema.js';
import { idempotencyKeyFrom } from '../idempotency/idempotency-key.js';
import { answerTo } from './answer.js';
import { CommandMeter } from './command-meter.js';
import { moveLeg } from './move-leg.js';
import type { Move } from './moves.js';
import type { Origin, RawCommand } from './origin.js';
import type { Settled } from './settled.js';
import { submitLeg } from './submit-leg.js';

/** Reads commands, takes them to the journal, and makes its outcome an answer. Refusals reject as they came. */
@Injectable()
export class ReferralCommands {
  constructor(
    private readonly directory: Directory,
    private readonly journal: Journal<Leg>,
    private readonly meter: CommandMeter,
  ) {}

  /** @throws ProblemError, DomainError, TransientError */
  submit(raw: RawCommand): Promise<Settled> {
    return this.meter.measure('SubmitReferral', () => {
      const origin = originOf(raw);
      refusePersonalData(raw.body);
      return this.#settle(submitLeg(this.directory, origin, readContent(submissionSchema, raw.body)));
    });
  }

  /** @throws ProblemError, DomainError, TransientError */
  move<Content extends object>(move: Move<Content>, id: string, raw: RawCommand): Promise<Settled> {
    return this.meter.measure(move.name, () => {
      const origin = originOf(raw);
      return this.#settle(moveLeg(this.directory, origin, { id, move, body: raw.body }));
    });
  }

  async #settle(command: LaneCommand<Leg>): Promise<Settled> {
    const outcome = await this.journal.handle(command);
    return {
      answer: answerTo(outcome, command.key),
      position: formatBusPosition(outcome.position),
      outcome: outcome.repeated ? 'REPEATED' : outcome.kind === 'recorded' ? 'ACCEPTED' : 'UNCHANGED',
    };
  }
}

function originOf({ actor, correlation, idempotencyKey }: RawCommand): Origin {
  return { actor, correlation, key: idempotencyKeyFrom(idempotencyKey) };
}
