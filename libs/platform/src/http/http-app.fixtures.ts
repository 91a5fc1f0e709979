import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Writable } from 'node:stream';
import { exportJWK, generateKeyPair, type JWK, SignJWT } from 'jose';
import { createLogger, type Logger } from '../logging/logger.js';

export interface KeptLog {
  readonly logger: Logger;
  readonly lines: () => Record<string, unknown>[];
  readonly text: () => string;
  /** Resolves at the next line with this message. */
  waitFor(message: string): Promise<void>;
}

/** A logger that keeps its lines. */
export function keptLog(): KeptLog {
  let text = '';
  let arrived: (line: string) => void = () => undefined;
  const destination = new Writable({
    write(chunk: Buffer, _encoding, done) {
      text += chunk.toString();
      arrived(chunk.toString());
      done();
    },
  });
  const logger = createLogger({ app: 'spec', level: 'trace', destination });
  const lines = (): Record<string, unknown>[] =>
    text
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as Record<string, unknown>);
  const waitFor = (message: string): Promise<void> =>
    new Promise((resolve) => {
      arrived = (line) => (line.includes(`"msg":"${message}"`) ? resolve() : undefined);
    });
  return { logger, lines, text: () => text, waitFor };
}

/** A server on loopback that counts what it is asked. */
export async function loopbackServer(answer: () => { status: number; body: string }): Promise<LoopbackServer> {
  const asked: string[] = [];
  const server: Server = createServer((request, response) => {
    asked.push(request.url ?? '');
    const { status, body } = answer();
    response.writeHead(status, { 'Content-Type': 'application/json' }).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const close = (): Promise<void> =>
    new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { url, asked, close };
}

export interface LoopbackServer {
  readonly url: string;
  readonly asked: readonly string[];
  close(): Promise<void>;
}

export const ISSUER = 'https://issuer.example';
export const AUDIENCE = 'urn:referral-bus:api';

export interface SpecIssuer {
  readonly server: LoopbackServer;
  readonly rules: { readonly issuer: string; readonly audience: string; readonly jwksUrl: string };
  readonly publicKey: JWK;
  /** While set, the key set is answered with this status. */
  failWith: number | undefined;
  token(claims?: Record<string, unknown>, header?: Record<string, unknown>): Promise<string>;
}

/** An issuer with one key, its key set served on loopback. */
export async function specIssuer(alg = 'ES256'): Promise<SpecIssuer> {
  const { publicKey, privateKey } = await generateKeyPair(alg, { extractable: true });
  const jwk: JWK = { ...(await exportJWK(publicKey)), kid: 'key-1', alg, use: 'sig' };
  const state: { failWith: number | undefined } = { failWith: undefined };
  const server = await loopbackServer(() => ({ status: state.failWith ?? 200, body: JSON.stringify({ keys: [jwk] }) }));
  const token = (claims: Record<string, unknown> = {}, header: Record<string, unknown> = {}): Promise<string> =>
    new SignJWT({ ...defaultClaims(), ...claims })
      .setProtectedHeader({ alg, kid: 'key-1', ...header })
      .sign(privateKey);
  const rules = { issuer: ISSUER, audience: AUDIENCE, jwksUrl: `${server.url}/jwks` };
  return Object.assign(state, { server, rules, publicKey: jwk, token });
}

export function defaultClaims(): Record<string, unknown> {
  const now = Math.floor(Date.now() / 1000);
  return {
    iss: ISSUER,
    aud: AUDIENCE,
    sub: 'backend',
    agency: 'PH-WCPC',
    roles: ['LE_UNIT', 'NCP_LE'],
    exp: now + 300,
    iat: now,
  };
}
