import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { TokenRules } from '#libs/platform';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';

export interface SpecIssuer {
  readonly rules: TokenRules;
  /** A token of one agency, acting in one role. */
  token(agency: string, role: string, lifetime?: string): Promise<string>;
  close(): Promise<void>;
}

/** An issuer with one key, whose key set is served on loopback. */
export async function startSpecIssuer(): Promise<SpecIssuer> {
  const { publicKey, privateKey } = await generateKeyPair('ES256');
  const keys = [{ ...(await exportJWK(publicKey)), kid: 'spec', alg: 'ES256', use: 'sig' }];
  const server = createServer((_request, response) => {
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ keys }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const jwksUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/jwks`;
  const rules = { issuer: 'https://issuer.example', audience: 'urn:referral-bus:api', jwksUrl };
  return {
    rules,
    token: (agency, role, lifetime = '10m') =>
      // the code of the bus itself tells no country
      new SignJWT({
        ...{ agency, roles: [role], sub: `${agency.toLowerCase()}-backend` },
        ...(agency === 'BUS' && { country: 'XX' }),
      })
        .setProtectedHeader({ alg: 'ES256', kid: 'spec' })
        .setIssuer(rules.issuer)
        .setAudience(rules.audience)
        .setIssuedAt()
        .setExpirationTime(lifetime)
        .sign(privateKey),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
