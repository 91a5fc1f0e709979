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
/**
 * `change`: id that the caller made. `commentsUntil`: null for the whole period; sooner in exercises only. `exercise`, here and
 * below: code of the one that this is said in; null for what is real.
 */
export type ProposeDocument = Command<
  'ProposeDocument',
  FirstEdition & {
    readonly change: string;
    readonly inForceFrom: number;
    readonly commentsUntil: number | null;
    readonly exercise: string | null;
  }
>;
export type CommentOnChange = Command<
  'CommentOnChange',
  { readonly change: string; readonly comment: string; readonly exercise: string | null }
>;
export type ApproveDocument = Command<'ApproveDocument', { readonly change: string; readonly exercise: string | null }>;

interface Ending {
  readonly change: string;
  readonly reason: ChangeEndReason;
  readonly exercise: string | null;
}

/** By the operator: it does not come into force. */
export type DeclineDocument = Command<'DeclineDocument', Ending>;
/** By the agency that proposed it. */
export type WithdrawDocument = Command<'WithdrawDocument', Ending>;

export type RulesCommand =
  PublishFirst | ProposeDocument | CommentOnChange | ApproveDocument | DeclineDocument | WithdrawDocument;
