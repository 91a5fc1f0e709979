import { createHash, hash } from 'node:crypto';

/** Version of the leaf's format: the byte after the RFC 6962 leaf prefix. */
const FORMAT = Buffer.from([0x00, 0x01]);

/** `previous` of the first event of a lane. */
export const NO_LEAF = Buffer.alloc(32);

/** What almost every event fits in, used again and again: one digest of one buffer costs less than half of a Hash object. */
const scratch = Buffer.concat([FORMAT], 16 * 1024);

/** SHA-256(0x00 ‖ 0x01 ‖ fingerprint ‖ bare Avro): what the trail, proofs and the chain of a lane are made of (design 3 "Bytes"). */
export function leafOf(fingerprint: Buffer, bytes: Buffer): Buffer {
  const start = FORMAT.length + fingerprint.length;
  const end = start + bytes.length;
  if (end > scratch.length) return createHash('sha256').update(FORMAT).update(fingerprint).update(bytes).digest();
  scratch.set(fingerprint, FORMAT.length);
  scratch.set(bytes, start);
  // A digest as text and back is cheaper than one that brings its own memory.
  return Buffer.from(hash('sha256', scratch.subarray(0, end), 'binary'), 'latin1');
}
