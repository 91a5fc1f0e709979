import { ProblemError } from '#libs/platform';
import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import { type ListPlace, formatListPlace, parseListPlace } from '../lists/list-place.js';
import type { ReadableReferral } from '../referral/referral-rows.js';

/** Where a page of a worklist ended: the most urgent come first, and of these the longest waiting. */
export interface WorkPlace extends ListPlace {
  /** `P0` where no priority is known. */
  readonly urgency: string;
}

export function workPlaceOf({ row, waitsSince }: Pick<ReadableReferral<string>, 'row' | 'waitsSince'>): WorkPlace {
  const { urgency, submitted_at, id } = row;
  return { urgency, submittedAt: (waitsSince ?? submitted_at).getTime(), id };
}

export const formatWorkPlace = ({ urgency, ...place }: WorkPlace): string => `${urgency}~${formatListPlace(place)}`;

/** @throws ProblemError 400 CURSOR_INVALID */
export function parseWorkPlace(text: string): WorkPlace {
  const [, urgency, place] = /^(P[0-4])~(.+)$/.exec(text) ?? [];
  if (urgency === undefined || place === undefined) throw new ProblemError('CURSOR_INVALID');
  return { urgency, ...parseListPlace(place) };
}

/**
 * The query in that order, from after `place` on.
 * @param since from when a row waits, in SQL
 */
export function byPlace<Row extends ObjectLiteral>(
  query: SelectQueryBuilder<Row>,
  since: string,
  place: WorkPlace | null,
): SelectQueryBuilder<Row> {
  query
    .addSelect(`(${since})`, 'waits_since')
    .orderBy('referral.urgency', 'ASC')
    .addOrderBy('waits_since', 'ASC')
    .addOrderBy('referral.id', 'ASC');
  if (!place) return query;
  return query.andWhere(`(referral.urgency, ${since}, referral.id) > (:urgency, :lastAt, :lastId)`, {
    urgency: place.urgency,
    lastAt: new Date(place.submittedAt),
    lastId: place.id,
  });
}

/** The first rows of what several queries found, in the order of the database. */
export function firstOf<Found extends ReadableReferral<string>>(found: readonly Found[], limit: number): Found[] {
  return found
    .map((each) => ({ each, place: workPlaceOf(each) }))
    .sort((a, b) => compareWorkPlaces(a.place, b.place))
    .slice(0, limit)
    .map(({ each }) => each);
}

function compareWorkPlaces(a: WorkPlace, b: WorkPlace): number {
  if (a.urgency !== b.urgency) return a.urgency < b.urgency ? -1 : 1;
  return a.submittedAt - b.submittedAt || (a.id < b.id ? -1 : 1);
}
