import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { decodeEvent, decodeMeta, encodeEvent, UndecodableEventError } from './codec.js';
import type { Meta } from './generated/events.js';
import { leafOf, NO_LEAF } from './leaf.js';
import { newestSchema, schemasByFingerprint } from './schema-bundle.js';

const meta: Meta = {
  eventId: '0198c1f0-0000-7000-8000-000000000001',
  stream: 'referral/PH.17.0198c1f0-0000-7000-8000-000000000002',
  leg: 'PH.17.0198c1f0-0000-7000-8000-000000000002',
  lane: 17,
  position: 3,
  ordinal: 1,
  of: 1,
  after: [1, 2],
  previous: NO_LEAF,
  acceptedAt: 1_790_000_000_000,
  claimedAt: null,
  actor: { agency: 'PH-WCPC', role: 'LE_UNIT', country: 'PH', client: 'ph-wcpc', person: null },
  correlation: '0198c1f0-0000-7000-8000-000000000003',
  causation: null,
  command: null,
  synthetic: false,
};

describe('the codec', () => {
  const encoded = encodeEvent({ type: 'ReferralReceived', data: { by: 'PH-WCPC', rules: null } }, meta);

  it('reads back what it wrote', () =>
    expect(decodeEvent(encoded)).toEqual({
      type: 'ReferralReceived',
      topic: 'bus.referral.v1',
      meta,
      data: { by: 'PH-WCPC', rules: null },
    }));

  it('reads the meta from the front of the bytes', () => expect(decodeMeta(encoded)).toEqual(meta));

  it.each([
    ['empty', Buffer.alloc(0)],
    ['truncated', encoded.bytes.subarray(0, 20)],
    ['with bytes too many', Buffer.concat([encoded.bytes, Buffer.from([1])])],
  ])('refuses bytes that are %s', (_, bytes) =>
    expect(() => decodeEvent({ fingerprint: encoded.fingerprint, bytes })).toThrow(UndecodableEventError),
  );

  it('refuses a list of more items than there are bytes, at once', () => {
    const after = encoded.bytes.indexOf(Buffer.of(4, 2, 4, 0)); // two items: 1 and 2
    const fourThousandMillion = Buffer.of(0xfe, 0xff, 0xff, 0xff, 0x1f);
    const bytes = Buffer.concat([encoded.bytes.subarray(0, after), fourThousandMillion, encoded.bytes.subarray(after)]);
    for (const decode of [decodeEvent, decodeMeta])
      expect(() => void decode({ fingerprint: encoded.fingerprint, bytes })).toThrow('EVENT_UNDECODABLE');
  });

  it('refuses a fingerprint that no shipped schema has', () =>
    expect(() => decodeEvent({ fingerprint: Buffer.alloc(32), bytes: encoded.bytes })).toThrow('SCHEMA_UNKNOWN'));

  it('refuses data that does not fit the schema', () =>
    expect(() =>
      encodeEvent({ type: 'ReferralReceived', data: { by: 7 as unknown as string, rules: null } }, meta),
    ).toThrow());
});

describe('an event of an earlier version', () => {
  it('is read as one that says nothing of what came later', () => {
    const golden = JSON.parse(
      readFileSync(
        join(import.meta.dirname, '../../../schemas/released/bus.referral.ReferralSubmitted/1.golden.json'),
        'utf8',
      ),
    ) as { bytes: string };
    const first = [...schemasByFingerprint.values()].find(
      ({ event, version }) => event === 'ReferralSubmitted' && version === 1,
    );
    if (!first) throw new TypeError('version 1 is shipped');
    const { data } = decodeEvent({ fingerprint: first.fingerprint, bytes: Buffer.from(golden.bytes, 'base64') });
    expect(data).toMatchObject({ origin: null, parent: null, hop: null, chain: null, evidence: null, rules: null });
    expect(data).toMatchObject({ subjects: [{ nationality: null, ageStatus: null }] });
  });
});

describe('the leaf of an event', () => {
  it('is the same for ever', () =>
    expect(leafOf(Buffer.alloc(32, 1), Buffer.from('bytes')).toString('hex')).toBe(
      // sha256 of 00 01, 32 × 01, "bytes"
      'eabd6a1d7a4fab4a9f474daef8b4323eadfb1aaf046aec3e115845833fa49b4a',
    ));

  it('differs by schema', () =>
    expect(leafOf(NO_LEAF, Buffer.of(1))).not.toEqual(
      leafOf(newestSchema('ReferralReceived').fingerprint, Buffer.of(1)),
    ));
});
