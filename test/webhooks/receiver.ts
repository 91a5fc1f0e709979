import { createHmac } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo, Server, Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import type { Certificate } from '#libs/testing';

/** How a receiver answers; SLOW: after a second; LIE, LONG: a body shorter or longer than it says; CUT: the connection is cut. */
export type Behaviour = 'TAKE' | 'SLOW' | 'ERROR' | 'HANG' | 'REDIRECT' | 'LIE' | 'LONG' | 'CUT';

/** What was answered so is the receiver's, whatever comes of the answer. */
export const TAKEN_BY: ReadonlySet<Behaviour> = new Set<Behaviour>(['TAKE', 'SLOW', 'LONG']);
const SLOW_MS = 1_000;

export interface Message {
  readonly id: string;
  readonly type: string;
  readonly referral: string;
  readonly at: number;
  /** How many signatures it carried. */
  readonly signatures: number;
  readonly behaviour: Behaviour;
  readonly body: string;
}

/** Looks at a message before it is answered. */
export type Judge = (message: Pick<Message, 'id' | 'type' | 'referral'>) => Behaviour;

/** An agency's system that takes webhooks, well or badly, and remembers what came. What is not signed is no message. */
export class Receiver {
  readonly messages: Message[] = [];
  readonly unsigned: string[] = [];
  /** What came by a redirect: nothing must. */
  redirected = 0;
  secrets: string[] = [];
  judge: Judge = () => 'TAKE';
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();

  /** @param certificate that it shows; without one it speaks plainly */
  constructor(private readonly certificate: Certificate | null = null) {
    const take = (request: IncomingMessage, response: ServerResponse): void => void this.#take(request, response);
    this.#server = certificate ? createSecureServer(certificate, take) : createServer(take);
    // one that nobody closed, since something failed before, keeps no program from ending
    this.#server.unref();
    this.#server.on('connection', (socket) => {
      this.#sockets.add(socket);
      socket.on('close', () => this.#sockets.delete(socket));
    });
  }

  /** Also again, once it was closed. */
  async open(port = 0): Promise<this> {
    await new Promise<void>((resolve) => this.#server.listen(port, '127.0.0.1', resolve));
    return this;
  }

  get url(): string {
    const { port } = this.#server.address() as AddressInfo;
    return this.certificate ? `https://localhost:${port}/bus` : `http://127.0.0.1:${port}/bus`;
  }

  /** What it took, each once, in the order in which it came first. */
  get taken(): Message[] {
    const first = new Map<string, Message>();
    for (const message of this.messages)
      if (TAKEN_BY.has(message.behaviour) && !first.has(message.id)) first.set(message.id, message);
    return [...first.values()];
  }

  async close(): Promise<void> {
    await new Promise<void>((resolve) => {
      this.#server.close(() => resolve());
      for (const socket of this.#sockets) socket.destroy();
    });
  }

  async #take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.url !== '/bus') this.redirected += 1;
    const body = await text(request).catch(() => '');
    const { 'webhook-id': id = '', 'webhook-timestamp': at = '', 'webhook-signature': said = '' } = request.headers;
    const signatures = String(said).split(' ');
    const signed = this.secrets.some((secret) =>
      signatures.includes(signatureOf(secret, `${String(id)}.${String(at)}.${body}`)),
    );
    if (!signed) {
      this.unsigned.push(body);
      return void response.writeHead(401).end();
    }
    const { type, data } = JSON.parse(body) as { type: string; data: { referral?: string; challenge?: string } };
    if (type === 'webhook.challenge') return void response.end(JSON.stringify({ challenge: data.challenge }));
    const named = { id: String(id), type, referral: data.referral ?? '' };
    const behaviour = this.judge(named);
    this.messages.push({ ...named, at: Date.now(), signatures: signatures.length, behaviour, body });
    answer(response, behaviour);
  }
}

function answer(response: ServerResponse, behaviour: Behaviour): void {
  switch (behaviour) {
    case 'TAKE':
      return void response.writeHead(204).end();
    case 'SLOW':
      return void setTimeout(() => response.writeHead(204).end(), SLOW_MS);
    case 'ERROR':
      return void response.writeHead(500).end('no');
    case 'HANG':
      return;
    case 'REDIRECT':
      return void response.writeHead(307, { location: '/elsewhere' }).end();
    case 'LIE':
      response.writeHead(200, { 'content-length': '1000' }).write('short');
      return void setTimeout(() => response.destroy(), 5);
    case 'LONG':
      return void response.writeHead(200, { 'content-length': '2' }).end('more than it said');
    case 'CUT':
      return void response.destroy();
  }
}

const signatureOf = (secret: string, signed: string): string =>
  `v1,${createHmac('sha256', Buffer.from(secret.replace('whsec_', ''), 'base64'))
    .update(signed)
    .digest('base64')}`;
