import type { Pool } from 'pg';
import { type AlienRecord, type ConsumerAlarm, ConsumerSignals, type SignalPorts } from '#libs/event-log';
import { groupOf } from '#libs/projections';
import type { AlienWatch } from '../aliens/alien-watch.js';
import { trail } from '../trail.js';
import { openAlarms } from './alarms.js';

type Raised = Parameters<ConsumerSignals['raise']>;

/** The consumer's signals; the alarm of a stopped lane and what strangers wrote are also kept where they outlive this process. */
export class TrailSignals extends ConsumerSignals {
  readonly #pool: Pool;
  readonly #aliens: AlienWatch;
  readonly #log: SignalPorts['logger'];

  constructor(ports: SignalPorts, { pool, aliens }: { readonly pool: Pool; readonly aliens: AlienWatch }) {
    super(groupOf(trail), ports);
    this.#pool = pool;
    this.#aliens = aliens;
    this.#log = ports.logger;
  }

  override alien(record: AlienRecord): void {
    super.alien(record);
    this.#aliens.see(record);
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
