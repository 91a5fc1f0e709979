import { createHash } from 'node:crypto';
import { schemasByFingerprint } from '#libs/contracts';
import { MacKeys } from '#libs/event-log';
import { DigestKeys } from '#libs/journal';
import { type Logger, Metrics } from '#libs/platform';
import { Broker } from '../kafka/broker.js';
import { consumerStatements } from '../postgres/consumer-statements.js';
import { journalStatements } from '../postgres/journal-statements.js';
import { JournalTables } from '../postgres/journal-tables.js';
import { relayStatements } from '../postgres/relay-statements.js';
import { Server } from '../postgres/server.js';
import { Statements } from '../postgres/statement.js';
import { viewStatements } from '../postgres/view-statements.js';
import { ViewTables } from '../postgres/view-tables.js';
import type { SimulatedProcess, World } from '../world/world.js';

const secret = (name: string): Buffer => createHash('sha256').update(name).digest();

export const digestKeys = new DigestKeys('d1', { d1: secret('digest') });
export const macKeys = new MacKeys('m1', { m1: secret('mac') });
export const registryIds = new Map(
  [...schemasByFingerprint.keys()].map((fingerprint, index) => [fingerprint, index + 1]),
);

/** One for all runs: making one costs more than a run, and nothing is ever read from it. */
export const metrics = new Metrics();

/** The services that the bus stands on. */
export class Outside {
  readonly journal: Server;
  readonly journalTables: JournalTables;
  readonly views: Server;
  readonly viewTables = new ViewTables();
  readonly broker: Broker;
  /** Alarms of any process, as they are logged. */
  onAlarm: (process: string, code: string) => void = () => undefined;

  constructor(
    readonly world: World,
    readonly lanes: number,
  ) {
    this.journalTables = new JournalTables(lanes);
    this.journal = new Server(
      world,
      'journal',
      new Statements(journalStatements(this.journalTables), relayStatements(this.journalTables)),
    );
    this.views = new Server(
      world,
      'views',
      new Statements(consumerStatements(this.viewTables), viewStatements(this.viewTables)),
    );
    this.broker = new Broker(world, lanes);
  }

  /** As after the word of a person that nothing was restored. */
  confirmJournal(): void {
    this.journalTables.confirmation.rows.set(this.journal.incarnation, { by: 'somebody', reason: 'a new journal' });
  }

  /** What a process logs becomes part of the story; alarms are judged. */
  loggerOf(process: SimulatedProcess): Logger {
    const log = (first: unknown, second?: string): void => {
      const [fields, text] = typeof first === 'string' ? [{}, first] : [first, second];
      const { code, alarm, err, ...rest } = fields as { code?: string; alarm?: string; err?: unknown };
      const name = alarm ?? code;
      if (name !== undefined) this.onAlarm(process.name, name);
      this.world.say(process.name, () => {
        const cause = err instanceof Error ? ` [${err.name}: ${err.message}]` : '';
        return `logs ${name ?? ''} ${text ?? ''} ${JSON.stringify(rest)}${cause}`;
      });
    };
    const quiet = (): void => undefined;
    const logger = { info: log, warn: log, error: log, fatal: log, debug: quiet, trace: quiet, child: () => logger };
    return logger as unknown as Logger; // no more of a logger is used by what runs here
  }
}
