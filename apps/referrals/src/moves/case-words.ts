import type { Additions, CrossBorder, Evidence, Incident } from '#libs/contracts';
import type { z } from 'zod';
import type { crossBorder, evidence, incident } from '../content/case.schemas.js';
import type { additions } from '../content/part.schemas.js';

/** What was not said is null in the log. */
export const incidentOf = ({ occurredAt, zone, ...codes }: z.output<typeof incident>): Incident => ({
  ...codes,
  occurredAt: occurredAt ?? null,
  zone: zone ?? null,
});

export const crossBorderOf = (facts: z.output<typeof crossBorder> | undefined): CrossBorder | null =>
  facts
    ? {
        types: facts.types,
        dualCriminality: facts.dualCriminality ?? null,
        dualCriminalityWaiver: facts.dualCriminalityWaiver ?? null,
        extraditionFlag: facts.extraditionFlag ?? null,
        childDefinitionConflict: facts.childDefinitionConflict ?? null,
      }
    : null;

export const evidenceOf = (pieces: z.output<typeof evidence>): Evidence[] =>
  pieces.map(({ mediaType = null, size = null, sha256, ...piece }) => ({
    ...piece,
    mediaType,
    size,
    sha256: sha256 === undefined ? null : Buffer.from(sha256, 'hex'),
  }));

export const additionsOf = (added: z.output<typeof additions>): Additions => ({
  modifiers: added.modifiers,
  files: added.files,
  nexus: added.nexus,
  evidence: evidenceOf(added.evidence),
  crossBorder: crossBorderOf(added.crossBorder),
  subjects: [],
});
