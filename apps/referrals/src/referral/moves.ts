import type { Directory, LegCommand } from '#libs/domain';
import { type CommandMeta, DomainError } from '#libs/kernel';
import type { z } from 'zod';
import {
  type Acceptance,
  acceptanceSchema,
  nothingSchema,
  type Rejection,
  rejectionSchema,
} from '../content/decision.schemas.js';
import { addresseeOf } from '../directory/parties.js';

type MoveName = Exclude<LegCommand['type'], 'SubmitReferral'>;
type MoveCommand = Exclude<LegCommand, { type: 'SubmitReferral' }>;

/** A command that moves an existing leg: how its content is read, and what is said with it. */
export interface Move<Content extends object = object> {
  readonly name: MoveName;
  readonly schema: z.ZodType<Content>;
  /** @throws DomainError 422 for content that no state of the leg would allow */
  said(
    content: Content,
    about: { readonly id: string; readonly directory: Directory },
  ): (meta: CommandMeta) => MoveCommand;
}

export const receive: Move = {
  name: 'ReceiveReferral',
  schema: nothingSchema,
  said: () => (meta) => ({ type: 'ReceiveReferral', meta, data: {} }),
};

export const acknowledge: Move = {
  name: 'AcknowledgeReferral',
  schema: nothingSchema,
  said: () => (meta) => ({ type: 'AcknowledgeReferral', meta, data: {} }),
};

export const accept: Move<Acceptance> = {
  name: 'AcceptReferral',
  schema: acceptanceSchema,
  said: ({ scope, reason = null }) => {
    return (meta) => ({ type: 'AcceptReferral', meta, data: { scope, reason } });
  },
};

export const reject: Move<Rejection> = {
  name: 'RejectReferral',
  schema: rejectionSchema,
  said: ({ reason, partialConsidered, suggested: named, duplicateOf = null }, { id, directory }) => {
    if (duplicateOf === id) throw new DomainError('DUPLICATE_OF_ITSELF', {}, 422);
    const suggested = named ? addresseeOf(directory, named, 'SUGGESTION') : null;
    return (meta) => ({ type: 'RejectReferral', meta, data: { reason, partialConsidered, suggested, duplicateOf } });
  },
};
