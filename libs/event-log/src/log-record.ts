import type { LaneVector } from '#libs/kernel';
import type { Topic } from '#libs/contracts';

/** A record whose headers were proved by the relay's MAC: it has a place, whether or not its bytes can be decoded. */
export interface LogRecord {
  readonly topic: Topic;
  readonly lane: number;
  /** Kafka offset in (topic, lane). Proves nothing about order; says where to read from. */
  readonly offset: number;
  /** The leg, or the stream where there is no leg. */
  readonly key: string;
  readonly position: number;
  /** `after` of design 3: the position of each topic's last earlier event in this lane. */
  readonly after: LaneVector;
  /** Leaf of position - 1. */
  readonly previous: Buffer;
  readonly fingerprint: Buffer;
  /** Bare Avro, copied out of the fetch buffer. */
  readonly bytes: Buffer;
  readonly leaf: Buffer;
}

/** A record without a valid MAC: it has no place. Read past, counted, alarmed. */
export interface AlienRecord {
  readonly topic: Topic;
  readonly lane: number;
  readonly offset: number;
  readonly reason:
    | 'MAC_MISSING'
    | 'MAC_INVALID'
    | 'MAC_KEY_UNKNOWN'
    | 'HEADERS_MALFORMED'
    | 'FRAME_MALFORMED'
    | 'PLACE_ELSEWHERE'
    | 'BATCH_COMPRESSED';
}
