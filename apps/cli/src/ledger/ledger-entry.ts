import { z } from 'zod';

/** One attempt of one command, and what came back: what an agency could show if the bus denied it. */
export const ledgerEntry = z.strictObject({
  /** When the answer came, or did not, by the caller's clock. */
  at: z.iso.datetime(),
  agency: z.string(),
  /** Such as SubmitReferral, AcceptReferral. */
  command: z.string(),
  key: z.string().nullable(),
  /** The referral that the command was for; null for a submission. */
  target: z.string().nullable(),
  /** The sender's own reference of a submission. */
  reference: z.string().nullable(),
  /** 0 when no answer came. */
  status: z.int(),
  /** Code of the refusal; null for 2xx and where no answer came. */
  code: z.string().nullable(),
  /** The referral of a 2xx answer. */
  id: z.string().nullable(),
  /** SHA-256 of the answer's bytes, hex; of a batch, of the item's answer. */
  digest: z.string().nullable(),
  /** Bus-Position of a 2xx answer. */
  position: z.string().nullable(),
});

export type LedgerEntry = z.output<typeof ledgerEntry>;

export const isAccepted = ({ status }: Pick<LedgerEntry, 'status'>): boolean => status >= 200 && status < 300;
