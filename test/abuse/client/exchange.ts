import { Agent, request } from 'node:http';

/** An answer as it came over the wire. */
export interface Exchange {
  readonly status: number;
  /** Names and values in turn, in the order and spelling in which they were sent. */
  readonly rawHeaders: readonly string[];
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** From the call to the last byte of the answer, in milliseconds. */
  readonly ms: number;
}

export interface Asked {
  readonly method?: string;
  /** A list of values sends the header as often. */
  readonly headers?: Readonly<Record<string, string | readonly string[]>>;
  readonly body?: string | Buffer;
}

/** Asks on connections that stay open, one unless told, and hides nothing of the answers. */
export class Line {
  readonly #agent: Agent;

  constructor(connections = 1) {
    this.#agent = new Agent({ keepAlive: true, maxSockets: connections });
  }

  ask(url: string, { method = 'GET', headers = {}, body }: Asked = {}): Promise<Exchange> {
    const begun = performance.now();
    return new Promise((resolve, reject) => {
      const sent = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, plain(value)]));
      const outgoing = request(url, { method, headers: sent, agent: this.#agent }, (answer) => {
        let text = '';
        answer.setEncoding('utf8');
        answer.on('data', (chunk: string) => (text += chunk));
        answer.on('error', reject);
        answer.on('end', () =>
          resolve({
            status: answer.statusCode ?? 0,
            rawHeaders: answer.rawHeaders,
            headers: answer.headers as Record<string, string>,
            body: text,
            ms: performance.now() - begun,
          }),
        );
      });
      outgoing.on('error', reject);
      outgoing.end(body);
    });
  }

  close(): void {
    this.#agent.destroy();
  }
}

const plain = (value: string | readonly string[]): string | string[] =>
  typeof value === 'string' ? value : [...value];

/** What every answer has of its own, whoever asks for what. */
const OWN = /^(date|bus-correlation-id)$/i;

/**
 * The answer without what tells one request from another: what is left must be the same for what is somebody else's and for
 * what does not exist, to the order of headers and the length of the body.
 */
export function told({ status, rawHeaders, body }: Exchange): object {
  const headers = rawHeaders.map((text, index) =>
    index % 2 === 1 && OWN.test(rawHeaders[index - 1] ?? '') ? text.length : text,
  );
  const uuid = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;
  return { status, headers, body: body.replace(uuid, (id) => '#'.repeat(id.length)), bytes: Buffer.byteLength(body) };
}
