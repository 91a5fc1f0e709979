import type { Logger, Metrics } from '#libs/platform';
import type { AlienRecord } from './log-record.js';

/** What a person should look at. Raised once, until it is cleared. */
export type ConsumerAlarm =
  /** A lane's history was changed, or two records claim one position: nothing of the lane is applied any more. */
  | 'LANE_STOPPED'
  /** An event that others follow has not come for a while, though every topic was read to its end. */
  | 'LANE_STALLED'
  /** A consumer that never parks cannot apply an event. */
  | 'LANE_FAILING'
  /** The database or the broker does not answer, or refuses what is asked for. Says of what: `kafka`, `load`, `apply`. */
  | 'CONSUMER_OUTAGE'
  /** Something beside the flow does not work: `stalls` (asking for refills), `hints`, `redrives`. */
  | 'UPKEEP_FAILING';

export interface StandingAlarm {
  readonly code: ConsumerAlarm;
  /** The lane, or the part of the consumer. */
  readonly at: number | string;
}

export interface SignalPorts {
  readonly metrics: Metrics;
  readonly logger: Logger;
}

const ALIEN_QUIET_MS = 1_000;

type Fields = Readonly<Record<string, string | number | boolean | null>>;

/** What a consumer says about itself: metrics, and log lines with ids and codes. */
export class ConsumerSignals {
  readonly #consumer: string;
  readonly #logger: Logger;
  readonly #counters;
  readonly #alarms;
  #alienQuietUntil = 0;
  readonly #raised = new Map<string, StandingAlarm>();

  /** @param consumer name and version, as in the consumer group */
  constructor(consumer: string, { metrics, logger }: SignalPorts) {
    this.#consumer = consumer;
    this.#logger = logger.child({ consumer });
    this.#counters = countersOf(metrics);
    this.#alarms = metrics.gauge({
      name: 'bus_consumer_alarms',
      help: 'Alarms that stand, by consumer and code.',
      labels: ['consumer', 'code'],
    });
  }

  applied(events: number): void {
    this.#counters.applied.inc({ consumer: this.#consumer }, events);
  }

  readPast(what: 'duplicate' | 'dropped', records = 1): void {
    this.#counters.readPast.inc({ consumer: this.#consumer, what }, records);
  }

  alien(fields: AlienRecord): void {
    this.#counters.aliens.inc({ consumer: this.#consumer, reason: fields.reason });
    if (Date.now() < this.#alienQuietUntil) return; // whoever floods a topic must not flood the log
    this.#alienQuietUntil = Date.now() + ALIEN_QUIET_MS;
    this.#logger.error({ code: 'ALIEN_RECORD', ...fields }, 'record without a place');
  }

  parked(fields: { readonly lane: number; readonly position: number; readonly reason: string }): void {
    this.#counters.parked.inc({ consumer: this.#consumer, reason: fields.reason });
    this.#logger.error({ code: 'EVENT_PARKED', ...fields }, 'event parked');
  }

  refillAsked(lane: number, after: number): void {
    this.#counters.refills.inc({ consumer: this.#consumer });
    this.#logger.warn({ code: 'REFILL_ASKED', lane, after }, 'events are missing on the topics');
  }

  hintFailed(): void {
    this.#counters.hints.inc({ consumer: this.#consumer });
  }

  joined(lanes: number): void {
    this.#logger.info({ code: 'LANES_ASSIGNED', lanes }, 'lanes assigned');
  }

  /** @param at the lane, or the part of the consumer */
  raise(code: ConsumerAlarm, at: number | string, fields: Fields = {}, error?: unknown): void {
    const id = `${code}/${at}`;
    if (this.#raised.has(id)) return;
    this.#raised.set(id, { code, at });
    this.#count(code);
    this.#logger.error({ code, at, ...fields, ...(error !== undefined && { err: error }) }, 'alarm');
  }

  clear(code: ConsumerAlarm, at: number | string): void {
    if (!this.#raised.delete(`${code}/${at}`)) return;
    this.#count(code);
    this.#logger.info({ code, at }, 'alarm over');
  }

  /** The alarms that stand. */
  standing(): StandingAlarm[] {
    return [...this.#raised.values()];
  }

  #count(code: ConsumerAlarm): void {
    const standing = this.standing().filter((each) => each.code === code).length;
    this.#alarms.set({ consumer: this.#consumer, code }, standing);
  }
}

function countersOf(metrics: Metrics) {
  return {
    applied: metrics.counter({
      name: 'bus_consumer_events_applied_total',
      help: 'Events that had their effect.',
      labels: ['consumer'],
    }),
    readPast: metrics.counter({
      name: 'bus_consumer_records_read_past_total',
      help: 'Records without effect: duplicates, and those dropped because an earlier one of their topic is missing.',
      labels: ['consumer', 'what'],
    }),
    aliens: metrics.counter({
      name: 'bus_consumer_alien_records_total',
      help: 'Records that the relay did not sign, by reason.',
      labels: ['consumer', 'reason'],
    }),
    parked: metrics.counter({
      name: 'bus_consumer_events_parked_total',
      help: 'Events parked, by reason.',
      labels: ['consumer', 'reason'],
    }),
    refills: metrics.counter({
      name: 'bus_consumer_refills_asked_total',
      help: 'Refills asked of the relay.',
      labels: ['consumer'],
    }),
    hints: metrics.counter({
      name: 'bus_consumer_offset_hints_failed_total',
      help: 'Failed commits of offsets to Kafka, which only lag tools read.',
      labels: ['consumer'],
    }),
  };
}
