import { type SpecIssuer, startSpecIssuer } from '#libs/testing';
import { issuerEnvironment } from '../accept/write-app.js';
import { receiver } from '../events/submission.js';
import { HttpConnection } from '../harness/http-connection.js';
import { CheckFailed, type Row } from '../harness/row.js';
import { ServerProcess } from '../harness/server-process.js';
import { macSecret } from '../log/records.js';
import { FeedTables } from './feed-tables.js';

/** The most that an answer holds. */
const PAGE = 500;

export const feed: Row = {
  id: 'views.feed',
  title: `one agency reads its feed from the beginning over HTTP, ${PAGE} items an answer, one request after the other`,
  limit: 'the same rows by the index alone, in pages as large, over one connection of pg',
  unit: 'items/s',
  goal: { atLeast: 0.5 },
  durability: 'none: reads',
  prepare: async () => {
    const tables = await FeedTables.fill();
    const issuer = await startSpecIssuer();
    const server = await ServerProcess.start('feed', new URL('./feed-app-main.js', import.meta.url), {
      ...issuerEnvironment(issuer),
      DATABASE_URL: tables.url,
      KAFKA_BROKERS: '127.0.0.1:9',
      MAC_KEYS: macSecret,
      AGENCY_REQUESTS_PER_SECOND: '1000000',
    });
    const counts: number[] = [];
    const figure = async (): Promise<number> => {
      const { items, rate } = await readAll(server.url, issuer);
      counts.push(items);
      return rate;
    };
    // Once for both, uncounted: a server that has just started compiles its code while it answers.
    await figure();
    await tables.bareRate(PAGE);
    return {
      limit: () => tables.bareRate(PAGE),
      figure,
      check: async () => {
        const short = counts.filter((items) => items !== tables.items);
        if (short.length > 0) throw new CheckFailed(short.map((items) => `${items} of ${tables.items} items`));
        return ['every reader had every item'];
      },
      profiles: async () => [await server.profileWhile(figure)],
      close: async () => {
        await server.stop();
        await issuer.close();
        await tables.drop();
      },
    };
  },
};

async function readAll(url: string, issuer: SpecIssuer): Promise<{ items: number; rate: number }> {
  const token = await issuer.token(receiver.agency, receiver.role);
  const connection = await HttpConnection.open(url);
  const begun = performance.now();
  let items = 0;
  for (let cursor = ''; ;) {
    const path = `/v1/feed?synthetic=true&limit=${PAGE}${cursor === '' ? '' : `&cursor=${cursor}`}`;
    const request = `GET ${path} HTTP/1.1\r\nHost: bus\r\nAuthorization: Bearer ${token}\r\n\r\n`;
    const { status, body } = await connection.ask(request);
    if (status !== 200) throw new Error(`answered ${status}: ${body}`);
    const page = JSON.parse(body) as { items: readonly unknown[]; next: string };
    items += page.items.length;
    cursor = page.next;
    if (page.items.length === 0) break;
  }
  connection.close();
  return { items, rate: (items / (performance.now() - begun)) * 1_000 };
}
