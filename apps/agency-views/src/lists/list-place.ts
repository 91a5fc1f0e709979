import { parseReferralId } from '#libs/kernel';
import { ProblemError } from '#libs/platform';

/** Where a page ended: the last item that it showed. Made of facts of the log, so a rebuilt view goes on from it. */
export interface ListPlace {
  /** Milliseconds since 1970, UTC. */
  readonly submittedAt: number;
  readonly id: string;
}

const PLACE = /^(\d{1,13})~(.{1,60})$/;

export function formatListPlace({ submittedAt, id }: ListPlace): string {
  return `${submittedAt}~${id}`;
}

/** @throws ProblemError 400 CURSOR_INVALID */
export function parseListPlace(text: string): ListPlace {
  const [, submittedAt, id] = PLACE.exec(text) ?? [];
  if (submittedAt === undefined || id === undefined || !parseReferralId(id)) throw new ProblemError('CURSOR_INVALID');
  return { submittedAt: Number(submittedAt), id };
}
