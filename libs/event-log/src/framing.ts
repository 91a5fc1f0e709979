import { isUtf8 } from 'node:buffer';
import {
  decodeMeta,
  leafOf,
  type Meta,
  ordinalOf,
  type ReleasedSchema,
  schemasByFingerprint,
  type Topic,
} from '#libs/contracts';
import { vectorAt } from '#libs/kernel';
import { fullNameOf } from './full-name.js';
import type { AlienRecord, LogRecord } from './log-record.js';
import { type MacKeys, sign, verify } from './mac.js';
import { formatPlace, parsePlace } from './place.js';

/** An event as the journal holds it. */
export interface JournalRow {
  readonly topic: Topic;
  readonly lane: number;
  readonly position: number;
  readonly key: string;
  readonly fingerprint: Buffer;
  readonly bytes: Buffer;
}

/** A record ready to be sent; the producer adds topic and partition. */
export interface FramedRecord {
  readonly key: string;
  readonly value: Buffer;
  readonly headers: Readonly<Record<string, string>>;
  /** Milliseconds since 1970, in decimals: when the event was accepted, so that a refilled record is the same record. */
  readonly timestamp: string;
}

/** A record as the Kafka client hands it over. */
export interface FetchedRecord {
  readonly offset: string;
  readonly key: Buffer | null;
  readonly value: Buffer | null;
  readonly headers?: Readonly<Record<string, Buffer | string | readonly (Buffer | string)[] | undefined>>;
  /** The values of some headers without the others: undefined for one that is absent, null for one without a single value. */
  pickHeaders?(names: readonly string[]): (Buffer | null | undefined)[];
  /** Why its bytes were not looked at; see `record-decoder.ts`. */
  readonly unread?: 'BATCH_COMPRESSED' | 'HEADERS_MALFORMED';
}

/** Registry ids by fingerprint (hex). */
export type RegistryIds = ReadonlyMap<string, number>;

/** A journal row that must not be shipped: it contradicts itself, or this build or the registry does not know its schema. */
export class UnshippableEventError extends Error {
  constructor(
    readonly code: 'SCHEMA_NOT_SHIPPED' | 'SCHEMA_NOT_PUBLISHED' | 'ROW_UNDECODABLE' | 'ROW_CONTRADICTS_EVENT',
    readonly lane: number,
    readonly position: number,
    options?: ErrorOptions,
  ) {
    super(`${code} at ${lane}/${position}`, options);
    this.name = 'UnshippableEventError';
  }
}

export const CE_SOURCE = 'urn:referral-bus';

const FRAME_BYTES = 5;
const MAGIC = 0x00;

/**
 * The Kafka record of a journal row. Released: names and values below never change, and depend on nothing but the event,
 * the registry's id and the signing key.
 *
 * | part             | value |
 * |------------------|-------|
 * | key              | leg, or the stream where there is no leg |
 * | value            | 0x00, registry id (4 bytes, big endian), bare Avro: the Confluent frame |
 * | `bus-place`      | `lane/position/after/previous`, see `formatPlace` |
 * | `bus-schema`     | SHA-256 of the schema's text, hex |
 * | `bus-mac`        | `<key id>:<HMAC-SHA-256, hex>` over topic, key, `bus-place`, `bus-schema` and the leaf, see `mac.ts` |
 * | `ce_specversion` | `1.0` |
 * | `ce_id`          | event id |
 * | `ce_source`      | `urn:referral-bus` |
 * | `ce_type`        | full name of the event and version of its schema: `bus.referral.ReferralSubmitted.v1` |
 * | `ce_subject`     | stream |
 * | `content-type`   | `application/avro` |
 *
 * The `ce_` headers are for strangers' tools; nothing in the bus reads them, so the MAC does not cover them.
 * @throws UnshippableEventError
 */
export function frameEvent(row: JournalRow, registryIds: RegistryIds, macKeys: MacKeys): FramedRecord {
  const fingerprint = row.fingerprint.toString('hex');
  const schema = schemasByFingerprint.get(fingerprint);
  if (!schema) throw new UnshippableEventError('SCHEMA_NOT_SHIPPED', row.lane, row.position);
  const registryId = registryIds.get(fingerprint);
  if (registryId === undefined) throw new UnshippableEventError('SCHEMA_NOT_PUBLISHED', row.lane, row.position);
  const meta = metaOf(row, schema);
  const place = formatPlace(meta);
  const leaf = leafOf(row.fingerprint, row.bytes);
  return {
    key: row.key,
    value: frame(registryId, row.bytes),
    headers: {
      'bus-place': place,
      'bus-schema': fingerprint,
      'bus-mac': sign({ topic: row.topic, key: row.key, place, schema: fingerprint, leaf }, macKeys.current),
      ce_specversion: '1.0',
      ce_id: meta.eventId,
      ce_source: CE_SOURCE,
      ce_type: ceTypeOf(schema),
      ce_subject: meta.stream,
      'content-type': 'application/avro',
    },
    timestamp: String(meta.acceptedAt),
  };
}

function metaOf(row: JournalRow, schema: ReleasedSchema): Meta {
  const meta = decodedMeta(row);
  const agrees =
    schema.topic === row.topic &&
    meta.lane === row.lane &&
    meta.position === row.position &&
    (meta.leg ?? meta.stream) === row.key &&
    meta.previous.length === 32 &&
    vectorAt(meta.after, ordinalOf(row.topic)) < row.position;
  if (!agrees) throw new UnshippableEventError('ROW_CONTRADICTS_EVENT', row.lane, row.position);
  return meta;
}

function decodedMeta(row: JournalRow): Meta {
  try {
    return decodeMeta(row);
  } catch (cause) {
    throw new UnshippableEventError('ROW_UNDECODABLE', row.lane, row.position, { cause });
  }
}

function frame(registryId: number, bytes: Buffer): Buffer {
  const framed = Buffer.allocUnsafe(FRAME_BYTES + bytes.length);
  framed.writeUInt8(MAGIC, 0);
  framed.writeUInt32BE(registryId, 1);
  bytes.copy(framed, FRAME_BYTES);
  return framed;
}

const types = new Map<ReleasedSchema, string>();

/** `<full name>.v<version>`: the type that CloudEvents tools see. */
export function ceTypeOf(schema: ReleasedSchema): string {
  const known = types.get(schema);
  if (known !== undefined) return known;
  const type = `${fullNameOf(schema)}.v${schema.version}`;
  types.set(schema, type);
  return type;
}

/**
 * What the log says at this place, or why it says nothing: a record of another producer has no place in any lane.
 * Bytes are copied, since a view would keep the whole fetch buffer alive.
 * @param topic released name, without a deployment's prefix
 * @param lane partition that the record was read from
 */
export function readRecord(
  topic: Topic,
  lane: number,
  message: FetchedRecord,
  macKeys: MacKeys,
): LogRecord | AlienRecord {
  const offset = Number(message.offset);
  const alien = (reason: AlienRecord['reason']): AlienRecord => ({ topic, lane, offset, reason });
  if (message.unread) return alien(message.unread);
  const [macHeader, placeHeader, schemaHeader] = headersOf(message);
  if (macHeader === undefined) return alien('MAC_MISSING');

  const [mac, placeText, schema, key] = [text(macHeader), text(placeHeader), text(schemaHeader), text(message.key)];
  const place = placeText === null ? null : parsePlace(placeText);
  const fingerprint = schema === null ? null : fingerprintOf(schema);
  if (mac === null || placeText === null || place === null || key === null || schema === null || fingerprint === null) {
    return alien('HEADERS_MALFORMED');
  }
  const { value } = message;
  if (!value || value.length <= FRAME_BYTES || value[0] !== MAGIC) return alien('FRAME_MALFORMED');

  const bytes = Buffer.from(value.subarray(FRAME_BYTES));
  const leaf = leafOf(fingerprint, bytes);
  const proved = verify({ topic, key, place: placeText, schema, leaf }, mac, macKeys);
  if (proved === undefined) return alien('MAC_KEY_UNKNOWN');
  if (!proved) return alien('MAC_INVALID');
  if (place.lane !== lane) return alien('PLACE_ELSEWHERE');
  return { topic, offset, key, fingerprint, bytes, leaf, ...place };
}

const READ_HEADERS = ['bus-mac', 'bus-place', 'bus-schema'] as const;

type HeaderValue = Buffer | string | null | undefined;

/** Undefined for a header that is absent, null for one that comes more than once. */
function headersOf(message: FetchedRecord): readonly HeaderValue[] {
  if (message.pickHeaders) return message.pickHeaders(READ_HEADERS);
  return READ_HEADERS.map((name) => {
    const value = message.headers?.[name];
    return value === undefined || typeof value === 'string' || Buffer.isBuffer(value) ? value : null;
  });
}

/** Null for bytes that are not UTF-8: two of them could read as the same text, and the MAC is over text. */
function text(value: HeaderValue): string | null {
  if (typeof value === 'string') return value;
  return value && isUtf8(value) ? value.toString('utf8') : null;
}

const FINGERPRINT = /^[0-9a-f]{64}$/;
const fingerprints = new Map([...schemasByFingerprint.keys()].map((hex) => [hex, Buffer.from(hex, 'hex')]));

/** Null for what is none. */
function fingerprintOf(schema: string): Buffer | null {
  return fingerprints.get(schema) ?? (FINGERPRINT.test(schema) ? Buffer.from(schema, 'hex') : null);
}

export function isAlien(record: LogRecord | AlienRecord): record is AlienRecord {
  return 'reason' in record;
}

/** Those that have a place. */
export function provedAmong(records: readonly (LogRecord | AlienRecord)[]): LogRecord[] {
  return records.filter((record): record is LogRecord => !isAlien(record));
}

/** Whether the place that was proved by the MAC is the one inside the event. Checked wherever an event is decoded. */
export function headersMatchMeta(record: LogRecord, meta: Meta): boolean {
  return (
    record.lane === meta.lane &&
    record.position === meta.position &&
    record.key === (meta.leg ?? meta.stream) &&
    record.previous.equals(meta.previous) &&
    record.after.length === meta.after.length &&
    record.after.every((position, ordinal) => position === meta.after[ordinal])
  );
}
