import { BlockList } from 'node:net';

/** Why nothing is sent to an address. */
export type AddressRefusal = 'ADDRESS_NOT_PUBLIC' | 'ADDRESS_IS_LOOPBACK';

export interface Address {
  readonly address: string;
  readonly family: 4 | 6;
}

const listOf = (family: 'ipv4' | 'ipv6', networks: readonly string[]): BlockList => {
  const list = new BlockList();
  for (const network of networks) {
    const [base = '', prefix] = network.split('/');
    list.addSubnet(base, Number(prefix), family);
  }
  return list;
};

/** Of IPv4 everything that is no public unicast address: RFC 6890 and its registry, multicast and reserved space. */
const notPublic4 = listOf('ipv4', [
  ...['0.0.0.0/8', '10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12', '192.0.0.0/24'],
  ...['192.0.2.0/24', '192.31.196.0/24', '192.52.193.0/24', '192.88.99.0/24', '192.168.0.0/16', '192.175.48.0/24'],
  ...['198.18.0.0/15', '198.51.100.0/24', '203.0.113.0/24', '224.0.0.0/4', '240.0.0.0/4'],
]);

/** Of IPv6 only global unicast is public, and of that not what is reserved, documentation, or carries an IPv4 address inside. */
const unicast6 = listOf('ipv6', ['2000::/3']);
const notPublic6 = listOf('ipv6', ['2001::/23', '2001:db8::/32', '2002::/16', '2620:4f:8000::/48', '3fff::/20']);

const loopback4 = listOf('ipv4', ['127.0.0.0/8']);
const loopback6 = listOf('ipv6', ['::1/128']);

/** Null for an address that may be connected to. @param loopback this machine may be: for training and tests */
export function refusalOf({ address, family }: Address, loopback: boolean): AddressRefusal | null {
  const isLoopback = family === 4 ? loopback4.check(address, 'ipv4') : loopback6.check(address, 'ipv6');
  if (isLoopback) return loopback ? null : 'ADDRESS_IS_LOOPBACK';
  const isPublic =
    family === 4
      ? !notPublic4.check(address, 'ipv4')
      : unicast6.check(address, 'ipv6') && !notPublic6.check(address, 'ipv6');
  return isPublic ? null : 'ADDRESS_NOT_PUBLIC';
}
