import { generateKeyPairSync } from 'node:crypto';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import { join } from 'node:path';
import Provider from 'oidc-provider';
import type { Adapter, Configuration, JWKS } from 'oidc-provider';
import { keptSecret } from './secrets.js';
import { StartFailure } from './start-failure.js';

/** A client of the local issuer: an agency's system, or an operator or officer where `person` is set. */
export interface IssuerClient {
  readonly agency: string;
  readonly country: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly roles: readonly string[];
  readonly person?: string;
}

export interface Issuer {
  readonly url: string;
  readonly tokenUrl: string;
  readonly jwksUrl: string;
  stop(): Promise<void>;
}

export interface IssuerOptions {
  readonly port: number;
  readonly dataDir: string;
  readonly audience: string;
  readonly clients: readonly IssuerClient[];
}

const TOKEN_SECONDS = 3600;

/** A real OpenID provider on loopback that gives clients JWT access tokens (client credentials, ES256). Its key is kept in the data folder. */
export async function startIssuer({ port, dataDir, audience, clients }: IssuerOptions): Promise<Issuer> {
  const url = `http://127.0.0.1:${port}`;
  const provider = new Provider(
    url,
    configurationOf(clients, audience, join(dataDir, 'issuer-key.secret'), join(dataDir, 'issuer-cookies.secret')),
  );
  const server = createServer((request, response) => void provider.callback()(request, response));
  await listen(server, port);
  return { url, tokenUrl: `${url}/token`, jwksUrl: `${url}/jwks`, stop: () => close(server) };
}

function configurationOf(
  clients: readonly IssuerClient[],
  audience: string,
  keyPath: string,
  cookiesPath: string,
): Configuration {
  const byId = new Map(clients.map((client) => [client.clientId, client]));
  return {
    clients: clients.map(({ clientId, clientSecret }) => ({
      client_id: clientId,
      client_secret: clientSecret,
      grant_types: ['client_credentials'],
      redirect_uris: [],
      response_types: [],
      token_endpoint_auth_method: 'client_secret_basic',
      id_token_signed_response_alg: 'ES256',
    })),
    jwks: JSON.parse(keptSecret(keyPath, newKey)) as JWKS,
    adapter: NothingStored,
    cookies: { keys: [keptSecret(cookiesPath)] },
    features: {
      devInteractions: { enabled: false },
      clientCredentials: { enabled: true },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => audience,
        getResourceServerInfo: () => ({
          scope: '',
          audience,
          accessTokenFormat: 'jwt',
          accessTokenTTL: TOKEN_SECONDS,
          jwt: { sign: { alg: 'ES256' } },
        }),
      },
    },
    extraTokenClaims: (_context, token) => claimsOf(byId.get(token.clientId ?? '')),
    ttl: { ClientCredentials: TOKEN_SECONDS },
  };
}

function claimsOf(client: IssuerClient | undefined): Record<string, string | string[]> {
  if (!client) return {};
  const { agency, country, roles, person } = client;
  return { agency, country, roles: [...roles], ...(person ? { person } : {}) };
}

function newKey(): string {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return JSON.stringify({
    keys: [{ ...privateKey.export({ format: 'jwk' }), alg: 'ES256', use: 'sig', kid: `local-${Date.now()}` }],
  });
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (cause) =>
      reject(new StartFailure(`the issuer cannot listen on port ${port}`, 'end what uses that port', { cause })),
    );
    server.listen(port, '127.0.0.1', resolve);
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

/** Client credentials with JWT access tokens leave nothing behind that would have to be found again. */
class NothingStored implements Adapter {
  upsert = () => Promise.resolve();
  find = () => Promise.resolve(undefined);
  findByUserCode = () => Promise.resolve(undefined);
  findByUid = () => Promise.resolve(undefined);
  consume = () => Promise.resolve();
  destroy = () => Promise.resolve();
  revokeByGrantId = () => Promise.resolve();
}
