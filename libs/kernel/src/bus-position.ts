import type { LaneVector } from './lane-vector.js';

/** Where a command's last event stands, with the lane's vector there: what a read must have reached to show it. */
export interface BusPosition {
  readonly lane: number;
  readonly position: number;
  readonly vector: LaneVector;
}

const plain = /^\d{1,5}~\d{1,16}~(\d{1,16}(\.\d{1,16}){0,31})?$/;

/** Opaque to users: base64url of `lane~position~vector`. */
export function formatBusPosition({ lane, position, vector }: BusPosition): string {
  return Buffer.from(`${lane}~${position}~${vector.join('.')}`, 'latin1').toString('base64url');
}

/** Null for anything that this bus did not write. */
export function parseBusPosition(token: string): BusPosition | null {
  if (token.length > 1024 || !/^[A-Za-z0-9_-]+$/.test(token)) return null;
  const text = Buffer.from(token, 'base64url').toString('latin1');
  if (!plain.test(text)) return null;
  const [lane = '', position = '', vector = ''] = text.split('~');
  return { lane: Number(lane), position: Number(position), vector: vector === '' ? [] : vector.split('.').map(Number) };
}
