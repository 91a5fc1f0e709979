/** How fast a counter gets to its end, the first tenth not counted: connections, groups and plans are made by then. */
export class Pace {
  private from: { readonly at: number; readonly count: number } | null = null;
  private over: (rate: number) => void = () => undefined;
  /** Counted things a second. */
  readonly rate: Promise<number>;

  constructor(private readonly wanted: number) {
    this.rate = new Promise((resolve) => (this.over = resolve));
  }

  reached(count: number): void {
    const now = performance.now();
    if (!this.from && count >= this.wanted / 10) this.from = { at: now, count };
    if (this.from && count >= this.wanted) this.over((count - this.from.count) / ((now - this.from.at) / 1000));
  }
}
