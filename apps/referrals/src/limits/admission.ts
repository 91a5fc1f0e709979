import { actorOf } from '#libs/accepting';
import { type Actor, DomainError, TransientError } from '#libs/kernel';
import { Members } from '#libs/membership';
import { AgencyShares, type Caller, Metrics, ProblemError } from '#libs/platform';
import { Injectable } from '@nestjs/common';
import type { Counter } from 'prom-client';
import { RoutineRoom } from './routine-room.js';

/** How many commands a request holds. */
export interface Weight {
  readonly commands: number;
  /** Those that are not urgent. */
  readonly routine: number;
}

/** The door of every command: only agencies of the directory pass, each within its share, and routine commands while there is room. */
@Injectable()
export class Admission {
  readonly #turnedAway: Counter<'code'>;

  constructor(
    private readonly members: Members,
    private readonly shares: AgencyShares,
    private readonly room: RoutineRoom,
    metrics: Metrics,
  ) {
    this.#turnedAway = metrics.counter({
      name: 'bus_commands_turned_away_total',
      help: 'Requests with commands that were not looked at, by code; a batch counts once.',
      labels: ['code'],
    });
  }

  /**
   * @throws DomainError 403 AGENCY_UNKNOWN, ROLE_NOT_OF_AGENCY; TooManyRequests; TransientError 429 OVERLOADED; whatever `work` throws
   */
  async run<T>(caller: Caller, weight: Weight, work: (actor: Actor) => Promise<T>): Promise<T> {
    const { actor, leave } = this.#enter(caller, weight);
    try {
      return await work(actor);
    } finally {
      leave();
    }
  }

  #enter(caller: Caller, { commands, routine }: Weight): { actor: Actor; leave: () => void } {
    try {
      const actor = actorOf(this.members.directory, caller);
      const leaveRoom = this.room.enter(routine);
      try {
        const leaveShare = this.shares.take(actor.agency, commands);
        return { actor, leave: () => (leaveShare(), leaveRoom()) };
      } catch (error) {
        leaveRoom();
        throw error;
      }
    } catch (error) {
      if (error instanceof DomainError || error instanceof ProblemError || error instanceof TransientError)
        this.#turnedAway.inc({ code: error.code });
      throw error;
    }
  }
}
