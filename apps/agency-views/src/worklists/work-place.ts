import { ProblemError } from '#libs/platform';
import { type ListPlace, formatListPlace, parseListPlace } from '../lists/list-place.js';
import type { ReferralRow } from '../referral/referral-row.js';

/** Where a page of a worklist ended: the most urgent come first, and of these the longest waiting. */
export interface WorkPlace extends ListPlace {
  /** `P0` where no priority is known. */
  readonly urgency: string;
}

export function workPlaceOf({ urgency, submitted_at, id }: ReferralRow): WorkPlace {
  return { urgency, submittedAt: submitted_at.getTime(), id };
}

export const formatWorkPlace = ({ urgency, ...place }: WorkPlace): string => `${urgency}~${formatListPlace(place)}`;

/** @throws ProblemError 400 CURSOR_INVALID */
export function parseWorkPlace(text: string): WorkPlace {
  const [, urgency, place] = /^(P[0-4])~(.+)$/.exec(text) ?? [];
  if (urgency === undefined || place === undefined) throw new ProblemError('CURSOR_INVALID');
  return { urgency, ...parseListPlace(place) };
}

/** As the database orders them. */
export function compareWorkPlaces(a: WorkPlace, b: WorkPlace): number {
  if (a.urgency !== b.urgency) return a.urgency < b.urgency ? -1 : 1;
  return a.submittedAt - b.submittedAt || (a.id < b.id ? -1 : 1);
}
