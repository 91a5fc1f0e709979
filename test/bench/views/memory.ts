import type { KafkaConfig } from '#libs/event-log';
import { type SpecIssuer, startSpecIssuer } from '#libs/testing';
import { issuerEnvironment } from '../accept/write-app.js';
import { receiver } from '../events/submission.js';
import { HttpConnection } from '../harness/http-connection.js';
import { residentBytesOf } from '../harness/process-tree.js';
import { CheckFailed, type Row } from '../harness/row.js';
import { ServerProcess } from '../harness/server-process.js';
import { macSecret } from '../log/records.js';
import { dropTopics, freshTopics } from '../log/topics.js';
import { ManyAgencies, REFERRALS } from './many-agencies.js';

const FEW = 10;
const MANY = 1_000;
const AT_ONCE = 16;
const PAGE = 500;
const MEBIBYTE = 2 ** 20;

export const memory: Row = {
  id: 'views.memory',
  title: `resident memory of agency-views where ${MANY.toLocaleString('en')} agencies share ${REFERRALS.toLocaleString('en')} referrals: each has read its inbox and its whole feed, and waits for more`,
  limit: `the same referrals between ${FEW} agencies`,
  unit: 'MiB',
  goal: { atMost: 1.5 },
  durability: 'none: reads',
  prepare: async (bench) => {
    const kafka = await freshTopics(bench);
    const issuer = await startSpecIssuer();
    const few = await ManyAgencies.fill(FEW);
    const many = await ManyAgencies.fill(MANY);
    const wrong: string[] = [];
    const resident = async (of: ManyAgencies): Promise<number> => {
      const { bytes, items } = await read(of, kafka, issuer);
      if (items !== of.items) wrong.push(`${items} of ${of.items} items`);
      return bytes / MEBIBYTE;
    };
    return {
      limit: () => resident(few),
      figure: () => resident(many),
      check: async () => {
        if (wrong.length > 0) throw new CheckFailed(wrong);
        return ['every agency had every item'];
      },
      notes: () => [
        `The database has ${mebibytes(few.bytes)} for ${FEW} agencies and ${mebibytes(many.bytes)} for ${MANY}: ${(many.bytes / few.bytes).toFixed(2)} times as much.`,
      ],
      close: async () => {
        await few.drop();
        await many.drop();
        await issuer.close();
        await dropTopics(kafka);
      },
    };
  },
};

const mebibytes = (bytes: number): string => `${Math.round(bytes / MEBIBYTE)} MiB`;

/** Of a process that has just started; measured while every agency waits. */
async function read(
  of: ManyAgencies,
  kafka: KafkaConfig,
  issuer: SpecIssuer,
): Promise<{ readonly bytes: number; readonly items: number }> {
  const server = await ServerProcess.start('agency-views', new URL('./views-app-main.js', import.meta.url), {
    ...issuerEnvironment(issuer),
    DATABASE_URL: of.url,
    KAFKA_BROKERS: kafka.brokers.join(','),
    KAFKA_TOPIC_PREFIX: kafka.topicPrefix,
    MAC_KEYS: macSecret,
  });
  const readers: Reader[] = [];
  let items = 0;
  try {
    const left = [...of.agencies];
    const some = async (): Promise<void> => {
      for (let agency = left.pop(); agency !== undefined; agency = left.pop()) {
        const reader = await Reader.open(server.url, await issuer.token(agency, receiver.role));
        readers.push(reader);
        const read = await reader.readAll();
        items += read; // not in one: others add to it meanwhile
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, some));
    return { bytes: residentBytesOf([server.pid]), items };
  } finally {
    for (const reader of readers) reader.close();
    await server.stop();
  }
}

interface Listed {
  readonly items: readonly unknown[];
  readonly next: string | null;
}

/** An agency's backend: looks at its inbox, then follows its feed. */
class Reader {
  private constructor(
    private readonly connection: HttpConnection,
    private readonly token: string,
  ) {}

  static async open(url: string, token: string): Promise<Reader> {
    return new Reader(await HttpConnection.open(url), token);
  }

  /** @returns how many items its feed had; it waits for the next one when this resolves */
  async readAll(): Promise<number> {
    await this.#ask('/v1/inbox?synthetic=true');
    let items = 0;
    for (let cursor = ''; ;) {
      const path = `/v1/feed?synthetic=true&limit=${PAGE}${cursor}`;
      const page = await this.#ask(path);
      items += page.items.length;
      cursor = `&cursor=${page.next}`;
      if (page.items.length > 0) continue;
      this.#ask(`${path}&wait=30`).catch(() => undefined); // until it is closed
      return items;
    }
  }

  close(): void {
    this.connection.close();
  }

  async #ask(path: string): Promise<Listed> {
    const request = `GET ${path} HTTP/1.1\r\nHost: bus\r\nAuthorization: Bearer ${this.token}\r\n\r\n`;
    const { status, body } = await this.connection.ask(request);
    if (status !== 200) throw new Error(`answered ${status}: ${body}`);
    return JSON.parse(body) as Listed;
  }
}
