import { CHANGE_END_REASONS } from '#libs/contracts';
import {
  type Author,
  DOCUMENT_KINDS,
  type Edition,
  type EndedProposal,
  type OpenProposal,
  proposerOf,
  type Term,
  TREATY_OBSTACLES,
} from '#libs/domain';
import { z } from 'zod';
import { versionField } from './views.js';

const moment = z.iso.datetime();

export const kindParam = z.enum(DOCUMENT_KINDS);

export const documentView = z.strictObject({
  id: z.string().meta({ description: 'Kind and name.', example: 'RULE_SET/referral' }),
  versions: z.int(),
  newest: z.int().nullable(),
});

const editionView = z.strictObject({
  version: z.int(),
  publishedAt: moment,
  inForceFrom: moment,
  exercise: z.boolean().meta({ description: 'Holds for no real case.' }),
  document: z.unknown(),
});

export const editionsView = z.strictObject({ id: z.string(), versions: z.array(editionView) });

export const comparisonQuery = z.strictObject({
  from: z.coerce.number().int().min(1).meta({ example: 1 }),
  to: z.coerce.number().int().min(1).meta({ example: 1 }),
});

export const comparisonView = z.strictObject({
  from: z.int(),
  to: z.int(),
  differences: z.array(
    z.strictObject({
      path: z
        .string()
        .meta({ description: 'JSON pointer; rows of a list by their country or term.', example: '/silenceDays' }),
      before: z.unknown().optional(),
      after: z.unknown().optional(),
    }),
  ),
});

const authorView = z.strictObject({
  agency: z.string(),
  role: z.string(),
  person: z.string().nullable().meta({ description: "Opaque reference; null for other agencies' people." }),
});

/** Null for what was said before it was recorded who says it. */
const authorField = authorView.nullable();

export const proposalView = z.strictObject({
  id: z.string(),
  kind: kindParam,
  subject: z.string(),
  version: z.int(),
  proposedAt: moment,
  commentsUntil: moment,
  inForceFrom: moment,
  exercise: z.boolean(),
  exerciseCode: z.string().nullable().meta({
    description:
      'The exercise, as what is said of the proposal names it; null for a real one, and where that was not recorded yet.',
  }),
  proposedBy: authorField.meta({ description: 'Null where that was not recorded yet.' }),
  document: z.unknown(),
  comments: z.array(
    z.strictObject({
      at: moment,
      comment: z.string(),
      by: authorField.meta({ description: 'Null where that was not recorded yet.' }),
    }),
  ),
});

export const endedProposalView = proposalView
  .pick({
    id: true,
    kind: true,
    subject: true,
    version: true,
    proposedAt: true,
    exercise: true,
    exerciseCode: true,
    proposedBy: true,
  })
  .extend({
    end: z.enum(['DECLINED', 'WITHDRAWN']),
    reason: z.enum([...CHANGE_END_REASONS, 'UNKNOWN']),
    by: z.string().meta({ description: 'Agency that declined it, or that had proposed it and took it back.' }),
    at: moment,
  });

export const glossaryQuery = z.strictObject({
  search: z.string().trim().min(1).max(80).optional().meta({
    description: 'Whatever people say, in whatever language has approved translations.',
    example: 'sextortion',
  }),
  language: z
    .string()
    .regex(/^[a-z]{2}$/)
    .optional()
    .meta({ description: 'ISO 639-1: with the approved translation, where there is one.' }),
});

const termView = z.strictObject({
  id: z.string(),
  preferred: z.string().meta({ description: 'What is said; empty where there is no usable form.' }),
  class: z.enum(['USE', 'CARE', 'AVOID']),
  confirmed: z.boolean().meta({ description: 'False: a question, not a fact.' }),
  avoid: z.array(z.strictObject({ term: z.string(), confirmed: z.boolean() })),
  source: z.string(),
  translation: z.string().nullable(),
});

export const glossaryView = z.strictObject({
  items: z.array(termView),
  next: z.null(),
  version: versionField,
  translations: z
    .int()
    .nullable()
    .meta({ description: 'Version of the translations into `language`; null: none yet.' }),
});

export function termViewOf(code: string, term: Term, translation: string | undefined): z.output<typeof termView> {
  const { preferred, class: usage, confirmed, avoid, source } = term;
  const avoided = avoid.map((each) => ({ term: each.term, confirmed: each.confirmed }));
  return { id: code, preferred, class: usage, confirmed, avoid: avoided, source, translation: translation ?? null };
}

export const treatyQuery = z.strictObject({
  countries: z
    .string()
    .regex(/^[A-Z]{2}(,[A-Z]{2}){0,19}$/)
    .transform((list) => list.split(','))
    .meta({ description: 'ISO 3166-1 alpha-2, comma between.', example: 'PH,FR' }),
  at: z.iso
    .datetime({ offset: true })
    .transform((text) => Date.parse(text))
    .optional()
    .meta({ description: 'When the event is or was; now unless said.' }),
});

export const verdictView = z.strictObject({
  instrument: z.string(),
  soleBasis: z.boolean(),
  version: z.int().nullable().meta({ description: 'Version of the status that it was judged by.' }),
  findings: z.array(z.strictObject({ country: z.string(), obstacle: z.enum(TREATY_OBSTACLES) })),
  reservations: z
    .array(
      z.strictObject({
        country: z.string(),
        kind: z.enum(['RESERVATION', 'DECLARATION']),
        article: z.string(),
        from: z.string().nullable(),
        source: z.string(),
      }),
    )
    .meta({
      description: 'What these States reserved or declared that holds then; whether it matters is for who reads it.',
    }),
});

export const editionViewOf = (edition: Edition): z.output<typeof editionView> => ({
  version: edition.version,
  publishedAt: written(edition.publishedAt),
  inForceFrom: written(edition.inForceFrom),
  exercise: edition.synthetic,
  document: JSON.parse(edition.document) as unknown,
});

/** @param reader agency that reads: it is shown its own people, as in timelines */
export const proposalViewOf = (id: string, proposal: OpenProposal, reader: string): z.output<typeof proposalView> => ({
  id,
  kind: proposal.kind,
  subject: proposal.subject,
  version: proposal.version,
  proposedAt: written(proposal.proposedAt),
  commentsUntil: written(proposal.commentsUntil),
  inForceFrom: written(proposal.inForceFrom),
  exercise: proposal.synthetic,
  exerciseCode: proposal.exercise,
  proposedBy: authorViewOf(proposerOf(proposal), reader),
  document: JSON.parse(proposal.document) as unknown,
  comments: proposal.comments.map(({ at, comment, author }) => ({
    ...{ at: written(at), comment },
    by: authorViewOf(author, reader),
  })),
});

const authorViewOf = (author: Author | null, reader: string): z.output<typeof authorField> =>
  author && { ...author, person: author.agency === reader ? author.person : null };

export const endedProposalViewOf = (
  id: string,
  { kind, subject, version, proposedAt, synthetic, exercise, end, reason, by, at, author }: EndedProposal,
  reader: string,
): z.output<typeof endedProposalView> => ({
  ...{ id, kind, subject, version, proposedAt: written(proposedAt), exercise: synthetic, exerciseCode: exercise },
  proposedBy: authorViewOf(author, reader),
  ...{ end, reason, by, at: written(at) },
});

const written = (at: number): string => new Date(at).toISOString();
