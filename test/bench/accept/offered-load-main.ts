// A process of the bench that offers submissions at a rate, whatever becomes of them.
import { serve } from '../harness/child.js';
import { HttpConnections } from '../harness/http-connection.js';
import { openLoop } from '../harness/load.js';
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

/** Answers by status. */
export type OfferedOutput = Readonly<Record<number, number>>;

const CONNECTIONS = 512;

serve(async ({ url, tokens, rate, seconds, urgency, to }: OfferedInput): Promise<OfferedOutput> => {
  const next = requests(tokens, '/v1/referrals', urgency, to);
  const connections = new HttpConnections(url, CONNECTIONS);
  const answers: Record<number, number> = {};
  try {
    const act = async (): Promise<void> => {
      const { status } = await connections.ask(next());
      answers[status] = (answers[status] ?? 0) + 1;
    };
    await openLoop({ perSecond: rate, seconds, act });
    return answers;
  } finally {
    connections.close();
  }
});
