import { Directory } from '#libs/domain';
import { type Actor, DomainError } from '#libs/kernel';
import { AgencyShares, type Caller, Metrics, ProblemError } from '#libs/platform';
import { Injectable } from '@nestjs/common';
import type { Counter } from 'prom-client';
import { actorOf } from '../directory/parties.js';

/** The door of every command: only agencies of the directory pass, each within its share. */
@Injectable()
export class Admission {
  readonly #turnedAway: Counter<'code'>;

  constructor(
    private readonly directory: Directory,
    private readonly shares: AgencyShares,
    metrics: Metrics,
  ) {
    this.#turnedAway = metrics.counter({
      name: 'bus_commands_turned_away_total',
      help: 'Requests with commands that were not looked at, by code; a batch counts once.',
      labels: ['code'],
    });
  }

  /**
   * @param weight how many commands the request holds
   * @throws DomainError 403 AGENCY_UNKNOWN, ROLE_NOT_OF_AGENCY; TooManyRequests; whatever `work` throws
   */
  async run<T>(caller: Caller, weight: number, work: (actor: Actor) => Promise<T>): Promise<T> {
    const { actor, leave } = this.#enter(caller, weight);
    try {
      return await work(actor);
    } finally {
      leave();
    }
  }

  #enter(caller: Caller, weight: number): { actor: Actor; leave: () => void } {
    try {
      const actor = actorOf(this.directory, caller);
      return { actor, leave: this.shares.take(actor.agency, weight) };
    } catch (error) {
      if (error instanceof DomainError || error instanceof ProblemError) this.#turnedAway.inc({ code: error.code });
      throw error;
    }
  }
}
