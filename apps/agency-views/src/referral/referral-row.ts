import type {
  AcceptanceScope,
  BundleRef,
  ConsultationResult,
  CrossBorder,
  ExtraditionFlag,
  FileCount,
  Ground,
  HandlingCondition,
  HoldReason,
  InfoRequestType,
  Modifier,
  Nexus,
  NexusBasis,
  OffenceType,
  Party,
  Priority,
  PriorityReason,
  Reporter,
  ReturnCause,
  WithdrawalReason,
} from '#libs/contracts';
import type { SubmittedStatus } from '#libs/domain';
import type { RowOf } from '#libs/projections';
import type { EvidenceJson } from '../plain.js';
import type { referralTable } from './referral.table.js';

type Level = Exclude<Priority, 'UNKNOWN'>;

interface At {
  readonly at: string;
}

/** What the columns of codes and of JSON hold, as the projection wrote them. */
interface Codes {
  readonly status: SubmittedStatus;
  readonly sender_priority: Level | null;
  readonly sender_reasons: readonly PriorityReason[];
  readonly receiver_priority: Level | null;
  readonly receiver_reasons: readonly PriorityReason[];
  readonly reporter: Reporter | null;
  readonly offence_type: OffenceType;
  readonly modifiers: readonly Modifier[];
  readonly files: readonly FileCount[];
  readonly nexus: readonly Nexus[];
  readonly evidence: readonly EvidenceJson[];
  readonly cross_border: CrossBorder | null;
  readonly extradition: ExtraditionFlag | null;
  readonly acceptance_scope: AcceptanceScope | null;
  readonly acceptance_reason: Ground | null;
  readonly acceptance_conditions: readonly HandlingCondition[] | null;
  readonly rejection_reason: Ground | null;
  readonly suggested: Party | null;
  readonly asked: (At & { readonly types: readonly InfoRequestType[]; readonly wantedBy: string | null }) | null;
  readonly hold: { readonly reason: HoldReason; readonly reviewAt: string } | null;
  readonly withdrawal: (At & { readonly reason: WithdrawalReason }) | null;
  readonly onward: (At & { readonly to: Party; readonly leg: string; readonly offered: boolean }) | null;
  readonly returned:
    | (At & {
        readonly by: string;
        readonly leg: string;
        readonly cause: ReturnCause;
        readonly reason: Ground | null;
      })
    | null;
  readonly delay:
    (At & { readonly reason: HoldReason; readonly impossible: boolean; readonly until: string | null }) | null;
  readonly consultation:
    | (At & {
        readonly opener: Party;
        readonly countries: readonly string[];
        readonly bases: readonly NexusBasis[];
      })
    | null;
  readonly consulted: (At & { readonly result: ConsultationResult; readonly lead: string | null }) | null;
  readonly bundle: (BundleRef & { readonly by: string }) | null;
}

/** What the database fills in by itself. */
interface Own {
  readonly driving_priority: Level | null;
  readonly urgency: string;
  readonly available_at: Date;
}

export type ReferralRow = Omit<RowOf<typeof referralTable>, keyof Codes> & Codes & Own;
