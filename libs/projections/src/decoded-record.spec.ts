import { randomBytes } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { decodeMeta, leafOf } from '#libs/contracts';
import type { JournalRow, LogRecord } from '#libs/event-log';
import { LaneHistory } from '#libs/testing';
import { acknowledged, received } from './consumer.fixtures.js';
import { decodeRecord } from './decoded-record.js';

/** The row as a consumer meets it, its headers proved by the MAC. */
function recordOf({ topic, key, fingerprint, bytes }: JournalRow): LogRecord {
  const { lane, position, after, previous } = decodeMeta({ fingerprint, bytes });
  return {
    topic,
    lane,
    position,
    after,
    previous,
    key,
    fingerprint,
    bytes,
    offset: 0,
    leaf: leafOf(fingerprint, bytes),
  };
}

describe('a record in its turn', () => {
  const [sound, spoilt] = new LaneHistory(1).append([received]).appendSpoilt(acknowledged).rows;
  if (!sound || !spoilt) throw new Error('no rows');
  const record = recordOf(sound);

  it('is its event', () => expect(decodeRecord(record)).toMatchObject({ event: received, fault: null }));

  it.each<[string, string, LogRecord]>([
    ['of a schema that this process does not know', 'SCHEMA_UNKNOWN', { ...record, fingerprint: randomBytes(32) }],
    ['whose bytes its schema cannot read', 'EVENT_UNDECODABLE', recordOf(spoilt)],
    ['under another position than its own', 'HEADERS_DIFFER', { ...record, position: 2 }],
    ['under the key of another referral', 'HEADERS_DIFFER', { ...record, key: 'another' }],
    ['of another topic', 'HEADERS_DIFFER', { ...record, topic: 'bus.escalation.v1' }],
  ])('%s is at fault, and keeps its place', (_, fault, each) =>
    expect(decodeRecord(each)).toEqual({ record: each, event: null, fault }),
  );
});
