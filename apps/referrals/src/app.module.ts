import { CommandMeter } from '#libs/accepting';
import { Journal } from '#libs/journal';
import { Members } from '#libs/membership';
import { AgencyShares, LOGGER, type Logger } from '#libs/platform';
import { type DynamicModule, Module } from '@nestjs/common';
import { BatchController } from './batch/batch.controller.js';
import { BatchIntake } from './batch/batch-intake.js';
import type { ReferralsConfig } from './config.js';
import { JournalKeeper, openLegJournal } from './journal/leg-journal.js';
import { Admission } from './limits/admission.js';
import { FairLine } from './limits/fair-line.js';
import { RoutineRoom } from './limits/routine-room.js';
import { EscalationCommandController } from './referral/escalation.controller.js';
import { LegMover } from './referral/leg-mover.js';
import { ReferralCommands } from './referral/referral-commands.js';
import { ReferralCommandController } from './referral/referral.controller.js';

/** The write side: commands on referrals into the journal. */
@Module({})
export class ReferralsModule {
  /** Opens the journal, which must have been migrated. Needs Members beside it. */
  static register(config: ReferralsConfig): DynamicModule {
    return {
      module: ReferralsModule,
      controllers: [BatchController, ReferralCommandController, EscalationCommandController],
      providers: [
        Admission,
        BatchIntake,
        CommandMeter,
        FairLine,
        JournalKeeper,
        LegMover,
        ReferralCommands,
        { provide: AgencyShares, useFactory: () => new AgencyShares(config.shares) },
        { provide: RoutineRoom, useFactory: () => new RoutineRoom(config.routineOpen) },
        {
          provide: Journal,
          inject: [Members, LOGGER],
          useFactory: (members: Members, logger: Logger) => openLegJournal(config, members, logger),
        },
      ],
    };
  }
}
