import { CommandMeter } from '#libs/accepting';
import { membership, rules } from '#libs/domain';
import { type Fold, Journal } from '#libs/journal';
import { MembershipFollower } from '#libs/membership';
import { Health, LOGGER, type Logger } from '#libs/platform';
import {
  type DynamicModule,
  Inject,
  Module,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';
import type { MembershipConfig } from './config.js';
import { Founder } from './founding/founder.js';
import { MembershipController } from './reading/membership.controller.js';
import { ResponsibilitiesController } from './reading/responsibilities.controller.js';
import { MembershipReads } from './reading/membership-reads.js';
import { RulesController } from './reading/rules.controller.js';
import { TrainingController } from './reading/training.controller.js';
import { Journals } from './words/journals.js';
import { MembershipCommands } from './words/membership-commands.js';
import { MembershipWordsController } from './words/words.controller.js';

const CONFIG = Symbol('membership config');

/** Who takes part: said by operators and agencies, into the journal, and read back from it. */
@Module({})
export class MembershipAppModule implements OnApplicationBootstrap, OnApplicationShutdown {
  constructor(
    @Inject(CONFIG) private readonly config: MembershipConfig,
    private readonly founder: Founder,
    private readonly journals: Journals,
    private readonly health: Health,
  ) {}

  /** Opens the journal, which must have been migrated. */
  static register(config: MembershipConfig): DynamicModule {
    return {
      module: MembershipAppModule,
      controllers: [
        MembershipWordsController,
        MembershipController,
        ResponsibilitiesController,
        RulesController,
        TrainingController,
      ],
      providers: [
        CommandMeter,
        MembershipCommands,
        MembershipReads,
        { provide: CONFIG, useValue: config },
        { provide: Journals, inject: [LOGGER], useFactory: (logger: Logger) => openJournals(config, logger) },
        {
          provide: Founder,
          inject: [Journals, MembershipFollower, LOGGER],
          useFactory: (journals: Journals, follower: MembershipFollower, logger: Logger) =>
            new Founder(journals, follower, logger),
        },
      ],
    };
  }

  onApplicationBootstrap(): void {
    this.health.registerReadiness('membership-journal', () => this.journals.ready());
    this.founder.start(this.config.beginning);
  }

  async onApplicationShutdown(): Promise<void> {
    await this.founder.stop();
    await this.journals.stop();
  }
}

/** A loop each: all is said in one lane. @throws when the database cannot be reached or has not been migrated */
async function openJournals({ journalUrl, digestKeys }: MembershipConfig, logger: Logger): Promise<Journals> {
  const open = <State>(fold: Fold<State>): Promise<Journal<State>> =>
    Journal.open<State>({
      database: { connectionString: journalUrl },
      fold,
      laneClassOf: () => 'routine',
      routineLoops: 1,
      digestKeys,
      onError: (err) => logger.warn({ err, part: 'membership-journal' }, 'journal connection failed'),
    });
  const members = await open(membership);
  const { adjustable } = await members.clock();
  return new Journals(members, await open(rules), adjustable);
}
