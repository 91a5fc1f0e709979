import { describe, expect, it } from '@jest/globals';
import { type Address, refusalOf } from './addresses.js';

const at = (address: string): Address => ({ address, family: address.includes(':') ? 6 : 4 });

describe('an address that a name leads to', () => {
  it.each(['93.184.215.14', '8.8.8.8', '172.32.0.1', '100.128.0.1', '2606:2800:21f:cb07::1', '2a00:1450:4001::5'])(
    '%s is public',
    (address) => expect(refusalOf(at(address), false)).toBeNull(),
  );

  it.each([
    ...['0.0.0.0', '0.1.2.3', '10.0.0.1', '10.255.255.255', '100.64.0.1', '169.254.169.254', '172.16.0.1'],
    ...['172.31.255.255', '192.0.0.192', '192.0.2.1', '192.88.99.1', '192.168.1.1', '198.18.0.1', '198.51.100.7'],
    ...['203.0.113.9', '224.0.0.1', '239.255.255.250', '240.0.0.1', '255.255.255.255'],
    ...['::', 'fc00::1', 'fd00:ec2::254', 'fe80::1', 'ff02::1', '::ffff:10.0.0.1', '::ffff:7f00:1', '::127.0.0.1'],
    ...[
      '64:ff9b::a9fe:a9fe',
      '64:ff9b:1::1',
      '100::1',
      '2001::1',
      '2001:db8::1',
      '2002:a00:1::1',
      '3fff::1',
      '5f00::1',
    ],
  ])('%s is not, whatever is allowed beside', (address) => {
    expect(refusalOf(at(address), false)).not.toBeNull();
    expect(refusalOf(at(address), true)).not.toBeNull();
  });

  it.each(['127.0.0.1', '127.8.8.8', '::1'])('%s is this machine: only where that is allowed', (address) => {
    expect(refusalOf(at(address), false)).toBe('ADDRESS_IS_LOOPBACK');
    expect(refusalOf(at(address), true)).toBeNull();
  });
});
