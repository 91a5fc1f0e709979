import type { ChangeEndReason } from '#libs/contracts';
import type { Command } from '#libs/kernel';
import type { DocumentKind } from './state.js';

export interface FirstEdition {
  readonly kind: DocumentKind;
  readonly subject: string;
  readonly document: string;
}

/** What a release brings: counts for each document of which nothing was ever published, and for no other. */
export type PublishFirst = Command<'PublishFirst', { readonly editions: readonly FirstEdition[] }>;
/** `change`: id that the caller made. `commentsUntil`: null for the whole period; sooner in exercises only. */
export type ProposeDocument = Command<
  'ProposeDocument',
  FirstEdition & {
    readonly change: string;
    readonly inForceFrom: number;
    readonly commentsUntil: number | null;
    readonly synthetic: boolean;
  }
>;
export type CommentOnChange = Command<'CommentOnChange', { readonly change: string; readonly comment: string }>;
/** `synthetic`: whether it approves what was proposed in an exercise. */
export type ApproveDocument = Command<'ApproveDocument', { readonly change: string; readonly synthetic: boolean }>;

interface Ending {
  readonly change: string;
  readonly reason: ChangeEndReason;
  /** Whether it ends what was proposed in an exercise. */
  readonly synthetic: boolean;
}

/** By the operator: it does not come into force. */
export type DeclineDocument = Command<'DeclineDocument', Ending>;
/** By the agency that proposed it. */
export type WithdrawDocument = Command<'WithdrawDocument', Ending>;

export type RulesCommand =
  PublishFirst | ProposeDocument | CommentOnChange | ApproveDocument | DeclineDocument | WithdrawDocument;
