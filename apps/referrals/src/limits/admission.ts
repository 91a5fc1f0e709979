import { actorOf } from '#libs/accepting';
import { type Actor, DomainError, TransientError } from '#libs/kernel';
import { Members } from '#libs/membership';
import { AgencyShares, type Caller, Metrics, ProblemError } from '#libs/platform';
import { Injectable } from '@nestjs/common';
import type { Counter } from 'prom-client';
import { FairLine, type Standing } from './fair-line.js';
import { RoutineRoom } from './routine-room.js';

/** The door of every command: only agencies of the directory pass, each within its share, routine commands while there is room, and a few at a time. */
@Injectable()
export class Admission {
  readonly #turnedAway: Counter<'code'>;

  constructor(
    private readonly members: Members,
    private readonly shares: AgencyShares,
    private readonly room: RoutineRoom,
    private readonly line: FairLine,
    metrics: Metrics,
  ) {
    this.#turnedAway = metrics.counter({
      name: 'bus_commands_turned_away_total',
      help: 'Requests with commands that were not looked at, by code; a batch counts once.',
      labels: ['code'],
    });
  }

  /**
   * One command, begun when it is its turn.
   * @throws DomainError 403 AGENCY_UNKNOWN, ROLE_NOT_OF_AGENCY; TooManyRequests; TransientError 429 OVERLOADED; whatever `work` throws
   */
  async one<T>(caller: Caller, standing: Standing, work: (actor: Actor) => Promise<T>): Promise<T> {
    const { actor, leave } = this.#enter(caller, { commands: 1, routine: standing.urgent ? 0 : 1 });
    try {
      await this.line.turn(standing);
      return await work(actor);
    } finally {
      leave();
    }
  }

  /**
   * A request with many commands, which find room and turns by themselves.
   * @throws DomainError 403 AGENCY_UNKNOWN, ROLE_NOT_OF_AGENCY; TooManyRequests; whatever `work` throws
   */
  async many<T>(caller: Caller, commands: number, work: (actor: Actor) => Promise<T>): Promise<T> {
    const { actor, leave } = this.#enter(caller, { commands, routine: 0 });
    try {
      return await work(actor);
    } finally {
      leave();
    }
  }

  #enter(
    caller: Caller,
    { commands, routine }: { commands: number; routine: number },
  ): { actor: Actor; leave: () => void } {
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
