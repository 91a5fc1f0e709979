import { type Logger, Turns } from '#libs/platform';

const AWAY_MS = 5_000;

/** What waits here to be known elsewhere. */
export interface WaitingNews<Row> {
  /** Of the part that says it when it cannot be passed on, with a code and in words. */
  readonly words: { readonly part: string; readonly code: string; readonly what: string };
  /** How often it is looked for while there is none, in milliseconds. */
  readonly everyMs: number;
  readonly atOnce: number;
  read(limit: number): Promise<Row[]>;
  /** To who takes it twice as it takes it once. @throws Error where it was not taken */
  pass(rows: readonly Row[]): Promise<void>;
  /** It does not wait any more. */
  note(rows: readonly Row[]): Promise<void>;
}

/** Passes on what waits, until it was taken there: it is repeated when anything dies between that and noting it. */
export class PassingOn<Row> {
  readonly #turns = new Turns(() => this.#turn());

  constructor(
    private readonly news: WaitingNews<Row>,
    private readonly logger: Logger,
  ) {}

  start(): void {
    this.#turns.start();
  }

  async stop(): Promise<void> {
    await this.#turns.stop();
  }

  /** @returns how long to wait before the next, in milliseconds */
  async #turn(): Promise<number> {
    const { words, everyMs, atOnce } = this.news;
    try {
      const rows = await this.news.read(atOnce);
      if (rows.length === 0) return everyMs;
      await this.news.pass(rows);
      await this.news.note(rows);
      return rows.length === atOnce ? 0 : everyMs;
    } catch (err) {
      this.logger.warn({ err, part: words.part, code: words.code }, words.what);
      return AWAY_MS;
    }
  }
}
