/** `toServer`: what the client sends. `toClient`: what it is answered. */
export type Direction = 'toServer' | 'toClient';

/** What happens to bytes on their way; everything absent is as it would be without a proxy. */
export interface LinkFaults {
  /** Each byte arrives this much later. */
  readonly delayMs?: number;
  /** Added to the delay, evenly from nothing to this; the order stays. */
  readonly jitterMs?: number;
  readonly bytesPerSecond?: number;
  /** Most bytes of one write. */
  readonly slice?: number;
  /** About one byte in so many has one of its bits turned over. */
  readonly corruptOneIn?: number;
  /** Nothing arrives until that is over, and nothing is lost: a pause of the network. */
  readonly held?: boolean;
  /** Nothing arrives, and what was sent meanwhile is lost: the connection stays dead when that is over. */
  readonly swallowed?: boolean;
}

/** Numbers from 0 up to, not including, 1: seeded where a run must be repeatable. */
export type Chance = () => number;

/** A copy with one bit turned over in about one byte of `oneIn`. */
export function corrupted(bytes: Buffer, oneIn: number, chance: Chance): Buffer {
  const copy = Buffer.from(bytes);
  // Distances between spoilt bytes, so that long streams cost no draw a byte.
  const distance = (): number => 1 + Math.floor(Math.log(1 - chance()) / Math.log(1 - 1 / Math.max(2, oneIn)));
  for (let at = distance() - 1; at < copy.length; at += distance()) {
    copy.writeUInt8(copy.readUInt8(at) ^ (1 << Math.floor(chance() * 8)), at);
  }
  return copy;
}

export function sliced(bytes: Buffer, most: number | undefined): Buffer[] {
  if (most === undefined || bytes.length <= most) return [bytes];
  const pieces: Buffer[] = [];
  for (let at = 0; at < bytes.length; at += most) pieces.push(bytes.subarray(at, at + most));
  return pieces;
}
