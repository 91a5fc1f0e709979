import type { Members } from '#libs/membership';
import { type Logger, type Metrics, Turns } from '#libs/platform';
import type { Schedule } from '../schedule/schedule.js';
import { byWhat, reachable } from './by-what.js';
import type { DueCall } from './call.js';
import type { CallChannels, Tried } from './call-channels.js';
import type { CallDesk } from './call-desk.js';

/** Messages under way at once: one channel that hangs holds one place, and not for long. */
const AT_ONCE = 128;
const BUSY_MS = 200;
const IDLE_MS = 500;
const AWAY_MS = 2_000;

export interface CallerParts {
  readonly desk: CallDesk;
  readonly channels: CallChannels;
  readonly schedule: Schedule;
  readonly members: Pick<Members, 'membership' | 'rulebook'>;
  readonly logger: Logger;
  readonly metrics: Metrics;
}

/**
 * Calls whoever must act, by every channel of theirs, until a person acknowledges or nothing is owed any more. Each channel is
 * tried by itself: none waits for another, or stops because another one took it.
 */
export class Caller {
  readonly #parts: CallerParts;
  readonly #turns = new Turns(() => this.#turn());
  readonly #inFlight = new Set<Promise<void>>();
  readonly #tried;

  constructor(parts: CallerParts) {
    this.#parts = parts;
    const { metrics, desk } = parts;
    this.#tried = metrics.counter({
      name: 'bus_call_messages_total',
      help: 'Messages by which somebody was called, by channel and what came of it: TAKEN, or why not.',
      labels: ['channel', 'outcome'],
    });
    metrics.gauge({
      name: 'bus_calls_open',
      help: 'Desks that are called until a person acknowledges.',
      collect: async (gauge) => gauge.set((await desk.standing()).open),
    });
    metrics.gauge({
      name: 'bus_calls_oldest_unreached_seconds',
      help: 'Since when a desk is called of which no channel took anything.',
      collect: async (gauge) => gauge.set((await desk.standing()).unreachedSeconds),
    });
  }

  start(): void {
    this.#turns.start();
  }

  /** Ends after what is under way. */
  async stop(): Promise<void> {
    await this.#turns.stop();
    await Promise.all(this.#inFlight);
  }

  /** @returns how long to wait before the next, in milliseconds */
  async #turn(): Promise<number> {
    const { desk, logger, members } = this.#parts;
    try {
      // before anything is taken up
      const { membership, rulebook } = members;
      for (const call of await desk.unlooked())
        await desk.register(call, byWhat(call, membership, rulebook, call.now.getTime()));
      const due = await desk.take(AT_ONCE - this.#inFlight.size);
      for (const each of due) this.#begin(each);
      return due.length > 0 ? BUSY_MS : IDLE_MS;
    } catch (err) {
      logger.warn({ err, part: 'delivery-calls', code: 'CALLS_AWAY' }, 'nobody can be called');
      return AWAY_MS;
    }
  }

  #begin(call: DueCall): void {
    const sent = this.#send(call).finally(() => this.#inFlight.delete(sent));
    this.#inFlight.add(sent);
  }

  async #send(call: DueCall): Promise<void> {
    const { desk, schedule, channels, logger } = this.#parts;
    const { agency, role, referral, kind, step } = call;
    const named = { part: 'delivery-calls', event: call.event, referral, agency, role, channel: kind, step };
    try {
      const tried = await this.#try(call, channels);
      this.#tried.inc({ channel: kind, outcome: tried.code });
      const isUrgent = call.level === 'P1';
      if (tried.code === 'TAKEN') {
        logger.info({ ...named, message: call.messages + 1 }, 'a desk was called');
        return await desk.taken(call, tried, schedule.reminderAfter(call.messages + 1, isUrgent));
      }
      logger.warn({ ...named, code: tried.code, status: tried.status }, 'a desk could not be called');
      await desk.failed(call, tried, schedule.waitOf(call.failures + 1, isUrgent));
    } catch (err) {
      // it is tried again once its lease is over, as the same message
      logger.warn({ ...named, err }, 'a call could not be sent or settled');
    }
  }

  async #try(call: DueCall, channels: CallChannels): Promise<Tried> {
    const member = reachable(call, this.#parts.members.membership);
    return member ? channels.deliver(call) : { code: 'TAKES_NO_PART', status: null };
  }
}
