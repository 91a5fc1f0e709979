const KEPT = 128;

/** The leaves of the last positions applied, so that a record that comes again can be compared. */
export class RecentLeaves {
  readonly #leaves = new Map<number, Buffer>();

  add(position: number, leaf: Buffer): void {
    this.#leaves.set(position, leaf);
    if (this.#leaves.size <= KEPT) return;
    const [oldest] = this.#leaves.keys();
    if (oldest !== undefined) this.#leaves.delete(oldest);
  }

  at(position: number): Buffer | undefined {
    return this.#leaves.get(position);
  }
}
