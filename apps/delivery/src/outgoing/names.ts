import { Resolver } from 'node:dns/promises';
import { isIP } from 'node:net';
import type { Address } from './addresses.js';

/** The addresses of a host name; empty where it has none. */
export type Resolve = (host: string) => Promise<readonly Address[]>;

const NAME_MS = 2_000;
const TRIES = 2;

/** Asks name servers over the network and never the system's resolver, whose few threads a slow name would hold. */
export function nameServers(): Resolve {
  const resolver = new Resolver({ timeout: NAME_MS, tries: TRIES });
  return async (host) => {
    const literal = host.replace(/^\[|\]$/g, '');
    const family = isIP(literal);
    if (family === 4 || family === 6) return [{ address: literal, family }];
    if (host === 'localhost') return [{ address: '127.0.0.1', family: 4 }];
    const found = await Promise.allSettled([resolver.resolve4(host), resolver.resolve6(host)]);
    return found.flatMap((each, index) =>
      each.status === 'fulfilled'
        ? each.value.map((address): Address => ({ address, family: index === 0 ? 4 : 6 }))
        : [],
    );
  };
}
