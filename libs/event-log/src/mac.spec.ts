import { describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { type MacParts, MacKeys, macKeysField, sign, verify } from './mac.js';

const secret = JSON.stringify({
  current: 'k2',
  keys: { k1: Buffer.alloc(32, 1).toString('base64'), k2: Buffer.alloc(32, 2).toString('base64') },
});
const keys = MacKeys.parse(secret);
const parts: MacParts = {
  topic: 'bus.referral.v1',
  key: 'PH.17.0198c1f0-0000-7000-8000-000000000002',
  place: `17/1//${'0'.repeat(64)}`,
  schema: 'ab'.repeat(32),
  leaf: createHash('sha256').update('leaf').digest(),
};
const mac = sign(parts, keys.current);

describe('the MAC of a record', () => {
  it('is the same for ever', () =>
    expect(mac).toBe(
      // hmac-sha256 with 32 × 02 of "bus-mac.v1," + netstrings of the parts + leaf
      'k2:98a7ba5c3d5957d830d2ef7999c60d08d6f1ed371679dfe1b174c10f0ddd6338',
    ));

  it('is accepted by whoever holds its key', () => expect(verify(parts, mac, keys)).toBe(true));

  it.each<[string, Partial<MacParts>]>([
    ['topic', { topic: 'bus.access.v1' }],
    ['key', { key: 'PH.17.0198c1f0-0000-7000-8000-000000000003' }],
    ['place', { place: `17/2//${'0'.repeat(64)}` }],
    ['schema', { schema: 'ac'.repeat(32) }],
    ['leaf', { leaf: Buffer.alloc(32) }],
  ])('is refused for another %s', (_, other) => expect(verify({ ...parts, ...other }, mac, keys)).toBe(false));

  it('is refused when the same text is split otherwise', () =>
    expect(verify({ ...parts, topic: 'bus.referral.v', key: `1${parts.key}` }, mac, keys)).toBe(false));

  it.each([['k2'], ['k2:'], [`k2:${'0'.repeat(64)}`], [mac.toUpperCase()], [`${mac}0`], ['']])(
    'is refused as %p',
    (other) => expect(verify(parts, other, keys)).toBe(false),
  );

  it('stays valid after the key was changed, as long as the old key is kept', () =>
    expect(verify(parts, sign(parts, keys.find('k1')!), keys)).toBe(true));

  it('of a key that is not known here is told apart from a wrong one', () =>
    expect(verify(parts, sign(parts, new MacKeys('k9', { k9: Buffer.alloc(32, 9) }).current), keys)).toBeUndefined());
});

describe('the secret of the MAC keys', () => {
  it.each([
    ['no JSON', 'swordfish'],
    ['no keys', '{"current":"swordfish"}'],
    [
      'a current key that is not there',
      JSON.stringify({ current: 'a', keys: { b: Buffer.alloc(32).toString('base64') } }),
    ],
    ['a short key', JSON.stringify({ current: 'a', keys: { a: Buffer.from('swordfish').toString('base64') } })],
    ['a key that is not base64', JSON.stringify({ current: 'a', keys: { a: 'swordfish!' } })],
    ['a key id with a colon', JSON.stringify({ current: 'a:', keys: { 'a:': Buffer.alloc(32).toString('base64') } })],
  ])('is refused with %s, and not quoted', (_, text) => {
    const { success, error } = z.object({ MAC_KEYS: macKeysField }).safeParse({ MAC_KEYS: text });
    expect(success).toBe(false);
    expect(error?.issues).toHaveLength(1);
    expect(error?.message).not.toContain('swordfish');
  });
});
