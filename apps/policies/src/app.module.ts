import type { Leg } from '#libs/domain';
import { Clocks, Journal, legFold } from '#libs/journal';
import { Members } from '#libs/membership';
import { Health, LOGGER, type Logger, Metrics } from '#libs/platform';
import { type DynamicModule, Module, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { ClockRunner } from './clock/clock-runner.js';
import type { PoliciesConfig } from './config.js';
import { PoliciesConsumer } from './consumer/policies.consumer.js';
import { PoliciesFeed } from './consumer/policies.feed.js';
import { DutyDesk } from './duty/duty-desk.js';
import { DutyWorker } from './duty/duty-worker.js';
import { EvidenceDesk } from './evidence/evidence-desk.js';
import { EvidenceDoor } from './evidence/evidence-door.js';
import { EvidenceWorker } from './evidence/evidence-worker.js';

/**
 * What the bus says by itself: when a case goes on, by a consumer that files duties and a worker that says what they ask for;
 * when time has passed, by a runner of clocks; how far a leg got on its way, by a worker that asks who knows.
 */
@Module({})
export class PoliciesModule implements OnApplicationBootstrap, OnApplicationShutdown {
  constructor(
    private readonly consumer: PoliciesConsumer,
    private readonly worker: DutyWorker,
    private readonly evidence: EvidenceWorker,
    private readonly runner: ClockRunner,
    private readonly clocks: Clocks<Leg>,
    private readonly journal: Journal<Leg>,
    private readonly health: Health,
  ) {}

  /** The app also connects the transport: see `connectPolicies`. Needs Members beside it. */
  static register(config: PoliciesConfig): DynamicModule {
    return {
      module: PoliciesModule,
      controllers: [PoliciesFeed],
      providers: [
        {
          provide: PoliciesConsumer,
          inject: [Metrics, LOGGER],
          useFactory: (metrics: Metrics, logger: Logger) => new PoliciesConsumer(config, { metrics, logger }),
        },
        {
          provide: Journal,
          inject: [Members, LOGGER],
          useFactory: (members: Members, logger: Logger) => openPolicyJournal(config, members, logger),
        },
        {
          provide: DutyWorker,
          inject: [PoliciesConsumer, Journal, Members, Metrics, LOGGER],
          useFactory: (
            { pool }: PoliciesConsumer,
            journal: Journal<Leg>,
            members: Members,
            metrics: Metrics,
            logger: Logger,
          ) =>
            new DutyWorker({
              desk: new DutyDesk(pool),
              journal,
              members,
              logger,
              metrics,
            }),
        },
        {
          provide: EvidenceWorker,
          inject: [PoliciesConsumer, Journal, Members, Metrics, LOGGER],
          useFactory: (
            { pool }: PoliciesConsumer,
            journal: Journal<Leg>,
            members: Members,
            metrics: Metrics,
            logger: Logger,
          ) => {
            const source = new EvidenceDoor(config.receipts.url, config.receipts.client);
            return new EvidenceWorker({ desk: new EvidenceDesk(pool), source, journal, members, metrics, logger });
          },
        },
        {
          provide: Clocks,
          inject: [Members, LOGGER],
          useFactory: (members: Members, logger: Logger) =>
            new Clocks(
              { connectionString: config.journalUrl },
              legFold(() => members.rulebook),
              (err) => logger.warn({ err, part: 'policies-clocks' }, 'journal connection failed'),
            ),
        },
        {
          provide: ClockRunner,
          inject: [Clocks, Journal, Members, Metrics, LOGGER],
          useFactory: (
            clocks: Clocks<Leg>,
            journal: Journal<Leg>,
            members: Members,
            metrics: Metrics,
            logger: Logger,
          ) => new ClockRunner({ clocks, journal, members, metrics, logger }),
        },
      ],
    };
  }

  onApplicationBootstrap(): void {
    this.worker.start();
    this.evidence.start();
    this.runner.start();
    this.health.registerReadiness('policies-consumer', () => this.consumer.assertFollowing());
    this.health.registerReadiness('policies-journal', () => this.journal.ready());
    this.health.registerReadiness('policies-clocks', () => this.runner.assertRunning());
  }

  /** The transport is closed by then. */
  async onApplicationShutdown(): Promise<void> {
    await Promise.all([this.worker.stop(), this.evidence.stop(), this.runner.stop()]);
    await this.journal.stop();
    await this.clocks.close();
    await this.consumer.stop();
  }
}

/** @throws when the database cannot be reached or has not been migrated */
function openPolicyJournal(
  { journalUrl, digestKeys }: PoliciesConfig,
  members: Members,
  logger: Logger,
): Promise<Journal<Leg>> {
  return Journal.open<Leg>({
    database: { connectionString: journalUrl },
    fold: legFold(() => members.rulebook),
    laneClassOf: (lane) => members.directory.lanes.classOf(lane),
    digestKeys,
    routineLoops: 2,
    onError: (err) => logger.warn({ err, part: 'policies-journal' }, 'journal connection failed'),
  });
}
