import type {
  AcceptanceScope,
  FileCount,
  Ground,
  Modifier,
  Nexus,
  OffenceType,
  Party,
  Priority,
  PriorityReason,
  Reporter,
} from '#libs/contracts';
import type { ReferralStatus } from '#libs/domain';
import type { RowOf } from '#libs/projections';
import type { referralTable } from './referral.table.js';

type Level = Exclude<Priority, 'UNKNOWN'>;

/** What the columns of codes and of JSON hold, as the projection wrote them. */
interface Codes {
  readonly status: Exclude<ReferralStatus, 'NONE'>;
  readonly sender_priority: Level | null;
  readonly sender_reasons: readonly PriorityReason[];
  readonly receiver_priority: Level | null;
  readonly receiver_reasons: readonly PriorityReason[];
  readonly driving_priority: Level | null;
  readonly reporter: Reporter | null;
  readonly offence_type: OffenceType;
  readonly modifiers: readonly Modifier[];
  readonly files: readonly FileCount[];
  readonly nexus: readonly Nexus[];
  readonly acceptance_scope: AcceptanceScope | null;
  readonly acceptance_reason: Ground | null;
  readonly rejection_reason: Ground | null;
  readonly suggested: Party | null;
}

export type ReferralRow = Omit<RowOf<typeof referralTable>, keyof Codes> & Codes & { readonly available_at: Date };
