import { RECORDED_REFUSALS } from '#libs/journal';
import { IdColumn } from '../id-column.js';
import { IdTable } from '../id-table.js';
import { textId } from '../ids.js';
import { isAccepted, isRead, type LedgerEntry } from '../ledger/ledger-entry.js';
import type { Report } from '../report.js';

/** What agencies were told, against itself: the first final answer of a key stands. About 100 bytes a key. */
export class Answers {
  /** (agency, key) by row. */
  readonly #keys = new IdTable();
  readonly #requests = new IdColumn();
  /** What the first final answer was: status and id, and its bytes. */
  readonly #told = new IdColumn();
  readonly #digests = new IdColumn();
  /** More than one request was made under the key: then one of them is rightly refused. */
  readonly #contested = new Set<number>();
  /** The referrals of submissions, each given once. */
  readonly #given = new IdTable();
  readonly #refusals = new Map<string, number>();

  constructor(private readonly report: Report) {}

  add(entry: LedgerEntry): void {
    const { key, agency } = entry;
    if (key === null || isRead(entry)) return;
    const { row } = this.#keys.add(textId(`${agency}\n${key}`));
    const other = this.#isOtherRequest(row, entry);
    if (entry.code === 'IDEMPOTENCY_KEY_REUSED' && entry.request !== null && !this.#contested.has(row))
      this.#found(entry, 'other-answer', 'refused as reused, and it was used for one request only');
    if (!isAccepted(entry) && !(entry.status === 409 && this.#isRecorded(agency))) return;
    if (this.#told.at(row)) this.#compare(row, entry, other);
    else this.#first(row, entry);
  }

  #first(row: number, entry: LedgerEntry): void {
    this.report.looked('answers');
    this.#told.set(row, toldOf(entry));
    if (entry.digest !== null) this.#digests.set(row, textId(entry.digest));
    if (entry.command !== 'SubmitReferral' || !isAccepted(entry) || entry.id === null) return;
    if (!this.#given.add(textId(entry.id)).fresh)
      this.#found(entry, 'duplicate', `was answered with ${entry.id}, which is another key's`);
  }

  #compare(row: number, entry: LedgerEntry, other: boolean): void {
    const digest = this.#digests.at(row);
    if (other) this.#found(entry, 'other-answer', 'another request was answered as the first had been');
    else if (!this.#told.at(row)?.equals(toldOf(entry)))
      this.#found(entry, 'duplicate', `answered otherwise before it was answered ${entry.status} ${entry.id}`);
    else if (digest && entry.digest !== null && !digest.equals(textId(entry.digest)))
      this.#found(entry, 'other-answer', 'the answer was not repeated byte for byte');
  }

  /** Whether the request is another than the first under its key. */
  #isOtherRequest(row: number, { request }: LedgerEntry): boolean {
    if (request === null) return false;
    const first = this.#requests.at(row);
    if (!first) this.#requests.set(row, textId(request));
    else if (!first.equals(textId(request))) {
      this.#contested.add(row);
      return true;
    }
    return false;
  }

  /** Beyond a rate refusals are counted only, and hold no key (`RECORDED_REFUSALS`). */
  #isRecorded(agency: string): boolean {
    const before = this.#refusals.get(agency) ?? 0;
    this.#refusals.set(agency, before + 1);
    return before < RECORDED_REFUSALS.burst;
  }

  #found({ key, agency }: LedgerEntry, kind: 'duplicate' | 'other-answer', what: string): void {
    this.report.found('answers', kind, `${agency} key ${key}`, what);
  }
}

const toldOf = ({ status, id }: LedgerEntry): Buffer => textId(`${status} ${id}`);
