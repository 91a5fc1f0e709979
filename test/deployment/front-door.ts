import { Agent, createServer, type IncomingMessage, request, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { AppName, AppProcess } from './app-process.js';

/**
 * One address for the API of many processes, as a deployment's gateway gives it. It invents no answer: where an app gives
 * none, or dies half-way, the caller's connection is cut.
 */
export class FrontDoor {
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 256 });
  readonly #server: Server;
  #turn = 0;

  constructor(private readonly instancesOf: (app: AppName) => readonly AppProcess[]) {
    this.#server = createServer((incoming, outgoing) => this.#pass(incoming, outgoing));
  }

  async open(): Promise<void> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async close(): Promise<void> {
    await new Promise<void>((resolve) => {
      this.#server.close(() => resolve());
      this.#server.closeAllConnections();
    });
    this.#agent.destroy();
  }

  #pass(incoming: IncomingMessage, outgoing: ServerResponse): void {
    const { method = 'GET', url = '/', headers } = incoming;
    const cut = (): void => void outgoing.destroy();
    const target = this.#next(appOf(method, url));
    if (!target) return cut();
    const onward = request(`${target.url}${url}`, { method, headers, agent: this.#agent }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.on('error', cut).pipe(outgoing);
    });
    onward.on('error', cut);
    outgoing.on('close', () => onward.destroy());
    incoming.on('error', cut).pipe(onward);
  }

  /** In turn, those that run: a gateway stops asking instances that are gone. */
  #next(app: AppName): AppProcess | undefined {
    const running = this.instancesOf(app).filter((each) => each.isRunning());
    return running[this.#turn++ % running.length];
  }
}

/** Which app answers for a path (design 8). */
export function appOf(method: string, url: string): AppName {
  if (url.startsWith('/v1/audit/')) return 'audit-trail';
  if (url.startsWith('/v1/operations/')) return 'operations';
  if (url.startsWith('/v1/membership/')) return 'membership';
  if (url.startsWith('/v1/receipts')) return 'agency-views';
  if (url.startsWith('/v1/webhooks')) return 'delivery';
  return method === 'POST' ? 'referrals' : 'agency-views';
}
