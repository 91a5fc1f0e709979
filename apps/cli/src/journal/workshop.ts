import { leg, type Leg } from '#libs/domain';
import { LogReader } from '#libs/event-log';
import { JournalRepair } from '#libs/journal';
import { Pool } from 'pg';
import type { DataFolder } from '../bus/data-folder.js';
import { databaseUrl } from '../bus/database-url.js';
import { kafkaOf, macKeysOf } from '../bus/log.js';
import { CliFault, EXIT, wordsOf } from '../terminal/fault.js';

/** The role that inserts into the journal and changes nothing that stands there, whatever the login may do. */
const ROLE = 'bus_repair';

/** What a repair of the journal works with: the journal as role bus_repair, and the topics. */
export interface Workshop {
  readonly pool: Pool;
  readonly repair: JournalRepair<Leg>;
  readonly topics: LogReader;
  close(): Promise<void>;
}

/** @param env JOURNAL_REPAIR_URL where the journal is another one than the data folder names @throws CliFault */
export function openWorkshop(folder: DataFolder, env: NodeJS.ProcessEnv = process.env): Workshop {
  const pool = new Pool({
    connectionString: env['JOURNAL_REPAIR_URL'] ?? databaseUrl(folder.endpoints(), 'journal'),
    application_name: 'bus-journal',
    max: 2,
    connectionTimeoutMillis: 5_000,
    options: `-c role=${ROLE}`,
  });
  // A broken idle connection is replaced at the next query, which then says what is wrong.
  pool.on('error', () => undefined);
  const topics = new LogReader(kafkaOf(folder), macKeysOf(folder).keys);
  return {
    pool,
    repair: new JournalRepair(pool, leg),
    topics,
    close: async () => void (await Promise.all([pool.end(), topics.close()])),
  };
}

/** @throws CliFault when the journal does not answer, before anything else is asked */
export async function assertJournal({ pool }: Pick<Workshop, 'pool'>): Promise<void> {
  await pool.query('SELECT FROM lane LIMIT 1').catch((cause: unknown) => {
    const problem = `the journal cannot be reached as ${ROLE} (${wordsOf(cause)})`;
    throw new CliFault(EXIT.unreachable, problem, 'start its server, or name it in JOURNAL_REPAIR_URL', { cause });
  });
}

/** @throws CliFault when the topics do not answer; what the journal says passes as it is */
export async function askTopics<T>(ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (cause) {
    if (!isOfKafka(cause)) throw cause;
    throw new CliFault(
      EXIT.unreachable,
      `the topics cannot be read (${wordsOf(cause)})`,
      'start Kafka, or name its topics with KAFKA_TOPIC_PREFIX',
      { cause },
    );
  }
}

const isOfKafka = (error: unknown): boolean => error instanceof Error && error.name.startsWith('KafkaJS');
