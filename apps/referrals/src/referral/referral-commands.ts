import { CommandMeter, idempotencyKeyFrom, readContent } from '#libs/accepting';
import type { BusEvent } from '#libs/contracts';
import type { Leg } from '#libs/domain';
import { Journal, type LaneCommand, type Outcome } from '#libs/journal';
import { formatBusPosition, TransientError } from '#libs/kernel';
import { Members, requireStanding } from '#libs/membership';
import { Injectable } from '@nestjs/common';
import { refusePersonalData } from '../content/personal-data.js';
import { submissionSchema } from '../content/submission.schema.js';
import type { Move } from '../moves/move.js';
import { answerTo, noted } from './answer.js';
import { isUnknown, moveLeg } from './move-leg.js';
import { openLeg, type OpeningName } from './open-leg.js';
import type { Origin, RawCommand } from './origin.js';
import type { Opened, Settled } from './settled.js';

/** Reads commands, takes them to the journal, and makes its outcome an answer. Refusals reject as they came. */
@Injectable()
export class ReferralCommands {
  constructor(
    private readonly members: Members,
    private readonly journal: Journal<Leg>,
    private readonly meter: CommandMeter,
  ) {}

  /** @throws ProblemError, DomainError, TransientError */
  open(name: OpeningName, raw: RawCommand): Promise<Opened> {
    return this.meter.measure(name, async () => {
      const key = idempotencyKeyFrom(raw.idempotencyKey);
      refusePersonalData(raw.body);
      const submission = readContent(submissionSchema, raw.body);
      return told(
        await this.#settle(() => openLeg(this.members.directory, this.#originOf(raw, key), { name, submission })),
      );
    });
  }

  /** @throws ProblemError, DomainError, TransientError */
  move(move: Move, id: string, raw: RawCommand): Promise<Settled> {
    return this.meter.measure<Settled>(move.name, async () => {
      const key = idempotencyKeyFrom(raw.idempotencyKey);
      refusePersonalData(raw.body);
      const { body } = raw;
      const settle = (): Promise<Settlement> =>
        this.#settle(() => moveLeg(this.members.directory, this.#originOf(raw, key), { id, move, body }));
      return move.discreet ? toldNothing(settle) : told(await settle());
    });
  }

  #originOf({ actor, correlation }: RawCommand, key: string): Origin {
    const { rulebook, membership } = this.members;
    return { actor, correlation, key, sealed: this.journal.sealed, rulebook, membership };
  }

  #inGoodStanding(command: LaneCommand<Leg>): LaneCommand<Leg> {
    const decide = (state: Leg, now: number): BusEvent[] => {
      requireStanding(this.members, command.actor);
      return command.decide(state, now);
    };
    return { ...command, decide };
  }

  /** A lane that turns out to be sealed is known for that from then on: another one is taken, where there is another. */
  async #settle(read: () => LaneCommand<Leg>): Promise<Settlement> {
    const make = (): LaneCommand<Leg> => this.#inGoodStanding(read());
    for (let command = make(); ;) {
      try {
        return { outcome: await this.journal.handle(command), id: command.key };
      } catch (error) {
        const next = isSealed(error) ? make() : command;
        if (next.lane === command.lane && next.refusalLane === command.refusalLane) throw error;
        command = next;
      }
    }
  }
}

interface Settlement {
  readonly outcome: Outcome<Leg>;
  readonly id: string;
}

const isSealed = (error: unknown): boolean => error instanceof TransientError && error.code === 'LANE_SEALED';

function told({ outcome, id }: Settlement): Opened {
  return { answer: answerTo(outcome, id), position: formatBusPosition(outcome.position), outcome: wordOf(outcome) };
}

/** The same to whoever must not learn of a referral, also of one whose address cannot be. @throws what is said of the content */
async function toldNothing(settle: () => Promise<Settlement>): Promise<Settled> {
  try {
    return { answer: noted, position: null, outcome: wordOf((await settle()).outcome) };
  } catch (error) {
    if (isUnknown(error)) return { answer: noted, position: null, outcome: 'UNCHANGED' };
    throw error;
  }
}

function wordOf({ repeated, kind }: Outcome<Leg>): Settled['outcome'] {
  return repeated ? 'REPEATED' : kind === 'recorded' ? 'ACCEPTED' : 'UNCHANGED';
}
