import { describe, expect, it } from '@jest/globals';
import { type BusEvent, decodeMeta, schemasByFingerprint } from '#libs/contracts';
import { LaneHistory } from '#libs/testing';
import fc from 'fast-check';
import {
  type FetchedRecord,
  type FramedRecord,
  frameEvent,
  headersMatchMeta,
  isAlien,
  type JournalRow,
  readRecord,
} from './framing.js';
import type { LogRecord } from './log-record.js';
import { MacKeys } from './mac.js';

const keys = new MacKeys('k1', { k1: Buffer.alloc(32, 1) });
const ids = new Map([...schemasByFingerprint.keys()].map((fingerprint, index) => [fingerprint, index + 1]));
const received: BusEvent = { type: 'ReferralReceived', data: { by: 'PH-WCPC', rules: null } };
const refused: BusEvent = {
  type: 'CommandRefused',
  data: { command: 'AcceptReferral', target: null, code: 'REFERRAL_NOT_OPEN', details: {} },
};

const lane = new LaneHistory(17).append([received]).append([refused], null).append([received], 2);
const row = lane.rows[2]!;
const framed = frameEvent(row, ids, keys);

/** The record as it comes back from the broker. */
const fetched = ({ key, value, headers }: FramedRecord, offset = 7): FetchedRecord => ({
  offset: String(offset),
  key: Buffer.from(key),
  value,
  headers: Object.fromEntries(Object.entries(headers).map(([name, text]) => [name, Buffer.from(text)])),
});
const read = (record: FetchedRecord, topic = row.topic, from = row.lane) => readRecord(topic, from, record, keys);
const withHeader = (name: string, value: Buffer | Buffer[] | undefined): FetchedRecord => {
  const record = fetched(framed);
  return { ...record, headers: { ...record.headers, [name]: value } };
};

describe('a framed event', () => {
  it('is the Confluent frame around the same bytes', () => {
    expect(framed.value.subarray(0, 5)).toEqual(Buffer.from([0, 0, 0, 0, ids.get(row.fingerprint.toString('hex'))!]));
    expect(framed.value.subarray(5)).toEqual(row.bytes);
  });

  it('names itself to CloudEvents tools', () =>
    expect(framed.headers).toMatchObject({
      ce_specversion: '1.0',
      ce_id: decodeMeta(row).eventId,
      ce_source: 'urn:referral-bus',
      ce_type: 'bus.referral.ReferralReceived.v2',
      ce_subject: decodeMeta(row).stream,
      'content-type': 'application/avro',
    }));

  it('carries the time of its acceptance', () => expect(framed.timestamp).toBe(String(decodeMeta(row).acceptedAt)));

  it('is read back, whatever its bytes and its place', () =>
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(received, refused), { minLength: 1, maxLength: 6 }),
        fc.nat({ max: 63 }),
        (events, number) => {
          const history = new LaneHistory(number).append(events, 3);
          for (const each of history.rows) {
            const record = read(fetched(frameEvent(each, ids, keys)), each.topic, number) as LogRecord;
            expect(record).toMatchObject({ ...each, offset: 7 });
            expect(headersMatchMeta(record, decodeMeta(each))).toBe(true);
          }
        },
      ),
      { numRuns: 30 },
    ));

  it('is copied out of the fetch buffer', () => {
    const record = read(fetched(framed)) as LogRecord;
    expect(record.bytes.buffer).not.toBe(framed.value.buffer);
  });
});

describe('a journal row is not shipped', () => {
  it.each<[string, Partial<JournalRow>, string]>([
    ['whose schema this build does not know', { fingerprint: Buffer.alloc(32) }, 'SCHEMA_NOT_SHIPPED'],
    ['whose bytes cannot be read', { bytes: Buffer.of(1) }, 'ROW_UNDECODABLE'],
    ['with another lane than its event', { lane: 18 }, 'ROW_CONTRADICTS_EVENT'],
    ['with another position than its event', { position: 4 }, 'ROW_CONTRADICTS_EVENT'],
    ['with another key than its event', { key: 'x' }, 'ROW_CONTRADICTS_EVENT'],
    ['with another topic than its event', { topic: 'bus.access.v1' }, 'ROW_CONTRADICTS_EVENT'],
  ])('%s', (_, fault, code) => expect(() => frameEvent({ ...row, ...fault }, ids, keys)).toThrow(code));

  it('whose schema has no id in the registry', () =>
    expect(() => frameEvent(row, new Map(), keys)).toThrow('SCHEMA_NOT_PUBLISHED'));
});

describe('a record has no place', () => {
  const place = framed.headers['bus-place']!;
  it.each<[string, FetchedRecord, string]>([
    ['without a MAC', withHeader('bus-mac', undefined), 'MAC_MISSING'],
    ['without headers', { ...fetched(framed), headers: undefined }, 'MAC_MISSING'],
    ['with two MACs', withHeader('bus-mac', [Buffer.from('a'), Buffer.from('b')]), 'HEADERS_MALFORMED'],
    ['with two places', withHeader('bus-place', [Buffer.from(place), Buffer.from(place)]), 'HEADERS_MALFORMED'],
    ['without a place', withHeader('bus-place', undefined), 'HEADERS_MALFORMED'],
    ['with its place spelled otherwise', withHeader('bus-place', Buffer.from(`0${place}`)), 'HEADERS_MALFORMED'],
    ['with another place', withHeader('bus-place', Buffer.from(place.replace('/3/', '/4/'))), 'MAC_INVALID'],
    [
      'with its schema in upper case',
      withHeader('bus-schema', Buffer.from(framed.headers['bus-schema']!.toUpperCase())),
      'HEADERS_MALFORMED',
    ],
    ['with another schema', withHeader('bus-schema', Buffer.from('00'.repeat(32))), 'MAC_INVALID'],
    ['without a key', { ...fetched(framed), key: null }, 'HEADERS_MALFORMED'],
    ['with a key that is not text', { ...fetched(framed), key: Buffer.of(0xff) }, 'HEADERS_MALFORMED'],
    ['with another key', { ...fetched(framed), key: Buffer.from('x') }, 'MAC_INVALID'],
    ['without a value', { ...fetched(framed), value: null }, 'FRAME_MALFORMED'],
    ['with a frame too short', { ...fetched(framed), value: Buffer.alloc(5) }, 'FRAME_MALFORMED'],
    [
      'with another magic byte',
      { ...fetched(framed), value: Buffer.concat([Buffer.of(1), framed.value.subarray(1)]) },
      'FRAME_MALFORMED',
    ],
    ['with a byte changed', { ...fetched(framed), value: Buffer.concat([framed.value, Buffer.of(0)]) }, 'MAC_INVALID'],
    [
      'signed with a key that is not known',
      fetched(frameEvent(row, ids, new MacKeys('k9', { k9: Buffer.alloc(32, 9) }))),
      'MAC_KEY_UNKNOWN',
    ],
  ])('%s', (_, record, reason) => expect(read(record)).toEqual({ topic: row.topic, lane: 17, offset: 7, reason }));

  it('on another partition', () =>
    expect(read(fetched(framed), row.topic, 18)).toMatchObject({ reason: 'PLACE_ELSEWHERE' }));

  it('on another topic', () => expect(read(fetched(framed), 'bus.access.v1')).toMatchObject({ reason: 'MAC_INVALID' }));

  it('keeps its place when only the registry gave another id', () => {
    const renumbered = new Map([...ids].map(([fingerprint, id]) => [fingerprint, id + 1000]));
    expect(isAlien(read(fetched(frameEvent(row, renumbered, keys))))).toBe(false);
  });
});

describe('the proved place and the place inside the event', () => {
  const record = read(fetched(framed)) as LogRecord;
  const meta = decodeMeta(record);
  it.each([
    ['lane', { lane: 18 }],
    ['position', { position: 4 }],
    ['leg', { leg: 'x' }],
    ['after', { after: [...meta.after, 0] }],
    ['previous', { previous: Buffer.alloc(32) }],
  ])('do not match with another %s', (_, other) => expect(headersMatchMeta(record, { ...meta, ...other })).toBe(false));
});
