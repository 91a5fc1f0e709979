import { type CaseReader } from '#libs/access';
import { type Logger, Lru } from '#libs/platform';
import type { ReferralRow } from '../referral/referral-row.js';
import { Retrievals } from './retrievals.js';

/** Reads that come again until the view shows the evidence. */
const REMEMBERED = 10_000;

/** The first time that a recipient reads a referral is evidence that it has it; all others cost nothing. */
export class FirstReads {
  readonly #noted = new Lru<string, true>(REMEMBERED);

  constructor(
    private readonly retrievals: Retrievals,
    private readonly logger: Logger,
  ) {}

  /** Before the answer goes out, so that no death in between loses it. A receipt that cannot be kept keeps nobody from its case. */
  async read({ agency }: CaseReader, row: ReferralRow): Promise<void> {
    const shows = row.recipient_agency === agency && row.status === 'SUBMITTED';
    if (!shows || !row.delivery_kept || row.retrieved_at !== null || this.#noted.get(row.id)) return;
    try {
      await this.retrievals.note([row.id]);
      this.#noted.set(row.id, true);
    } catch (err) {
      this.logger.error({ err, code: 'RECEIPT_NOT_KEPT', referral: row.id }, 'that a referral was read is not noted');
    }
  }
}
