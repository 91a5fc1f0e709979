import { z } from 'zod';

/** A text that ledgers of earlier releases do not have. */
const later = z.string().nullable().default(null);

/**
 * One request and what came back: what an agency could show if the bus denied it. A JSON line in the file; an attempt without
 * an answer is an entry too. Commands and reads stand in one file, in the order in which their answers came.
 */
export const ledgerEntry = z.strictObject({
  /** When the answer came, or did not, by the caller's clock. */
  at: z.iso.datetime(),
  agency: z.string(),
  /** Such as SubmitReferral, AcceptReferral; ReadReferral and ReadTimeline for reads. */
  command: z.string(),
  key: z.string().nullable(),
  /** The referral that the command or read was for; null for a submission. */
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
  /** Bus-Position of a 2xx answer: of a read, how far the view was. */
  position: z.string().nullable(),
  /** SHA-256 of what was asked, hex: the same for the same command with the same content. */
  request: later,
  /** Whose reads follow one another: each was sent after the answer before had come. */
  session: later,
  /** Bus-Min-Position of a read. */
  minimum: later,
  /** What a read showed: status of the referral, or types of its events with a comma between. Null where it said that the referral is parked, or showed a part. */
  state: later,
});

export type LedgerEntry = z.output<typeof ledgerEntry>;

export const isAccepted = ({ status }: Pick<LedgerEntry, 'status'>): boolean => status >= 200 && status < 300;

/** The reads that are judged. */
export const READ_REFERRAL = 'ReadReferral';
export const READ_TIMELINE = 'ReadTimeline';

export const isRead = ({ command }: Pick<LedgerEntry, 'command'>): boolean =>
  command === READ_REFERRAL || command === READ_TIMELINE;
