import { CommandMeter } from '#libs/accepting';
import { membership, type Membership } from '#libs/domain';
import { Journal } from '#libs/journal';
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
import { TrainingController } from './reading/training.controller.js';
import { MembershipCommands } from './words/membership-commands.js';
import { MembershipWordsController } from './words/words.controller.js';

const CONFIG = Symbol('membership config');

/** Who takes part: said by operators and agencies, into the journal, and read back from it. */
@Module({})
export class MembershipAppModule implements OnApplicationBootstrap, OnApplicationShutdown {
  constructor(
    @Inject(CONFIG) private readonly config: MembershipConfig,
    private readonly founder: Founder,
    private readonly journal: Journal<Membership>,
    private readonly health: Health,
  ) {}

  /** Opens the journal, which must have been migrated. */
  static register(config: MembershipConfig): DynamicModule {
    return {
      module: MembershipAppModule,
      controllers: [MembershipWordsController, MembershipController, ResponsibilitiesController, TrainingController],
      providers: [
        CommandMeter,
        MembershipCommands,
        MembershipReads,
        { provide: CONFIG, useValue: config },
        { provide: Journal, inject: [LOGGER], useFactory: (logger: Logger) => openMembershipJournal(config, logger) },
        {
          provide: Founder,
          inject: [Journal, MembershipFollower, LOGGER],
          useFactory: (journal: Journal<Membership>, follower: MembershipFollower, logger: Logger) =>
            new Founder(journal, follower, logger),
        },
      ],
    };
  }

  onApplicationBootstrap(): void {
    this.health.registerReadiness('membership-journal', () => this.journal.ready());
    if (this.config.founding) this.founder.start(this.config.founding);
  }

  async onApplicationShutdown(): Promise<void> {
    await this.founder.stop();
    await this.journal.stop();
  }
}

/** One loop: all is said in one lane. @throws when the database cannot be reached or has not been migrated */
function openMembershipJournal(
  { journalUrl, digestKeys }: MembershipConfig,
  logger: Logger,
): Promise<Journal<Membership>> {
  return Journal.open<Membership>({
    database: { connectionString: journalUrl },
    fold: membership,
    laneClassOf: () => 'routine',
    routineLoops: 1,
    digestKeys,
    onError: (err) => logger.warn({ err, part: 'membership-journal' }, 'journal connection failed'),
  });
}
