import { ProblemError } from '#libs/platform';
import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import { type ListPlace, formatListPlace, parseListPlace } from '../lists/list-place.js';
import type { ReadableReferral } from '../referral/referral-rows.js';

/** Where a page of a worklist ended: the most urgent come first, and of these the longest waiting. */
export interface WorkPlace extends ListPlace {
  /** `P0` where no priority is known. */
  readonly urgency: string;
  /** After all others as urgent. */
  readonly comesLast: boolean;
}

/** How the rows of one query stand among those of a list. */
export interface Waiting {
  /** From when a row waits, in SQL. */
  readonly since: string;
  readonly comesLast: boolean;
}

export const waitingSince = (since: string): Waiting => ({ since, comesLast: false });

type Placed = Pick<ReadableReferral<string>, 'row' | 'waitsSince' | 'comesLast'>;

export function workPlaceOf({ row, waitsSince, comesLast }: Placed): WorkPlace {
  const { urgency, submitted_at, id } = row;
  return { urgency, comesLast, submittedAt: (waitsSince ?? submitted_at).getTime(), id };
}

export const formatWorkPlace = ({ urgency, comesLast, ...place }: WorkPlace): string =>
  `${urgency}${comesLast ? 'z' : ''}~${formatListPlace(place)}`;

/** @throws ProblemError 400 CURSOR_INVALID */
export function parseWorkPlace(text: string): WorkPlace {
  const [, urgency, last, place] = /^(P[0-4])(z?)~(.+)$/.exec(text) ?? [];
  if (urgency === undefined || place === undefined) throw new ProblemError('CURSOR_INVALID');
  return { urgency, comesLast: last === 'z', ...parseListPlace(place) };
}

/** The query in that order, from after `place` on. */
export function byPlace<Row extends ObjectLiteral>(
  query: SelectQueryBuilder<Row>,
  { since, comesLast }: Waiting,
  place: WorkPlace | null,
): SelectQueryBuilder<Row> {
  query
    .addSelect(`(${since})`, 'waits_since')
    .addSelect(String(comesLast), 'comes_last')
    .orderBy('referral.urgency', 'ASC')
    .addOrderBy('waits_since', 'ASC')
    .addOrderBy('referral.id', 'ASC');
  if (!place) return query;
  const { urgency, submittedAt, id } = place;
  if (comesLast !== place.comesLast)
    return query.andWhere(`referral.urgency ${comesLast ? '>=' : '>'} :urgency`, { urgency });
  return query.andWhere(`(referral.urgency, ${since}, referral.id) > (:urgency, :lastAt, :lastId)`, {
    urgency,
    lastAt: new Date(submittedAt),
    lastId: id,
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
  if (a.comesLast !== b.comesLast) return a.comesLast ? 1 : -1;
  return a.submittedAt - b.submittedAt || (a.id < b.id ? -1 : 1);
}
