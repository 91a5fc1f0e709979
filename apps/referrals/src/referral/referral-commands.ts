import { Directory, type Leg } from '#libs/domain';
import { Journal, type LaneCommand, type Outcome } from '#libs/journal';
import { formatBusPosition, TransientError } from '#libs/kernel';
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
      const key = idempotencyKeyFrom(raw.idempotencyKey);
      refusePersonalData(raw.body);
      const submission = readContent(submissionSchema, raw.body);
      return this.#settle(() => submitLeg(this.directory, this.#originOf(raw, key), submission));
    });
  }

  /** @throws ProblemError, DomainError, TransientError */
  move<Content extends object>(move: Move<Content>, id: string, raw: RawCommand): Promise<Settled> {
    return this.meter.measure(move.name, () => {
      const key = idempotencyKeyFrom(raw.idempotencyKey);
      return this.#settle(() => moveLeg(this.directory, this.#originOf(raw, key), { id, move, body: raw.body }));
    });
  }

  #originOf({ actor, correlation }: RawCommand, key: string): Origin {
    return { actor, correlation, key, sealed: this.journal.sealed };
  }

  /** A lane that turns out to be sealed is known for that from then on: another one is taken, where there is another. */
  async #settle(make: () => LaneCommand<Leg>): Promise<Settled> {
    for (let command = make(); ;) {
      try {
        return settledBy(await this.journal.handle(command), command);
      } catch (error) {
        const next = isSealed(error) ? make() : command;
        if (next.lane === command.lane && next.refusalLane === command.refusalLane) throw error;
        command = next;
      }
    }
  }
}

const isSealed = (error: unknown): boolean => error instanceof TransientError && error.code === 'LANE_SEALED';

function settledBy(outcome: Outcome<Leg>, command: LaneCommand<Leg>): Settled {
  return {
    answer: answerTo(outcome, command.key),
    position: formatBusPosition(outcome.position),
    outcome: outcome.repeated ? 'REPEATED' : outcome.kind === 'recorded' ? 'ACCEPTED' : 'UNCHANGED',
  };
}
