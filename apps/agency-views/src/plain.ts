import type { CrossBorder, Evidence, FileCount, Nexus, Party, ReportedOutcome } from '#libs/contracts';
import type { JsonValue } from '#libs/projections';

/** Evidence as a view keeps and shows it. */
export type EvidenceJson = Omit<Evidence, 'sha256'> & { readonly sha256: string | null };

const DAY_MS = 86_400_000;

/** Records of events as plain JSON. Field by field: a decoded record has a prototype, and may have fields of a newer schema. */
export const partyOf = ({ agency, role, country }: Party): JsonValue => ({ agency, role, country });

export const filesOf = (files: readonly FileCount[]): JsonValue => files.map(({ kind, count }) => ({ kind, count }));

export const nexusOf = (nexus: readonly Nexus[]): JsonValue =>
  nexus.map(({ country, basis, confidence }) => ({ country, basis, confidence }));

export const evidenceOf = (evidence: readonly Evidence[]): JsonValue =>
  evidence.map(({ reference, kind, holder, mediaType, size, sha256 }) => ({
    reference,
    kind,
    holder,
    mediaType,
    size,
    sha256: sha256 && Buffer.from(sha256).toString('hex'),
  }));

export const outcomesOf = (outcomes: readonly ReportedOutcome[]): JsonValue =>
  outcomes.map(({ outcome, on, accuracy }) => ({ outcome, on: dayOf(on), accuracy }));

export function crossBorderOf(facts: CrossBorder | null): JsonValue {
  if (!facts) return null;
  const { types, dualCriminality, dualCriminalityWaiver, extraditionFlag, childDefinitionConflict } = facts;
  return { types, dualCriminality, dualCriminalityWaiver, extraditionFlag, childDefinitionConflict };
}

/** @param days since 1970 */
const dayOf = (days: number): string => new Date(days * DAY_MS).toISOString().slice(0, 10);

/** @param at ms since 1970, UTC */
export const isoOf = (at: number): string => new Date(at).toISOString();

export const isoOrNull = (at: number | null): string | null => (at === null ? null : isoOf(at));
