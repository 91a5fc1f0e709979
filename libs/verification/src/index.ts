export { CHECKS, type CheckId } from './check-ids.js';
export type { Finding, FindingKind } from './finding.js';
export {
  isAccepted,
  isRead,
  ledgerEntry,
  type LedgerEntry,
  READ_REFERRAL,
  READ_TIMELINE,
} from './ledger/ledger-entry.js';
export { LedgerError, ledgerSize, readLedger } from './ledger/ledger-reader.js';
export { type Ledger, LedgerFile, noLedger } from './ledger/ledger-writer.js';
export { rebuildProgram, type RebuildProgram } from './readers/rebuild-program.js';
export type { DatabaseName } from './readers/databases.js';
export { type PartOptions, type Parts, type PartsChecked, verifyParts } from './part-verification.js';
export type { Checked } from './report.js';
export { type Rebuild, type RebuildReport, SourceAwayError, type Sources } from './sources.js';
export { Verification, type VerificationOptions } from './verification.js';
