import { Health, LOGGER, type Logger, Metrics } from '#libs/platform';
import { PositionGate, ProjectionRunner } from '#libs/projections';
import { type DynamicModule, Module, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { ActingController } from './acting/acting.controller.js';
import { agencyViews } from './agency-views.projection.js';
import type { AgencyViewsConfig } from './config.js';
import { CaseRows } from './case/case-rows.js';
import { Cases } from './case/cases.js';
import { AgencyViewsConsumer } from './consumer/agency-views.consumer.js';
import { AgencyViewsFeed } from './consumer/agency-views.feed.js';
import { LiveSwitch } from './consumer/live-switch.js';
import { viewsDatabase } from './database/views-database.js';
import { EscalationRows } from './escalation/escalation-rows.js';
import { Escalations } from './escalation/escalations.js';
import { EscalationsController } from './escalation/escalations.controller.js';
import { LegStandings } from './escalation/leg-standings.js';
import { ExerciseLegs } from './exercise/exercise-legs.js';
import { ExercisesController } from './exercise/exercises.controller.js';
import { FeedModule } from './feed/feed.module.js';
import { InboxController } from './lists/inbox.controller.js';
import { ReferralLists } from './lists/referral-lists.js';
import { SentController } from './lists/sent.controller.js';
import { BusClock } from './reading/bus-clock.js';
import { ViewAge } from './reading/view-age.js';
import { ReceiptsModule } from './receipts/receipts.module.js';
import { ReferralReads } from './referral/referral-reads.js';
import { ReferralRows } from './referral/referral-rows.js';
import { ReferralController } from './referral/referral.controller.js';
import { Releases } from './release/releases.js';
import { ReleasesController } from './release/releases.controller.js';
import { TimelineRows } from './timeline/timeline-rows.js';
import { TimelineController } from './timeline/timeline.controller.js';
import { Timelines } from './timeline/timelines.js';
import { CaseloadController } from './worklists/caseload.controller.js';
import { OverdueList } from './worklists/overdue-list.js';
import { OverdueController } from './worklists/overdue.controller.js';
import { WorkLists } from './worklists/work-lists.js';
import { WorklistRows } from './worklists/worklist-rows.js';
import { WorklistsController } from './worklists/worklists.controller.js';

/** What agencies read: a consumer that keeps the view's tables, and the routes that answer from them. */
@Module({})
export class AgencyViewsModule implements OnApplicationBootstrap, OnApplicationShutdown {
  constructor(
    private readonly consumer: AgencyViewsConsumer,
    private readonly database: DataSource,
    private readonly health: Health,
    private readonly liveSwitch: LiveSwitch,
  ) {}

  /** The app also connects the transport: see `connectAgencyViews`. */
  static register(config: AgencyViewsConfig): DynamicModule {
    const receipts = ReceiptsModule.register(config.databaseUrl);
    return {
      module: AgencyViewsModule,
      imports: [receipts, FeedModule.register(config, receipts)],
      controllers: [
        AgencyViewsFeed,
        InboxController,
        SentController,
        CaseloadController,
        ReleasesController, // before the worklists by name, as the next
        OverdueController,
        WorklistsController,
        ReferralController,
        ActingController,
        TimelineController,
        EscalationsController,
        ExercisesController,
      ],
      providers: [
        { provide: DataSource, useFactory: () => viewsDatabase(config.databaseUrl).initialize() },
        {
          provide: AgencyViewsConsumer,
          inject: [Metrics, LOGGER],
          useFactory: (metrics: Metrics, logger: Logger) => new AgencyViewsConsumer(config, { metrics, logger }),
        },
        { provide: ProjectionRunner, inject: [AgencyViewsConsumer], useFactory: runnerOf },
        { provide: LiveSwitch, inject: [AgencyViewsConsumer, LOGGER], useFactory: liveSwitchOf },
        { provide: PositionGate, inject: [AgencyViewsConsumer], useFactory: gateOf },
        BusClock,
        ViewAge,
        ReferralRows,
        ReferralReads,
        ReferralLists,
        Releases,
        WorklistRows,
        WorkLists,
        OverdueList,
        CaseRows,
        Cases,
        TimelineRows,
        Timelines,
        EscalationRows,
        LegStandings,
        Escalations,
        ExerciseLegs,
      ],
    };
  }

  onApplicationBootstrap(): void {
    this.consumer.runner.start();
    this.liveSwitch.start();
    this.health.registerReadiness('agency-views-consumer', () => this.consumer.assertFollowing());
    this.health.registerReadiness('agency-views-database', async () => void (await this.database.query('SELECT 1')));
  }

  /** The transport is closed by then. */
  async onApplicationShutdown(): Promise<void> {
    await this.liveSwitch.stop();
    await this.consumer.stop();
    await this.database.destroy();
  }
}

const runnerOf = ({ runner }: AgencyViewsConsumer): ProjectionRunner => runner;

const liveSwitchOf = ({ pool }: AgencyViewsConsumer, logger: Logger): LiveSwitch => new LiveSwitch(pool, logger);

const gateOf = ({ pool, runner }: AgencyViewsConsumer): PositionGate =>
  new PositionGate({ pool, consumer: agencyViews, progress: runner.progress });
