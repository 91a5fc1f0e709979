import { Agent as HttpAgent, type ClientRequest, type IncomingMessage, request as httpRequest } from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';
import type { LookupFunction } from 'node:net';
import { getCACertificates } from 'node:tls';
import { type Address, refusalOf } from './addresses.js';
import { type OutgoingRules, urlRefusalOf } from './destination.js';
import { nameServers, type Resolve } from './names.js';
import type { Outcome, OutcomeCode } from './outcome.js';

export interface OutgoingMessage {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface OutgoingOptions {
  readonly rules: OutgoingRules;
  /** For a whole request, from the name to the end of the answer, in milliseconds. */
  readonly boundMs: number;
  /** Replaced where a spec has names of its own. */
  readonly resolve?: Resolve;
  /** Certificates that are trusted beside the system's. */
  readonly ca?: string | undefined;
}

/** What is read of an answer. A receiver has nothing to say but that it took the message. */
export const LONGEST_ANSWER = 16 * 1024;
const LONGEST_HEADERS = 16 * 1024;
/** A connection that nobody uses is not kept long: receivers count theirs too. */
const KEPT_MS = 15_000;
/** As many as a webhook that is well is sent to at once. */
const KEPT_OF_A_HOST = 4;

/**
 * The only way out of the bus. The name is resolved once a request, every address that it has must be one that may be
 * connected to, and the connection is made to these addresses and no other: between the check and the connection no name server
 * has another word. No redirect is followed, no proxy asked; an answer is bounded in bytes, all of it in time.
 */
export class Outgoing {
  readonly #rules: OutgoingRules;
  readonly #boundMs: number;
  readonly #resolve: Resolve;
  readonly #agents: { readonly http: HttpAgent; readonly https: HttpsAgent };

  constructor({ rules, boundMs, resolve = nameServers(), ca }: OutgoingOptions) {
    this.#rules = rules;
    this.#boundMs = boundMs;
    this.#resolve = resolve;
    const kept = { keepAlive: true, maxFreeSockets: KEPT_OF_A_HOST, timeout: KEPT_MS };
    this.#agents = {
      http: new HttpAgent(kept),
      https: new HttpsAgent({ ...kept, ...(ca !== undefined && { ca: [...getCACertificates('default'), ca] }) }),
    };
  }

  /** Always comes to an outcome. @param signal ends it as if the time were over */
  async post(message: OutgoingMessage, signal?: AbortSignal): Promise<Outcome> {
    const begun = performance.now();
    const bound = AbortSignal.timeout(this.#boundMs);
    const end = signal ? AbortSignal.any([bound, signal]) : bound;
    const said = await this.#exchange(message, end);
    return { status: null, body: '', ...said, ms: Math.round(performance.now() - begun) };
  }

  close(): void {
    this.#agents.http.destroy();
    this.#agents.https.destroy();
  }

  async #exchange(message: OutgoingMessage, end: AbortSignal): Promise<Said> {
    if (urlRefusalOf(message.url, this.#rules) !== null) return { code: 'ADDRESS_REFUSED' };
    const url = new URL(message.url);
    const addresses = await this.#addressesOf(url.hostname, end);
    if (addresses === null) return { code: 'NO_ANSWER' };
    if (addresses.length === 0) return { code: 'NAME_UNKNOWN' };
    if (addresses.some((each) => refusalOf(each, this.#rules.loopback) !== null)) return { code: 'ADDRESS_REFUSED' };
    return this.#send(url, addresses, message, end);
  }

  /** Null when the time was over first. */
  async #addressesOf(host: string, end: AbortSignal): Promise<readonly Address[] | null> {
    const over = Promise.withResolvers<null>();
    const stop = (): void => over.resolve(null);
    end.addEventListener('abort', stop, { once: true });
    try {
      return await Promise.race([this.#resolve(host), over.promise]);
    } finally {
      end.removeEventListener('abort', stop);
    }
  }

  #send(url: URL, addresses: readonly Address[], message: OutgoingMessage, end: AbortSignal): Promise<Said> {
    const { promise, resolve } = Promise.withResolvers<Said>();
    const secure = url.protocol === 'https:';
    const request: ClientRequest = (secure ? httpsRequest : httpRequest)(url, {
      method: 'POST',
      agent: secure ? this.#agents.https : this.#agents.http,
      lookup: pinnedTo(addresses),
      headers: { ...message.headers, 'content-length': Buffer.byteLength(message.body) },
      maxHeaderSize: LONGEST_HEADERS,
      signal: end,
    });
    let answered = false;
    request.on('response', (response) => {
      answered = true;
      void saidBy(response).then((said) => {
        resolve(end.aborted ? { code: 'NO_ANSWER' } : said);
        // nothing more is read of what was not taken
        if (said.code !== 'TAKEN') request.destroy();
      });
    });
    request.on('error', (error: NodeJS.ErrnoException) => {
      // a kept connection that the receiver had just given up says nothing of the receiver
      if (request.reusedSocket && !answered && !end.aborted && error.code === 'ECONNRESET')
        resolve(this.#send(url, addresses, message, end));
      else resolve({ code: end.aborted ? 'NO_ANSWER' : codeOf(error, answered) });
    });
    request.end(message.body);
    return promise;
  }
}

type Said = Pick<Outcome, 'code'> & Partial<Pick<Outcome, 'status' | 'body'>>;

/** Gives the addresses that were checked, whatever name is asked for. */
function pinnedTo(addresses: readonly Address[]): LookupFunction {
  const [first] = addresses;
  return (_host, options, callback) => {
    if (options.all) callback(null, [...addresses]);
    else callback(null, first?.address ?? '', first?.family);
  };
}

async function saidBy(response: IncomingMessage): Promise<Said> {
  const status = response.statusCode ?? 0;
  if (status >= 300 && status < 400) return { code: 'REDIRECT', status };
  if (status < 200 || status >= 300) return { code: 'STATUS', status };
  const chunks: Buffer[] = [];
  let bytes = 0;
  try {
    for await (const chunk of response as AsyncIterable<Buffer>) {
      bytes += chunk.length;
      if (bytes > LONGEST_ANSWER) return { code: 'ANSWER_TOO_LARGE', status };
      chunks.push(chunk);
    }
  } catch {
    // whatever the reason, it is not whole
    return { code: 'ANSWER_BROKEN', status };
  }
  if (!response.complete) return { code: 'ANSWER_BROKEN', status };
  return { code: 'TAKEN', status, body: Buffer.concat(chunks).toString('utf8') };
}

function codeOf(error: NodeJS.ErrnoException, answered: boolean): OutcomeCode {
  const broken = answered || error.code?.startsWith('HPE_') || error.code === 'ECONNRESET' || error.code === 'EPIPE';
  return broken ? 'ANSWER_BROKEN' : 'NOT_REACHED';
}
