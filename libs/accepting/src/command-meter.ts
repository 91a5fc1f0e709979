import { DomainError, TransientError } from '#libs/kernel';
import { Metrics, ProblemError } from '#libs/platform';
import { Injectable } from '@nestjs/common';
import type { Counter, Histogram } from 'prom-client';

const BUCKETS = [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5];

/** What became of an accepted command. */
export interface Metered {
  readonly outcome: 'ACCEPTED' | 'REPEATED' | 'UNCHANGED';
}

/** Counts what became of commands and how long they took. Outcomes are words and codes of this program's text, never of a request. */
@Injectable()
export class CommandMeter {
  readonly #outcomes: Counter<'command' | 'outcome'>;
  readonly #seconds: Histogram<'command'>;

  constructor(metrics: Metrics) {
    this.#outcomes = metrics.counter({
      name: 'bus_commands_total',
      help: 'Commands by what became of them: ACCEPTED, REPEATED, UNCHANGED, or the code of the refusal.',
      labels: ['command', 'outcome'],
    });
    this.#seconds = metrics.histogram({
      name: 'bus_command_seconds',
      help: 'Time from reading a command to its answer.',
      labels: ['command'],
      buckets: BUCKETS,
    });
  }

  async measure<T extends Metered>(command: string, work: () => Promise<T>): Promise<T> {
    const stop = this.#seconds.startTimer({ command });
    try {
      const settled = await work();
      this.#outcomes.inc({ command, outcome: settled.outcome });
      return settled;
    } catch (error) {
      this.#outcomes.inc({ command, outcome: codeOf(error) });
      throw error;
    } finally {
      stop();
    }
  }
}

function codeOf(error: unknown): string {
  const known = error instanceof DomainError || error instanceof TransientError || error instanceof ProblemError;
  return known ? error.code : 'INTERNAL';
}
