// A process of the bench that offers submissions at a rate, whatever becomes of them.
import { ROUTINE_AT_ONCE } from '../../../apps/referrals/src/limits/routine-room.js';
import { serve } from '../harness/child.js';
import { HttpConnections } from '../harness/http-connection.js';
import { type Latencies, openLoop } from '../harness/load.js';
import type { Urgency } from '../events/request.js';
import { requests } from './write-app.js';

export interface OfferedInput {
  readonly url: string;
  readonly tokens: readonly string[];
  /** Submissions a second. */
  readonly rate: number;
  readonly seconds: number;
  readonly urgency?: Urgency;
  readonly to?: string;
}

export interface OfferedOutput extends Latencies {
  /** By status. */
  readonly answers: Readonly<Record<number, number>>;
}

/** A connection has one request open, so as many as the door has room for would wait here and not at the door: never shed. */
const CONNECTIONS = 4 * ROUTINE_AT_ONCE;

serve(async ({ url, tokens, rate, seconds, urgency, to }: OfferedInput): Promise<OfferedOutput> => {
  const next = requests(tokens, '/v1/referrals', urgency, to);
  const connections = new HttpConnections(url, CONNECTIONS);
  const answers: Record<number, number> = {};
  try {
    const act = async (): Promise<void> => {
      const { status } = await connections.ask(next());
      answers[status] = (answers[status] ?? 0) + 1;
    };
    return { ...(await openLoop({ perSecond: rate, seconds, act })), answers };
  } finally {
    connections.close();
  }
});
