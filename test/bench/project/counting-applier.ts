import type { Applier, DecodedRecord } from '#libs/projections';
import type { Tx } from '#libs/postgres';
import { Pace } from '../log/pace.js';

/** Another applier, with the pace at which its records come through. A transaction that is repeated counts once more. */
export class CountingApplier implements Applier {
  readonly pace: Pace;
  readonly parking;
  #count = 0;

  constructor(
    private readonly inner: Applier,
    wanted: number,
  ) {
    this.pace = new Pace(wanted);
    this.parking = inner.parking;
  }

  async apply(tx: Tx, records: readonly DecodedRecord[]): Promise<void> {
    await this.inner.apply(tx, records);
    this.#count += records.length;
    this.pace.reached(this.#count);
  }
}
