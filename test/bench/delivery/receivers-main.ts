// Takes the webhooks of the bench: those below /hang are never answered, of the others it is noted when a submission came.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { serve } from '../harness/child.js';

/** Referral, number of the webhook, and when it came, in ms since 1970. */
export type Taken = readonly [referral: string, webhook: string, at: number];

let taken: Taken[] = [];
const server = createServer((request, response) => {
  const at = Date.now();
  void text(request)
    .catch(() => '')
    .then((body) => {
      if (request.url?.startsWith('/hang')) return;
      const { type, data } = JSON.parse(body) as { type: string; data: { referral: string } };
      if (type === 'ReferralSubmitted') taken.push([data.referral, request.url ?? '', at]);
      response.writeHead(204).end();
    });
}).listen(0, '127.0.0.1');

serve(async (): Promise<{ port: number; taken: Taken[] }> => {
  const since = taken;
  taken = [];
  return { port: (server.address() as AddressInfo).port, taken: since };
});
process.on('disconnect', () => process.exit());
