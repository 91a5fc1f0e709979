import { createHash } from 'node:crypto';

/** Version of the leaf's format: the byte after the RFC 6962 leaf prefix. */
const FORMAT = Buffer.from([0x00, 0x01]);

/** `previous` of the first event of a lane. */
export const NO_LEAF = Buffer.alloc(32);

/** SHA-256(0x00 ‖ 0x01 ‖ fingerprint ‖ bare Avro): what the trail, proofs and the chain of a lane are made of (design 3 "Bytes"). */
export function leafOf(fingerprint: Buffer, bytes: Buffer): Buffer {
  return createHash('sha256').update(FORMAT).update(fingerprint).update(bytes).digest();
}
