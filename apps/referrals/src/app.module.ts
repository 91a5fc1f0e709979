import { CommandMeter } from '#libs/accepting';
import { Directory } from '#libs/domain';
import { Journal } from '#libs/journal';
import { AgencyShares, LOGGER, type Logger } from '#libs/platform';
import { type DynamicModule, Module } from '@nestjs/common';
import { BatchController } from './batch/batch.controller.js';
import { BatchIntake } from './batch/batch-intake.js';
import type { ReferralsConfig } from './config.js';
import { JournalKeeper, openLegJournal } from './journal/leg-journal.js';
import { Admission } from './limits/admission.js';
import { RoutineRoom } from './limits/routine-room.js';
import { ReferralCommands } from './referral/referral-commands.js';
import { ReferralCommandController } from './referral/referral.controller.js';

/** The write side: commands on referrals into the journal. */
@Module({})
export class ReferralsModule {
  /** Opens the journal, which must have been migrated. */
  static register(config: ReferralsConfig): DynamicModule {
    return {
      module: ReferralsModule,
      controllers: [BatchController, ReferralCommandController],
      providers: [
        Admission,
        BatchIntake,
        CommandMeter,
        JournalKeeper,
        ReferralCommands,
        { provide: AgencyShares, useFactory: () => new AgencyShares(config.shares) },
        { provide: RoutineRoom, useFactory: () => new RoutineRoom(config.routineOpen) },
        { provide: Directory, useValue: config.directory },
        { provide: Journal, inject: [LOGGER], useFactory: (logger: Logger) => openLegJournal(config, logger) },
      ],
    };
  }
}
