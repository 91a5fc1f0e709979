import { ProblemError } from '#libs/platform';
import { z } from 'zod';

/** Where a page of parked keys ended: they are listed consumer by consumer. */
export interface ParkingPlace {
  readonly consumer: string;
  readonly key: string;
}

const placeShape = z.tuple([z.string(), z.string()]);

/** Opaque to callers: base64url of JSON. */
export function formatParkingCursor({ consumer, key }: ParkingPlace): string {
  return Buffer.from(JSON.stringify([consumer, key]), 'utf8').toString('base64url');
}

/** @throws ProblemError 400 QUERY_INVALID */
export function parseParkingCursor(cursor: string): ParkingPlace {
  const place = placeShape.safeParse(jsonIn(Buffer.from(cursor, 'base64url').toString('utf8')));
  if (!place.success || place.data.join('').includes('\0')) {
    throw new ProblemError('QUERY_INVALID', { errors: [{ path: '/cursor', rule: 'INVALID_FORMAT' }] });
  }
  const [consumer, key] = place.data;
  return { consumer, key };
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
