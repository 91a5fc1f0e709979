import { isIP } from 'node:net';

/** Where the bus may send to. */
export interface OutgoingRules {
  /** Host names: exact, `*.example.org` for what is below that name, `*` for any name. */
  readonly hosts: readonly string[];
  /** Also this machine, and there without TLS: for training and tests. */
  readonly loopback: boolean;
}

/** Why a URL is none that the bus sends to. */
export type UrlRefusal =
  | 'URL_UNREADABLE'
  | 'URL_NOT_HTTPS'
  | 'URL_WITH_CREDENTIALS'
  | 'URL_WITH_FRAGMENT'
  | 'PORT_REFUSED'
  | 'HOST_NOT_ALLOWED';

const LONGEST = 2_048;
const LOOPBACK_HOSTS: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]']);
/** Below it only the port of HTTPS: the others belong to services that are no receivers. */
const FIRST_FREE_PORT = 1_024;

/** Null for a URL to which the bus may send, as far as the text tells. Where its name leads is judged with every request. */
export function urlRefusalOf(text: string, { hosts, loopback }: OutgoingRules): UrlRefusal | null {
  if (text.length > LONGEST || !URL.canParse(text)) return 'URL_UNREADABLE';
  const url = new URL(text);
  const isHere = loopback && LOOPBACK_HOSTS.has(url.hostname);
  if (url.protocol !== 'https:' && !(isHere && url.protocol === 'http:')) return 'URL_NOT_HTTPS';
  if (url.username !== '' || url.password !== '') return 'URL_WITH_CREDENTIALS';
  if (url.hash !== '' || text.includes('#')) return 'URL_WITH_FRAGMENT';
  if (isHere) return null;
  if (url.port !== '' && Number(url.port) < FIRST_FREE_PORT) return 'PORT_REFUSED';
  return hosts.some((pattern) => fits(url.hostname, pattern)) ? null : 'HOST_NOT_ALLOWED';
}

/** An address in numbers fits only where it is listed as it is, and a name that ends in a dot nowhere. */
function fits(host: string, pattern: string): boolean {
  if (host.endsWith('.')) return false;
  if (isIP(host.replace(/^\[|\]$/g, '')) !== 0) return host === pattern;
  if (pattern === '*') return true;
  return pattern.startsWith('*.') ? host.endsWith(pattern.slice(1)) : host === pattern;
}
