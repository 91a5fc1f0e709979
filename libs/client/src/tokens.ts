import { problemOf } from './problem.js';

/** Where the client gets its access tokens from. */
export interface TokenSource {
  /** @param fresh the last one was refused */
  (fresh: boolean): Promise<string>;
}

export interface ClientCredentials {
  readonly tokenUrl: string;
  readonly clientId: string;
  readonly clientSecret: string;
}

/** A token is renewed this long before it ends. */
const EARLY_MS = 60_000;
const BOUND_MS = 10_000;

/** Tokens by OAuth 2.0 client credentials, each used until shortly before it ends. */
export function clientCredentials(credentials: ClientCredentials): TokenSource {
  let held: { readonly token: Promise<string>; until: number } | null = null;
  return (fresh) => {
    if (held && !fresh && Date.now() < held.until) return held.token;
    const asked = ask(credentials);
    const next = { token: asked.then(({ token }) => token), until: Infinity };
    asked.then(
      ({ seconds }) => (next.until = Date.now() + seconds * 1_000 - EARLY_MS),
      () => (held = null),
    );
    held = next;
    return next.token;
  };
}

/** Asks once more with a fresh token where the one that was held is not taken any more. @throws as `ask` */
export async function askWith(
  token: TokenSource,
  ask: (authorization: string) => Promise<Response>,
): Promise<Response> {
  const answer = await ask(`Bearer ${await token(false)}`);
  if (answer.status !== 401) return answer;
  await answer.body?.cancel(); // else its connection is held
  return ask(`Bearer ${await token(true)}`);
}

async function ask({
  tokenUrl,
  clientId,
  clientSecret,
}: ClientCredentials): Promise<{ token: string; seconds: number }> {
  const pair = [clientId, clientSecret].map(encodeURIComponent).join(':');
  const answer = await fetch(tokenUrl, {
    method: 'POST',
    headers: { authorization: `Basic ${Buffer.from(pair).toString('base64')}` },
    body: new URLSearchParams({ grant_type: 'client_credentials' }),
    signal: AbortSignal.timeout(BOUND_MS),
  });
  if (!answer.ok) throw await problemOf(answer);
  const { access_token: token, expires_in: seconds } = (await answer.json()) as {
    access_token: string;
    expires_in: number;
  };
  return { token, seconds };
}
