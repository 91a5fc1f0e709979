import { v7 } from 'uuid';
import { groupOf } from '#libs/projections';
import { agencyViews } from '../../../apps/agency-views/src/agency-views.projection.js';
import type { Deployment } from '../../deployment/index.js';
import { Line } from '../client/exchange.js';
import { type Known, unknownBeside } from '../client/population.js';
import { filled, type Route } from '../client/routes.js';
import { Tokens } from '../client/tokens.js';
import { compareTiming, type TimingAnswer } from './compare-timing.js';

export interface ForeignTiming {
  readonly route: Route;
  readonly stranger: string;
  readonly known: readonly Known[];
  readonly pairs: number;
  readonly seed: number;
}

/** Whether a stranger can tell by the clock that a referral exists: the same route, for referrals of others and for none. */
export async function timeForeign(
  bus: Deployment,
  { route, stranger, known, pairs, seed }: ForeignTiming,
): Promise<TimingAnswer> {
  const line = new Line();
  const authorization = `Bearer ${await new Tokens(bus.folder).of(stranger)}`;
  const url = bus.apps[route.app].url;
  let turn = 0;
  const ask = async (id: string): Promise<number> => {
    const headers = {
      authorization,
      'bus-purpose': 'AUDIT',
      'bus-person': 'p-1',
      'idempotency-key': v7(),
      'content-type': 'application/json',
    };
    const path = filled(route, {
      id,
      referral: id,
      key: id,
      consumer: groupOf(agencyViews),
      name: 'awaiting-my-decision',
    });
    const body = route.method === 'GET' ? undefined : JSON.stringify(route.body?.example ?? {});
    return (await line.ask(url + path, { method: route.method, headers, body })).ms;
  };
  const next = (): Known => {
    const each = known[turn++ % known.length];
    if (!each) throw new RangeError('no referral to ask for');
    return each;
  };
  try {
    return await compareTiming({
      first: () => ask(next().id),
      second: () => ask(unknownBeside(next().id)),
      pairs,
      seed,
    });
  } finally {
    line.close();
  }
}
