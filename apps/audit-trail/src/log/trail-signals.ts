import type { Pool } from 'pg';
import { type ConsumerAlarm, ConsumerSignals, type SignalPorts } from '#libs/event-log';
import { groupOf } from '#libs/projections';
import { trail } from '../trail.js';
import { openAlarms } from './alarms.js';

type Raised = Parameters<ConsumerSignals['raise']>;

/** The consumer's signals, with the alarm of a stopped lane also written where it outlives this process. */
export class TrailSignals extends ConsumerSignals {
  readonly #pool: Pool;
  readonly #log: SignalPorts['logger'];

  constructor(ports: SignalPorts, pool: Pool) {
    super(groupOf(trail), ports);
    this.#pool = pool;
    this.#log = ports.logger;
  }

  override raise(code: ConsumerAlarm, at: Raised[1], fields: Raised[2] = {}, error?: unknown): void {
    super.raise(code, at, fields, error);
    if (code !== 'LANE_STOPPED' || typeof at !== 'number') return;
    const alarm = {
      lane: at,
      topic: String(fields.topic),
      position: Number(fields.position),
      reason: String(fields.reason),
      leaf: null,
    };
    openAlarms(this.#pool, [alarm]).catch((err: unknown) => {
      this.#log.error({ err, code: 'ALARM_NOT_STORED', lane: at }, 'the alarm of a stopped lane could not be stored');
    });
  }
}
