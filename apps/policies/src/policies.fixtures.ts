import { type Directory, firstRulebook, type Leg, type Membership, membership, rules } from '#libs/domain';
import { decodeEvent } from '#libs/contracts';
import type { LogRecord } from '#libs/event-log';
import { advanceBusClock, Clocks, Journal, legFold } from '#libs/journal';
import { createLogger, Metrics } from '#libs/platform';
import { createSpecDatabase } from '#libs/testing';
import pg from 'pg';
import { type SpecApp, startReferrals } from '../../referrals/src/referrals-app.fixtures.js';
import { ClockRunner } from './clock/clock-runner.js';
import { migratePolicies } from './database/policies-database.js';
import { dutiesApplier } from './duty/duties.applier.js';
import { DutyDesk } from './duty/duty-desk.js';
import { DutyWorker } from './duty/duty-worker.js';
import { EvidenceDesk } from './evidence/evidence-desk.js';
import type { EvidenceSource } from './evidence/evidence-door.js';
import { EvidenceWorker } from './evidence/evidence-worker.js';

/** The write side and the policies on databases of their own; what Kafka would bring is brought by hand. */
export interface SpecPolicies {
  readonly app: SpecApp;
  readonly journal: pg.Pool;
  readonly duties: pg.Pool;
  /** Brings the whole log again, as after a rebalance, in one transaction a lane. */
  bring(): Promise<void>;
  /** A worker of its own, as of another process. @param knows who takes part, as far as it knows */
  worker(desk?: DutyDesk, knows?: Directory): DutyWorker;
  /** What makes evidence of delivery, as of another process. */
  evidence(source: EvidenceSource, desk?: EvidenceDesk): EvidenceWorker;
  /** A runner of clocks of its own, as of another process. @param taking who takes part, as far as it knows; nobody */
  runner(taking?: Membership): SpecRunner;
  /** Puts the time of the bus ahead. */
  advance(ms: number): Promise<void>;
  close(): Promise<void>;
}

/** A runner with what it counts. */
export interface SpecRunner {
  readonly metrics: Metrics;
  stop(): Promise<void>;
}

interface Row {
  readonly lane: number;
  readonly position: string;
  readonly fingerprint: Buffer;
  readonly bytes: Buffer;
}

export async function startPolicies(): Promise<SpecPolicies> {
  const app = await startReferrals();
  const database = await createSpecDatabase();
  await migratePolicies(database.url());
  const journal = new pg.Pool({ connectionString: app.database.url() });
  const duties = new pg.Pool({ connectionString: database.url() });
  const { directory, digestKeys } = app.config;
  const fold = legFold(() => firstRulebook);
  const nobody = membership.initialState();
  const members = { directory, membership: nobody, rulebook: firstRulebook, rules: rules.initialState() };
  const writer = await Journal.open<Leg>({
    database: { connectionString: app.database.url('bus_writer') },
    fold,
    laneClassOf: (lane) => directory.lanes.classOf(lane),
    digestKeys,
  });
  const logger = createLogger({ app: 'policies', level: 'fatal' });
  const workers: { stop(): Promise<void> }[] = [];
  return {
    ...{ app, journal, duties },
    bring: async () => {
      const { rows } = await journal.query<Row>(
        'SELECT lane, position, fingerprint, bytes FROM journal WHERE topic = 0 ORDER BY lane, position',
      );
      for (const lane of new Set(rows.map((row) => row.lane)))
        await bringLane(
          duties,
          rows.filter((row) => row.lane === lane),
        );
    },
    worker: (desk = new DutyDesk(duties), knows = directory) => {
      const made = new DutyWorker({
        desk,
        journal: writer,
        members: { ...members, directory: knows },
        logger,
        metrics: new Metrics(),
      });
      workers.push(made);
      made.start();
      return made;
    },
    evidence: (source, desk = new EvidenceDesk(duties)) => {
      const made = new EvidenceWorker({ desk, source, journal: writer, members, logger, metrics: new Metrics() });
      workers.push(made);
      made.start();
      return made;
    },
    runner: (taking = nobody) => {
      const clocks = new Clocks({ connectionString: app.database.url('bus_writer') }, fold, () => undefined);
      const metrics = new Metrics();
      const runner = new ClockRunner({
        ...{ clocks, journal: writer, logger, metrics },
        members: { ...members, membership: taking },
      });
      let ended: Promise<void> | undefined;
      const stop = (): Promise<void> => (ended ??= runner.stop().then(() => clocks.close()));
      workers.push({ stop });
      runner.start();
      return { metrics, stop };
    },
    advance: async (ms) => {
      if (!(await advanceBusClock(journal, ms))) throw new Error('the time of this journal is fixed');
    },
    close: async () => {
      await Promise.all(workers.map((each) => each.stop()));
      await writer.stop();
      await Promise.all([journal.end(), duties.end()]);
      await app.close();
      await database.drop();
    },
  };
}

async function bringLane(pool: pg.Pool, rows: readonly Row[]): Promise<void> {
  const records = rows.map(({ lane, position, fingerprint, bytes }) => ({
    record: { lane, position: Number(position), fingerprint, bytes } as LogRecord,
    event: decodeEvent({ fingerprint, bytes }),
    fault: null,
  }));
  const tx = await pool.connect();
  try {
    await tx.query('BEGIN');
    await dutiesApplier.apply(tx, records);
    await tx.query('COMMIT');
  } finally {
    tx.release();
  }
}
