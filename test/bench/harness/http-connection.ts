import { connect, type Socket } from 'node:net';

const HEAD_END = '\r\n\r\n';

export interface HttpAnswer {
  readonly status: number;
  readonly body: string;
}

/** One kept connection with one open request at a time: a client that costs the shared cores as little as it can. */
export class HttpConnection {
  private chunks: string[] = [];
  private received = 0;
  /** Length of the answer that is on its way, with its head; null until that is known. */
  private expected: number | null = null;
  private answered = 0;
  private asked: { resolve: (answer: HttpAnswer) => void; reject: (error: Error) => void } | null = null;

  private constructor(private readonly socket: Socket) {
    socket.setNoDelay(true);
    socket.setEncoding('latin1');
    socket.on('data', (chunk: string) => this.receive(chunk));
    socket.on('error', (error) => this.fail(error));
    socket.on('close', () => this.fail(new Error('the server closed the connection')));
  }

  static open(url: string): Promise<HttpConnection> {
    const { hostname, port } = new URL(url);
    return new Promise((resolve, reject) => {
      const socket = connect({ host: hostname, port: Number(port) }, () => resolve(new HttpConnection(socket)));
      socket.once('error', reject);
    });
  }

  /** @param request the whole request, in Latin-1 @throws Error when the connection ends */
  ask(request: string): Promise<HttpAnswer> {
    return new Promise((resolve, reject) => {
      this.asked = { resolve, reject };
      this.socket.write(request, 'latin1');
    });
  }

  /** Whether it ever had an answer: one that fails later may have been closed for its idleness. */
  get wasAnswered(): boolean {
    return this.answered > 0;
  }

  /** Whether it can still be asked: a server closes what nobody used for a while. */
  get isOpen(): boolean {
    return this.socket.writable;
  }

  close(): void {
    this.socket.destroy();
  }

  private receive(chunk: string): void {
    this.chunks.push(chunk);
    this.received += chunk.length;
    this.expected ??= lengthOf(this.chunks.join(''));
    if (this.expected === null || this.received < this.expected) return;
    const text = this.chunks.join('');
    const answer = { status: Number(text.slice(9, 12)), body: text.slice(text.indexOf(HEAD_END) + HEAD_END.length) };
    [this.chunks, this.received, this.expected] = [[], 0, null];
    const { asked } = this;
    this.asked = null;
    this.answered++;
    asked?.resolve(answer);
  }

  private fail(error: Error): void {
    this.asked?.reject(error);
    this.asked = null;
  }
}

/** Of an answer with its head; null while that has not come whole. */
function lengthOf(received: string): number | null {
  const head = received.indexOf(HEAD_END);
  if (head < 0) return null;
  return head + HEAD_END.length + Number(/\r\ncontent-length: (\d+)/i.exec(received.slice(0, head))?.[1] ?? 0);
}

/** Connections that are opened when all others are busy: for loads that do not wait for answers. */
export class HttpConnections {
  private readonly idle: HttpConnection[] = [];
  private readonly all = new Set<HttpConnection>();
  private readonly queue: ((connection: HttpConnection) => void)[] = [];

  constructor(
    private readonly url: string,
    private readonly most: number,
  ) {}

  /** A server may close a connection while a request is on its way to it: that one is sent again, on another connection. */
  async ask(request: string): Promise<HttpAnswer> {
    const connection = this.kept() ?? (await this.another());
    try {
      return await this.askOver(connection, request);
    } catch (error) {
      if (!connection.wasAnswered) throw error;
      this.all.delete(connection);
      return this.askOver(await this.another(), request);
    }
  }

  private async askOver(connection: HttpConnection, request: string): Promise<HttpAnswer> {
    const answer = await connection.ask(request);
    const next = this.queue.shift();
    if (next) next(connection);
    else this.idle.push(connection);
    return answer;
  }

  close(): void {
    this.all.forEach((connection) => connection.close());
  }

  /** One that was used before, and that the server has not closed since. */
  private kept(): HttpConnection | undefined {
    for (let kept = this.idle.pop(); kept; kept = this.idle.pop()) {
      if (kept.isOpen) return kept;
      this.all.delete(kept);
    }
    return undefined;
  }

  private opening = 0;

  private async another(): Promise<HttpConnection> {
    if (this.all.size + this.opening >= this.most) return new Promise((resolve) => this.queue.push(resolve));
    this.opening++;
    const connection = await HttpConnection.open(this.url);
    this.opening--;
    this.all.add(connection);
    return connection;
  }
}

export interface Post {
  readonly path: string;
  readonly token: string;
  readonly key?: string;
  /** JSON in ASCII. */
  readonly body: string;
}

export function postOf({ path, token, key, body }: Post): string {
  const idempotency = key === undefined ? '' : `Idempotency-Key: ${key}\r\n`;
  return `POST ${path} HTTP/1.1\r\nHost: bus\r\nAuthorization: Bearer ${token}\r\nContent-Type: application/json\r\n${idempotency}Content-Length: ${body.length}\r\n\r\n${body}`;
}
