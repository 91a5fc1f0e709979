import { setTimeout as delay } from 'node:timers/promises';
import { LogReader } from '#libs/event-log';
import type { CheckId } from './check-ids.js';
import { Acknowledged, laneOf } from './checks/acknowledged.js';
import { Answers } from './checks/answers.js';
import { checkRemains, checkServer } from './checks/leaks.js';
import { behind, type Reached, reportLiveness } from './checks/liveness.js';
import { OpenedLegs } from './checks/opened-legs.js';
import type { References } from './checks/references.js';
import { Sessions } from './checks/sessions.js';
import { AGENCY_FEED, AGENCY_VIEWS, AUDIT_TRAIL } from './consumers.js';
import type { LaneRow } from './journal-row.js';
import type { Chronicle } from './lanes/chronicle.js';
import { compareFeeds, compareTrail, compareViews } from './lanes/consumer-pass.js';
import { readJournal } from './lanes/journal-pass.js';
import { planPasses } from './lanes/plan-passes.js';
import { compareTopics } from './lanes/topic-pass.js';
import { beginChecks, endChecks, type WholeChecks } from './lanes/whole-journal.js';
import { ledgerSize, readLedger } from './ledger/ledger-reader.js';
import { readPositions } from './readers/consumer-reader.js';
import { readingPool } from './readers/databases.js';
import { readCursors, readLanes, readSealed } from './readers/journal-reader.js';
import { leftFiles } from './readers/left-files.js';
import { readScratchSchemas, readServers } from './readers/server-reader.js';
import { type Checked, Report } from './report.js';
import type { Sources } from './sources.js';
import { from, type Pools, take, type Taken } from './taken.js';

export interface VerificationOptions {
  /** How long everybody may take to get to where the lanes stand at the start, in milliseconds. */
  readonly waitMs: number;
  /** What agencies were told: a file of `LedgerEntry` lines. It may still be written. */
  readonly ledger?: string | undefined;
  /** Only these lanes, sealed ones too; else all that are not sealed. Then read models are not rebuilt. */
  readonly lanes?: readonly number[] | undefined;
  /** Events of the journal that are held at once; a lane with more is held nevertheless. About 100 bytes each. */
  readonly eventsAtOnce?: number | undefined;
  readonly onProgress?: ((text: string) => void) | undefined;
}

const EVENTS_AT_ONCE = 1_000_000;
const POLL_MS = 100;

const OF_LANES: readonly CheckId[] = [
  'order',
  'K2',
  'fold',
  'clocks',
  'rules',
  'onward',
  'keys',
  'topics',
  'trail',
  'K3',
  'K4',
  'told',
  'K11',
  'K10',
];
const OF_LEDGER: readonly CheckId[] = ['K1', 'answers', 'K9'];

/** All checks of a running bus, also of one under load (`Taken` says why). Nothing is written but the scratch of a rebuild. */
export class Verification {
  readonly #sources: Sources;
  readonly #options: VerificationOptions;
  readonly #pools: Pools;
  readonly #log: LogReader;
  readonly #report = new Report();
  #repeated = 0;
  #passedOver: readonly number[] = [];

  constructor(sources: Sources, options: VerificationOptions) {
    this.#sources = sources;
    this.#options = options;
    const { journal, views, audit } = sources.databases;
    this.#pools = { journal: readingPool(journal), views: readingPool(views), audit: readingPool(audit) };
    this.#log = new LogReader(sources.kafka, sources.macKeys);
  }

  /** Records that the relay sent more than once, which is no fault; known after the check of the topics. */
  get repeated(): number {
    return this.#repeated;
  }

  /** Sealed lanes, which are not compared: they are known to differ. Known after the first check. */
  get passedOver(): readonly number[] {
    return this.#passedOver;
  }

  /** Each check as it ends. @throws SourceAwayError, LedgerError */
  async *run(): AsyncGenerator<Checked> {
    const { ledger, lanes } = this.#options;
    await this.#live();
    yield this.#report.of('K13');
    const size = ledger === undefined ? 0 : ledgerSize(ledger); // what is written later may be newer than what is taken next
    const taken = await take(this.#pools, this.#log, this.#sources);
    try {
      await this.#compare(taken, size);
    } finally {
      await taken.close();
    }
    for (const id of OF_LANES) yield this.#report.of(id);
    if (this.#sources.rebuild && lanes === undefined) yield await this.#rebuild(this.#sources.rebuild);
    if (ledger !== undefined) for (const id of OF_LEDGER) yield this.#report.of(id);
    yield await this.#leaks();
  }

  async close(): Promise<void> {
    await Promise.all([...Object.values(this.#pools).map((pool) => pool.end()), this.#log.close()]);
  }

  /** Waits until everything that was accepted by now is relayed and applied, up to the bound. */
  async #live(): Promise<void> {
    const { waitMs, lanes } = this.#options;
    if (lanes === undefined) this.#passedOver = await from('journal', readSealed(this.#pools.journal));
    const then = (await from('journal', readLanes(this.#pools.journal))).filter(({ lane }) => this.#isAsked(lane));
    const until = Date.now() + waitMs;
    let reached = await this.#reached();
    while (behind(then, reached).length > 0 && Date.now() < until) {
      await delay(POLL_MS);
      reached = await this.#reached();
    }
    reportLiveness(this.#report, then, reached, waitMs);
  }

  async #reached(): Promise<Reached> {
    const { journal, views, audit } = this.#pools;
    return {
      relayed: await from('journal', readCursors(journal)),
      consumers: [
        { consumer: AGENCY_VIEWS, positions: await from('views', readPositions(views, AGENCY_VIEWS)) },
        { consumer: AGENCY_FEED, positions: await from('views', readPositions(views, AGENCY_FEED)) },
        { consumer: AUDIT_TRAIL, positions: await from('audit', readPositions(audit, AUDIT_TRAIL)) },
      ],
    };
  }

  async #compare(taken: Taken, ledgerBytes: number): Promise<void> {
    const checks = await beginChecks(taken.journal, this.#report);
    await this.#readLedger(ledgerBytes, checks.references);
    const lanes = taken.journal.lanes.filter(({ lane }) => this.#isAsked(lane));
    const passes = planPasses(lanes.map(sizeOf), this.#options.eventsAtOnce ?? EVENTS_AT_ONCE);
    for (const pass of passes) {
      this.#options.onProgress?.(`lanes ${pass[0]} to ${pass.at(-1)} of ${taken.journal.lanes.length}`);
      await this.#pass(taken, pass, checks, ledgerBytes);
    }
    await endChecks(
      taken.journal,
      lanes.map(({ lane }) => lane),
      checks,
    );
  }

  async #pass(taken: Taken, lanes: readonly number[], checks: WholeChecks, ledgerBytes: number): Promise<void> {
    const { views, audit, feed, ends, relayed, journal } = taken;
    const report = this.#report;
    const opened = new OpenedLegs();
    const chronicles = await readJournal(journal, lanes, { ...checks, opened });
    await compareViews(views.reader, chronicles, report);
    await compareFeeds(feed, chronicles, opened, report);
    await compareTrail(audit.reader, chronicles, report);
    const following = [views, audit];
    this.#repeated += await compareTopics({ log: this.#log, ends, relayed, following, report }, chronicles);
    await this.#acknowledged(chronicles, ledgerBytes);
  }

  /** What can be said of the answers without the log. */
  async #readLedger(bytes: number, references: References): Promise<void> {
    const [answers, sessions] = [new Answers(this.#report), new Sessions(this.#report)];
    for await (const entry of readLedger(this.#options.ledger ?? '', bytes)) {
      answers.add(entry);
      sessions.add(entry);
      references.expect(entry);
    }
  }

  async #acknowledged(chronicles: ReadonlyMap<number, Chronicle>, bytes: number): Promise<void> {
    const checks = new Map([...chronicles].map(([lane, each]) => [lane, new Acknowledged(each, this.#report)]));
    for await (const entry of readLedger(this.#options.ledger ?? '', bytes))
      checks.get(laneOf(entry) ?? -1)?.add(entry);
  }

  async #rebuild(rebuild: NonNullable<Sources['rebuild']>): Promise<Checked> {
    this.#options.onProgress?.('rebuilding the read models from the topics');
    const { rows, differences } = await rebuild();
    this.#report.looked('K5', rows);
    for (const { at, what } of differences) this.#report.found('K5', 'other-state', at, what);
    return this.#report.of('K5');
  }

  async #leaks(): Promise<Checked> {
    checkServer(this.#report, await from('journal', readServers(Object.values(this.#pools))));
    const schemas = [
      ...(await from('views', readScratchSchemas(this.#pools.views))),
      ...(await from('audit', readScratchSchemas(this.#pools.audit))),
    ];
    const { folder } = this.#sources;
    checkRemains(this.#report, schemas, folder === null ? [] : leftFiles(folder));
    return this.#report.of('K14');
  }

  #isAsked(lane: number): boolean {
    return this.#options.lanes?.includes(lane) ?? !this.#passedOver.includes(lane);
  }
}

const sizeOf = ({ lane, position }: LaneRow): { lane: number; events: number } => ({ lane, events: position });
