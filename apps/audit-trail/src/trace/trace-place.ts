import { ProblemError } from '#libs/platform';

/** Where a page of a trace ended. */
export interface TracePlace {
  readonly lane: number;
  readonly position: number;
}

const PLACE = /^(\d{1,5})\.(\d{1,15})$/;

/** Opaque to callers: base64url of `<lane>.<position>`. */
export function formatTraceCursor({ lane, position }: TracePlace): string {
  return Buffer.from(`${lane}.${position}`, 'latin1').toString('base64url');
}

/** @throws ProblemError 400 QUERY_INVALID */
export function parseTraceCursor(cursor: string): TracePlace {
  const [, lane, position] = PLACE.exec(Buffer.from(cursor, 'base64url').toString('latin1')) ?? [];
  if (lane === undefined || position === undefined)
    throw new ProblemError('QUERY_INVALID', { errors: [{ path: '/cursor', rule: 'INVALID_FORMAT' }] });
  return { lane: Number(lane), position: Number(position) };
}
