import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { BUS_AGENCY, DELIVERY_ROLE, type Directory, EVIDENCE_ROLE } from '#libs/domain';
import { type IssuerClient, keptSecret, readKept, writeKept } from '#libs/local-stack';

/** The bus's own people: two operators, since much takes two persons, and a compliance officer. */
const STAFF = [
  { agency: 'BUS-OPS', country: 'XX', clientId: 'operator', roles: ['SCHEME_ADMIN'], person: 'ops-1' },
  { agency: 'BUS-OPS', country: 'XX', clientId: 'operator-2', roles: ['SCHEME_ADMIN'], person: 'ops-2' },
  { agency: 'BUS-DPO', country: 'XX', clientId: 'officer', roles: ['DPA_COMPLIANCE'], person: 'dpo-1' },
] as const;

/** Agencies that the issuer knows and the bus does not yet, so that joining can be tried. */
const NEWCOMERS = [
  { agency: 'CA-HOTLINE', country: 'CA', clientId: 'ca-hotline', roles: ['HOTLINE'], member: false },
  { agency: 'CA-UNIT', country: 'CA', clientId: 'ca-unit', roles: ['LE_UNIT'], member: false },
];

/** What sends webhooks speaks to the API as this client: the bus itself, in the role of delivery. It is nobody's to act as, so it stands in no list. */
export const deliveryClient = (dataDir: string): IssuerClient => ({
  ...{ agency: BUS_AGENCY, country: 'XX', clientId: 'bus-delivery', roles: [DELIVERY_ROLE] },
  clientSecret: keptSecret(join(dataDir, 'delivery-client.secret')),
});

/** As which the policies ask how far referrals got. */
export const evidenceClient = (dataDir: string): IssuerClient => ({
  ...{ agency: BUS_AGENCY, country: 'XX', clientId: 'bus-evidence', roles: [EVIDENCE_ROLE] },
  clientSecret: keptSecret(join(dataDir, 'evidence-client.secret')),
});

/** `credentials.json` (design 8): a client for every demo agency, the operators, the officer and two newcomers. Secrets are made once and kept. */
export function demoClients(dataDir: string, directory: Directory, tokenUrl: string): IssuerClient[] {
  const path = join(dataDir, 'credentials.json');
  const { clients: known } = readKept<{ clients: IssuerClient[] }>(path, { clients: [] });
  const secretOf = (clientId: string): string =>
    known.find((client) => client.clientId === clientId)?.clientSecret ?? randomBytes(24).toString('base64url');
  const agencies = directory
    .all()
    .filter(({ code }) => !STAFF.some(({ agency }) => agency === code))
    .map(({ code, country, roles }) => ({ agency: code, country, clientId: code.toLowerCase(), roles }));
  const clients = [...agencies, ...STAFF, ...NEWCOMERS].map((client) => ({
    ...client,
    clientSecret: secretOf(client.clientId),
  }));
  writeKept(path, JSON.stringify({ tokenUrl, clients }, null, 2));
  return clients;
}
