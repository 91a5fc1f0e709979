import { type CaseReader, classesOf, EXTENTS } from '#libs/access';
import {
  ACCESS_EXTENTS,
  ACCURACIES,
  EXTRADITION_FLAGS,
  INFO_REQUEST_TYPES,
  MODIFIERS,
  type Outcome,
  OUTCOMES,
  PURPOSES,
  TRANSFER_REASONS,
} from '#libs/contracts';
import { isOpen, REFERRAL_STATUSES } from '#libs/domain';
import { z } from 'zod';
import { deliveryEvidence, deliveryEvidenceOf } from '../delivery/delivery-view.js';
import type { PartRow } from '../parts/part.entity.js';
import { code, party, time } from '../reading/view-fields.js';
import { caseFacts } from '../referral/content-view.js';
import type { ReadableReferral } from '../referral/referral-rows.js';
import { referralFields, referralViewOf } from '../referral/referral-view.js';
import { sideOf } from '../referral/side.js';
import { referralExample } from '../referral/referral.example.js';
import type { OpenRequestRow } from '../requests/open-request.entity.js';
import type { FollowedLeg } from './case-rows.js';
import { waiver, type Waiver } from './waivers.js';

const part = z
  .strictObject({
    id: z.uuid().meta({ description: 'Of the event: what corrections name it by.' }),
    kind: z.enum(['INFORMATION', 'SUPPLEMENT', 'OUTCOME']),
    by: z.string(),
    at: time,
    about: z.uuid().nullable().meta({ description: 'The part that it adds to; null: the submission.' }),
    carried: z.boolean().meta({ description: 'Said on an earlier leg, and carried on by the bus.' }),
    version: z.int(),
    inErrorAt: time.nullable().meta({ description: 'Since when it counts no more.' }),
    answered: z.array(code(INFO_REQUEST_TYPES)).readonly(),
    unavailable: z.array(code(INFO_REQUEST_TYPES)).readonly(),
    modifiers: z.array(code(MODIFIERS)).readonly(),
    ...caseFacts,
    outcomes: z
      .array(
        z.strictObject({ outcome: code(OUTCOMES), on: z.iso.date().nullable(), accuracy: code(ACCURACIES).nullable() }),
      )
      .readonly()
      .meta({ description: 'When and how sure is null where the class of outcome alone is for the caller.' }),
    extradition: code(EXTRADITION_FLAGS).nullable(),
  })
  .meta({ id: 'Part' });

const leg = z
  .strictObject({
    id: z.string(),
    hop: z.int(),
    from: party,
    to: party,
    status: z.enum(REFERRAL_STATUSES),
    since: time,
    holds: z.boolean().meta({ description: 'Its recipient holds the case there.' }),
    outcomes: z.array(code(OUTCOMES)).readonly().meta({ description: 'Classes of the outcomes that stand.' }),
  })
  .meta({ id: 'CaseLeg' });

const request = z.strictObject({
  kind: z.enum(['ACCESS', 'TRANSFER']),
  by: party,
  at: time,
  purpose: code(PURPOSES).nullable(),
  extent: code(ACCESS_EXTENTS).nullable(),
  reason: code(TRANSFER_REASONS).nullable(),
});

const reached = (step: string, at: string, dueAt: string | null) => ({ step, at, dueAt, late: false, missed: false });

const example = {
  ...referralExample,
  delivery: {
    ...referralExample.delivery,
    steps: [
      reached('ACCEPTED', '2026-11-24T08:30:00.125Z', null),
      reached('RELAYED', '2026-11-24T08:30:00.301Z', '2026-11-24T09:00:00.125Z'),
      reached('AVAILABLE', '2026-11-24T08:30:00.410Z', '2026-11-24T09:00:00.125Z'),
      reached('RETRIEVED', '2026-11-24T08:30:01.902Z', '2026-11-24T16:30:00.125Z'),
      reached('ACKNOWLEDGED', '2026-11-24T08:55:13.090Z', null),
    ],
  },
  access: 'PARTY',
  parts: [
    {
      id: '0198c1f1-6f2a-7b6e-9a51-3c1d2e4f5a6d',
      kind: 'OUTCOME',
      by: 'PH-WCPC',
      at: '2026-11-24T15:00:00.000Z',
      about: null,
      carried: false,
      version: 1,
      inErrorAt: null,
      answered: [],
      unavailable: [],
      modifiers: [],
      files: [],
      nexus: [],
      evidence: [],
      crossBorder: null,
      outcomes: [{ outcome: 'CHILD_SAFEGUARDED', on: '2026-11-24', accuracy: 'CONFIRMED' }],
      extradition: null,
    },
  ],
  waivers: [],
  legs: [],
  requests: [],
};

/** A referral with all that hangs on it. */
export const caseView = z
  .strictObject({
    ...referralFields,
    delivery: deliveryEvidence,
    access: z.enum(EXTENTS).meta({
      description:
        'As what the caller is shown it: a party; an agency that the holder opened it to; REQUESTS_AND_OUTCOME: its sender in a role that is told what is asked of it and the class of outcome, and no case (vocabulary 6).',
    }),
    parts: z.array(part).readonly().meta({ description: 'What was said beside the submission, oldest first.' }),
    waivers: z.array(waiver).readonly().meta({
      description:
        'Waivers of dual criminality that stand, and whether they were judged here: between the parties of this referral.',
    }),
    legs: z
      .array(leg)
      .readonly()
      .meta({ description: 'Other legs of the case that the caller may follow: its first sender all of them (I1).' }),
    requests: z
      .array(request)
      .readonly()
      .meta({ description: 'Undecided requests of agencies that are no party; shown to the holder.' }),
  })
  .meta({ id: 'Case', example });

export type CaseView = z.output<typeof caseView>;

export interface CaseParts {
  readonly parts: readonly PartRow[];
  readonly waivers: readonly Waiver[];
  readonly legs: readonly FollowedLeg[];
  readonly requests: readonly OpenRequestRow[];
}

export function caseViewOf(
  referral: ReadableReferral,
  { parts, waivers, legs, requests }: CaseParts,
  reader: CaseReader,
  known: ReadonlySet<string>,
): CaseView {
  return {
    ...referralViewOf(referral, reader, known),
    delivery: deliveryEvidenceOf(referral.row, sideOf(referral.row, reader)),
    access: referral.extent,
    parts: parts.map((each) => partOf(each, referral.extent)),
    waivers,
    legs: legs.map(legOf),
    requests: requests.map(requestOf),
  };
}

function partOf(row: PartRow, extent: CaseView['access']): CaseView['parts'][number] {
  return part.parse({
    id: row.event_id,
    kind: row.kind,
    by: row.by_agency,
    at: row.said_at.toISOString(),
    about: row.about,
    carried: row.carried,
    version: row.version,
    inErrorAt: row.in_error_at?.toISOString() ?? null,
    answered: row.answered,
    unavailable: row.unavailable,
    modifiers: row.modifiers,
    files: row.files,
    nexus: row.nexus,
    evidence: row.evidence,
    crossBorder: row.cross_border,
    outcomes:
      extent === 'REQUESTS_AND_OUTCOME'
        ? classesOf(row.outcomes as readonly { readonly outcome: Outcome }[]).map((each) => ({
            ...each,
            on: null,
            accuracy: null,
          }))
        : row.outcomes,
    // no outcome, and no state
    extradition: extent === 'PARTY' || extent === 'CASE' ? row.extradition : null,
  });
}

function legOf({ row, outcomes }: FollowedLeg): CaseView['legs'][number] {
  return {
    id: row.id,
    hop: row.hop,
    from: { agency: row.sender_agency, role: row.sender_role, country: row.sender_country },
    to: { agency: row.recipient_agency, role: row.recipient_role, country: row.recipient_country },
    status: row.status,
    since: row.since.toISOString(),
    holds: isOpen(row.status),
    outcomes,
  };
}

function requestOf({ kind, agency, role, country, asked_at, said }: OpenRequestRow): CaseView['requests'][number] {
  const by = { agency, role, country };
  const words = { purpose: null, extent: null, reason: null, ...(said as object) };
  return request.parse({ kind, by, at: asked_at.toISOString(), ...words });
}
