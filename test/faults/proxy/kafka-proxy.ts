import { correlationOf, framed, FrameReader, headOf, type RequestHead } from './kafka-frames.js';
import type { Direction } from './link-faults.js';
import type { Stage } from './pipe.js';
import { TcpProxy } from './tcp-proxy.js';

/** Sees an answer before it goes on, which waits for it. What is returned goes on instead; null swallows the answer. */
export type AnswerRule = (request: RequestHead, answer: Buffer) => Promise<Buffer | null> | Buffer | null;

/** Sees a request before it goes on, which waits for it. False swallows the request. */
export type RequestRule = (request: RequestHead, body: Buffer) => Promise<boolean> | boolean;

export interface KafkaProxyOptions {
  /** What the broker advertises on its listener for clients of this proxy. */
  readonly port: number;
  /** Of that listener. */
  readonly target: number;
}

/**
 * A proxy that tells the requests and answers of Kafka's protocol apart. It must stand at the port that the broker
 * advertises on a listener of its own (`kafkaDoors`): else clients learn the broker's own address and go past it.
 */
export class KafkaProxy {
  readonly #onAnswer = new Set<AnswerRule>();
  readonly #onRequest = new Set<RequestRule>();
  /** Requests that went on to the broker, by API. */
  readonly requests = new Map<number, number>();
  #tcp: TcpProxy | null = null;

  static async open({ port, target }: KafkaProxyOptions): Promise<KafkaProxy> {
    const proxy = new KafkaProxy();
    proxy.#tcp = await TcpProxy.open({
      port,
      target: { host: '127.0.0.1', port: target },
      stages: () => proxy.#stages(),
    });
    return proxy;
  }

  get tcp(): TcpProxy {
    if (!this.#tcp) throw new Error('the proxy is not open');
    return this.#tcp;
  }

  onAnswer(rule: AnswerRule): () => void {
    this.#onAnswer.add(rule);
    return () => void this.#onAnswer.delete(rule);
  }

  onRequest(rule: RequestRule): () => void {
    this.#onRequest.add(rule);
    return () => void this.#onRequest.delete(rule);
  }

  async heal(): Promise<void> {
    this.#onAnswer.clear();
    this.#onRequest.clear();
    await this.tcp.heal();
  }

  /** For one connection: which answer belongs to which request is known by its correlation id. */
  #stages(): Record<Direction, Stage[]> {
    const asked = new Map<number, RequestHead>();
    const [requests, answers] = [new FrameReader(), new FrameReader()];
    return {
      toServer: [
        async (bytes) => {
          const passing: Buffer[] = [];
          for (const frame of requests.take(bytes)) if (await this.#request(frame, asked)) passing.push(frame);
          return framed(passing);
        },
      ],
      toClient: [
        async (bytes) => {
          const passing: Buffer[] = [];
          for (const frame of answers.take(bytes)) passing.push(...(await this.#answer(frame, asked)));
          return framed(passing);
        },
      ],
    };
  }

  async #request(frame: Buffer, asked: Map<number, RequestHead>): Promise<boolean> {
    const head = headOf(frame);
    for (const rule of this.#onRequest) if (!(await rule(head, frame))) return false;
    this.requests.set(head.api, (this.requests.get(head.api) ?? 0) + 1);
    asked.set(head.correlation, head);
    return true;
  }

  async #answer(frame: Buffer, asked: Map<number, RequestHead>): Promise<Buffer[]> {
    const request = asked.get(correlationOf(frame));
    asked.delete(correlationOf(frame));
    let passing = frame;
    if (!request) return [passing];
    for (const rule of this.#onAnswer) {
      const changed = await rule(request, passing);
      if (changed === null) return [];
      passing = changed;
    }
    return [passing];
  }
}
