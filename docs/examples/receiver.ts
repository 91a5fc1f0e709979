// Takes webhooks of the bus. docs/integration/webhooks.md walks through it.
import { createHmac, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import { text } from 'node:stream/consumers';

const { WEBHOOK_SECRETS = '', PORT = '9443' } = process.env;
const keys = WEBHOOK_SECRETS.split(' ').map((secret) => Buffer.from(secret.replace('whsec_', ''), 'base64'));
const seen = new Set<string>(); // yours: a table, in the transaction of what you do for the message

/** Whether the bus sent this, in the last five minutes. */
function isGenuine(
  { 'webhook-id': id, 'webhook-timestamp': at, ...headers }: IncomingHttpHeaders,
  body: string,
): boolean {
  if (Math.abs(Date.now() / 1_000 - Number(at)) > 300) return false;
  const signatures = String(headers['webhook-signature'])
    .split(' ')
    .map((each) => Buffer.from(each));
  const expected = keys.map(
    (key) =>
      `v1,${createHmac('sha256', key)
        .update(`${String(id)}.${String(at)}.${body}`)
        .digest('base64')}`,
  );
  return expected
    .map((each) => Buffer.from(each))
    .some((ours) => signatures.some((theirs) => theirs.length === ours.length && timingSafeEqual(theirs, ours)));
}

createServer((request, response) => {
  void text(request).then((body) => {
    if (!isGenuine(request.headers, body)) return response.writeHead(401).end();
    const { type, data } = JSON.parse(body) as { type: string; data: { challenge?: string; referral?: string } };
    if (type === 'webhook.challenge') return response.end(data.challenge);
    const id = String(request.headers['webhook-id']);
    if (!seen.has(id) && data.referral) process.stdout.write(`${id} ${type} ${data.referral}\n`);
    seen.add(id); // only then is it taken: a message whose 2xx never comes is sent again
    return response.writeHead(204).end();
  });
}).listen(Number(PORT), '127.0.0.1', () => process.stdout.write('ready\n'));
