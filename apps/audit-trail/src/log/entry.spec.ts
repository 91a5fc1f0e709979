import { describe, expect, it } from '@jest/globals';
import { type BusEvent, leafOfEvent } from '#libs/contracts';
import type { LogRecord } from '#libs/event-log';
import { decodeRecord } from '#libs/projections';
import { LaneHistory } from '#libs/testing';
import { received, refused } from '../trail.fixtures.js';
import { type Entry, entryOf } from './entry.js';

/** The entry of the first event of a lane, with the headers that the relay would give it. */
function entryIn(history: LaneHistory, headers: Partial<LogRecord> = {}): Entry {
  const [row] = history.rows;
  if (!row) throw new Error('the lane has no events');
  const record = { ...row, offset: 9, after: [], previous: Buffer.alloc(32), leaf: leafOfEvent(row), ...headers };
  return entryOf(decodeRecord(record));
}

const only = (event: BusEvent, leg: number | null = 1): LaneHistory => new LaneHistory(6).append([event], leg);

describe('an entry of the trail', () => {
  it('says who did what, when and to which referral, in ids and codes', () => {
    expect(entryIn(only(received))).toMatchObject({
      lane: 6,
      position: 1,
      topic: 0,
      leg: 'PH.6.0198c1f0-0000-7000-8000-000000000001',
      type: 'ReferralReceived',
      agency: 'PH-WCPC',
      role: 'LE_UNIT',
      accepted_at: 1_790_000_000_001,
      kafka_offset: 9,
      command: null,
      undecodable: null,
    });
  });

  it('names the command and code of a refusal, and none of its details', () => {
    const entry = entryIn(only(refused, null));
    expect(entry).toMatchObject({ leg: null, command: 'AcceptReferral', code: 'REFERRAL_NOT_OPEN' });
    const details = refused.type === 'CommandRefused' ? Object.values(refused.data.details) : [];
    expect(details).toHaveLength(1);
    expect(Object.values(entry)).not.toContain(details[0]);
  });

  it('names the command and code of a refusal that stands on its leg', () => {
    const holder = { agency: 'PH-WCPC', role: 'LE_UNIT', country: 'PH' };
    const stuck: BusEvent = {
      type: 'OnwardRefused',
      data: {
        ...{
          command: 'OfferHandover',
          level: 'P3',
          holder,
          to: holder,
          cause: 'HOP_LIMIT',
          limit: 4,
          originCountry: 'US',
        },
        ...{ contacts: [], unfilled: [], audience: [], rules: null },
      },
    };
    const refusal = { command: 'OfferHandover', code: 'ONWARD_HOPS_EXHAUSTED' };
    expect(entryIn(only(stuck))).toMatchObject({ leg: 'PH.6.0198c1f0-0000-7000-8000-000000000001', ...refusal });
  });

  it('keeps the place, the leaf and the referral of what cannot be read, with the reason', () => {
    const spoilt = new LaneHistory(6).appendSpoilt(received, 1);
    expect(entryIn(spoilt)).toMatchObject({
      position: 1,
      leaf: spoilt.head,
      leg: spoilt.rows[0]?.key,
      type: null,
      undecodable: 'EVENT_UNDECODABLE',
    });
    expect(entryIn(only(received), { fingerprint: Buffer.alloc(32) })).toMatchObject({
      type: null,
      undecodable: 'SCHEMA_UNKNOWN',
    });
    expect(entryIn(only(received), { position: 2 })).toMatchObject({
      position: 2,
      type: null,
      undecodable: 'HEADERS_DIFFER',
    });
  });

  it('can be stored whatever the event holds', () => {
    const nul: BusEvent = { type: 'CommandRefused', data: { command: 'A\0B', target: null, code: '\0', details: {} } };
    expect(entryIn(only(nul, null))).toMatchObject({ command: 'A\uFFFDB', code: '\uFFFD' });
  });
});
