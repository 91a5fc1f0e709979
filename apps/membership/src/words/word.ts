import type { Refusals } from '#libs/accepting';
import type { z } from 'zod';
import type { MembershipSaid, RulesSaid } from './membership-command.js';

/** What the parts of a path are, by the names that paths have for them. */
export const PARTS = {
  agency: { description: 'Code of the agency.', example: 'PH-WCPC' },
  change: { description: 'Id of the proposal.', example: '0198c1f0-0000-7000-8000-000000000001' },
  client: { description: 'OAuth client (`sub` of its tokens).', example: 'ph-wcpc' },
  role: { description: 'Role (vocabulary 6).', example: 'POC_247' },
  exercise: { description: 'Code of the exercise.', example: 'EX-2026-NIGHT' },
  jurisdiction: { description: 'ISO 3166-1 alpha-2.', example: 'PH' },
} as const;

export type Part = keyof typeof PARTS;

/** Something that can be said of membership: a row becomes a route. */
export interface MembershipWord {
  readonly type: (MembershipSaid | RulesSaid)['type'];
  /** Below /v1/membership. */
  readonly path: string;
  readonly summary: string;
  readonly description: string;
  readonly schema: z.ZodType<object>;
  /** Works when sent as it is. Null where nothing is sent. */
  readonly example: object | null;
  readonly refusals: Refusals;
  said(content: object, parts: Readonly<Record<string, string>>): MembershipSaid | RulesSaid;
}

/** A row whose content is of its schema. */
export function word<Content extends object>(
  row: Omit<MembershipWord, 'schema' | 'said'> & {
    readonly schema: z.ZodType<Content>;
    said(content: Content, parts: Readonly<Record<Part, string>>): MembershipSaid | RulesSaid;
  },
): MembershipWord {
  return row;
}
