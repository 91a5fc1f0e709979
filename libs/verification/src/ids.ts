import { hash } from 'node:crypto';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** The 16 bytes of a UUID; null for anything else. */
export function uuidBytes(text: string): Buffer | null {
  return UUID.test(text) ? Buffer.from(text.replaceAll('-', ''), 'hex') : null;
}

/** 16 bytes that stand for a text of any length. */
export function textId(text: string): Buffer {
  return hash('sha256', text, 'buffer').subarray(0, 16);
}
