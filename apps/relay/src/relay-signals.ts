import type { Logger, Metrics } from '#libs/platform';
import type { Confirmation } from './guard/journal-guard.js';
import type { HoldReason } from './shipping/lane-holds.js';
import type { LaneCursor } from './shipping/cursors.js';
import type { Parcel } from './shipping/parcel.js';

export interface RelaySources {
  readonly cursors: () => Promise<readonly LaneCursor[]>;
  readonly held: () => readonly { readonly lane: number; readonly reason: HoldReason }[];
  readonly isOwner: () => boolean;
  readonly isConfirmed: () => boolean;
}

const BUCKETS = [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5];

/** What an operator sees of the relay. */
export class RelaySignals {
  readonly #logger: Logger;
  readonly #counters;
  readonly #seconds;
  /** When the requests that wait for their answers were sent. */
  readonly #unanswered = new Set<{ readonly sentAt: number }>();

  constructor(metrics: Metrics, logger: Logger, sources: RelaySources) {
    this.#logger = logger;
    this.#counters = {
      relayed: metrics.counter({
        name: 'bus_relay_events_total',
        help: 'Events confirmed by Kafka, repeats included.',
        labels: ['topic'],
      }),
      failed: metrics.counter({
        name: 'bus_relay_failed_requests_total',
        help: 'Requests that were not confirmed as a whole.',
        labels: ['code'],
      }),
      rewound: metrics.counter({
        name: 'bus_relay_rewinds_total',
        help: 'Lanes shipped again from an earlier position.',
        labels: ['cause'],
      }),
      refills: metrics.counter({
        name: 'bus_relay_refill_requests_total',
        help: 'Requests of consumers.',
        labels: ['outcome'],
      }),
    };
    this.#seconds = metrics.histogram({
      name: 'bus_relay_request_seconds',
      help: 'Time from sending to confirmation.',
      buckets: BUCKETS,
    });
    metrics.gauge({
      name: 'bus_relay_unanswered_seconds',
      help: 'How long the request that waits longest for an answer of Kafka has waited; 0 where none does.',
      collect: (gauge) => gauge.set(this.#longestWait() / 1_000),
    });
    declareGauges(metrics, sources);
  }

  /** Waits for the answer to a request. @returns what it says */
  async answered<T>(request: () => Promise<T>): Promise<T> {
    const sent = { sentAt: performance.now() };
    this.#unanswered.add(sent);
    try {
      const answer = await request();
      this.#seconds.observe((performance.now() - sent.sentAt) / 1_000);
      return answer;
    } finally {
      this.#unanswered.delete(sent);
    }
  }

  #longestWait(): number {
    const now = performance.now();
    return Math.max(0, ...[...this.#unanswered].map(({ sentAt }) => now - sentAt));
  }

  shipped(parcels: readonly Parcel[]): void {
    for (const { topic, messages } of parcels.flatMap(({ batches }) => batches))
      this.#counters.relayed.inc({ topic }, messages.length);
  }

  failed(code: string, err: unknown): void {
    this.#counters.failed.inc({ code });
    this.#logger.warn({ err, code }, 'a request was not confirmed');
  }

  rewound(cause: 'TAIL_BEHIND' | 'RECORDS_LOST' | 'REFILL', lanes: readonly number[]): void {
    if (lanes.length === 0) return;
    this.#counters.rewound.inc({ cause }, lanes.length);
    if (cause === 'REFILL') this.#logger.info({ lanes }, 'lanes are refilled');
    else this.#logger.error({ alarm: cause, lanes }, 'a topic lost records; they are sent again');
  }

  refills(outcome: 'taken' | 'malformed', count: number): void {
    if (count > 0) this.#counters.refills.inc({ outcome }, count);
  }

  held(lane: number, alarm: HoldReason, err?: unknown): void {
    this.#logger.error({ alarm, lane, err }, 'a lane is not shipped');
  }

  released(lane: number): void {
    this.#logger.info({ lane }, 'a lane is shipped again');
  }

  /** The journal's server was started anew, or was confirmed since. */
  confirmation(confirmation: Confirmation): void {
    if (!confirmation)
      this.#logger.warn(
        { alarm: 'JOURNAL_UNCONFIRMED' },
        'nothing is accepted until the journal has been compared with the topics',
      );
    else if (confirmation.by === 'relay') this.#logger.info('the journal was compared with the topics and accepts');
    else
      this.#logger.warn(confirmation, "the journal accepts by a person's word, without a comparison with the topics");
  }

  ownership(epoch: number | undefined): void {
    this.#logger.info({ epoch }, epoch === undefined ? 'the relay stands by' : 'the relay ships');
  }

  trouble(part: string, err: unknown): void {
    this.#logger.warn({ err, part }, 'the relay tries again');
  }
}

function declareGauges(metrics: Metrics, { cursors, held, isOwner, isConfirmed }: RelaySources): void {
  metrics.gauge({
    name: 'bus_relay_lag_events',
    help: 'Events accepted and not yet relayed, by lane.',
    labels: ['lane'],
    collect: async (gauge) => {
      for (const { lane, position, head } of await cursors()) gauge.set({ lane: String(lane) }, head - position);
    },
  });
  metrics.gauge({
    name: 'bus_relay_held_lanes',
    help: 'Lanes that are not shipped, by reason.',
    labels: ['reason'],
    collect: (gauge) => {
      gauge.reset();
      for (const { reason } of held()) gauge.inc({ reason });
    },
  });
  metrics.gauge({
    name: 'bus_relay_owner',
    help: '1 where this relay ships.',
    collect: (gauge) => gauge.set(isOwner() ? 1 : 0),
  });
  metrics.gauge({
    name: 'bus_relay_journal_confirmed',
    help: '1 where somebody has confirmed since the database started that the journal is not behind the topics.',
    collect: (gauge) => gauge.set(isConfirmed() ? 1 : 0),
  });
}
