// Takes the webhooks of the bench, each agency at an address of its own: those below /hang are never answered, of the others it
// is noted when a submission came.
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { serve } from '../harness/child.js';
import { receivers } from './agencies.js';

/** Referral, number of the webhook, and when it came, in ms since 1970. */
export type Taken = readonly [referral: string, webhook: string, at: number];

export interface Takers {
  /** Of the agencies, in their order. */
  readonly ports: readonly number[];
  /** Since this was asked the last time. */
  readonly taken: readonly Taken[];
}

let taken: Taken[] = [];
const servers = receivers.map(() =>
  createServer((request, response) => {
    const at = Date.now();
    void text(request)
      .catch(() => '')
      .then((body) => {
        if (request.url?.startsWith('/hang')) return;
        const { type, data } = JSON.parse(body) as { type: string; data: { referral: string } };
        if (type === 'ReferralSubmitted') taken.push([data.referral, request.url ?? '', at]);
        response.writeHead(204).end();
      });
  }).listen(0, '127.0.0.1'),
);
for (const server of servers) if (!server.listening) await once(server, 'listening');
const ports = servers.map((server) => (server.address() as AddressInfo).port);

serve(async (): Promise<Takers> => {
  const since = taken;
  taken = [];
  return { ports, taken: since };
});
process.on('disconnect', () => process.exit());
