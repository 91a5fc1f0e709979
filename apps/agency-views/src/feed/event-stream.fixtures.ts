import type { SpecBus, SpecCaller } from '../spec-bus.fixtures.js';

/** One server-sent event. */
export interface StreamEvent {
  readonly event: string;
  readonly id: string | undefined;
  readonly data: unknown;
}

export interface StreamAsk {
  readonly lastId?: string | undefined;
  /** Of the token, such as `3s`. */
  readonly lifetime?: string;
  readonly signal: AbortSignal;
}

/** The events of a feed, as they come. */
export async function* streamOf(
  bus: SpecBus,
  { agency, role }: SpecCaller,
  { lastId, lifetime, signal }: StreamAsk,
): AsyncGenerator<StreamEvent> {
  const response = await fetch(`${bus.url}/v1/feed`, {
    headers: {
      accept: 'text/event-stream',
      authorization: `Bearer ${await bus.issuer.token(agency, role, lifetime)}`,
      ...(lastId !== undefined && { 'last-event-id': lastId }),
    },
    signal,
  });
  if (!response.ok || !response.body) throw new Error(`the stream was answered with ${response.status}`);
  const decoder = new TextDecoder();
  let text = '';
  for await (const chunk of response.body as AsyncIterable<Uint8Array>) {
    text += decoder.decode(chunk, { stream: true });
    const blocks = text.split('\n\n');
    text = blocks.pop() ?? '';
    yield* blocks.map(parsed).filter((event) => event !== null);
  }
}

/** Null for comments and settings. */
function parsed(block: string): StreamEvent | null {
  const fields = new Map(block.split('\n').map((line) => line.split(/: (.*)/s).slice(0, 2) as [string, string]));
  const [event, data] = [fields.get('event'), fields.get('data')];
  return event === undefined || data === undefined ? null : { event, id: fields.get('id'), data: JSON.parse(data) };
}
