interface Timed {
  readonly at: number;
  /** Decides among those of one moment. */
  readonly order: number;
}

/** What is to happen, soonest first: a binary heap. */
export class Agenda<Entry extends Timed> {
  readonly #heap: Entry[] = [];

  get size(): number {
    return this.#heap.length;
  }

  add(entry: Entry): void {
    const heap = this.#heap;
    let place = heap.length;
    while (place > 0) {
      const parent = (place - 1) >> 1;
      const above = heap[parent];
      if (!above || !isBefore(entry, above)) break;
      heap[place] = above;
      place = parent;
    }
    heap[place] = entry;
  }

  take(): Entry | undefined {
    const heap = this.#heap;
    const first = heap[0];
    const last = heap.pop();
    if (last && heap.length > 0) this.#sink(last);
    return first;
  }

  #sink(entry: Entry): void {
    const heap = this.#heap;
    let place = 0;
    for (;;) {
      let child = 2 * place + 1;
      let below = heap[child];
      if (!below) break;
      const other = heap[child + 1];
      if (other && isBefore(other, below)) {
        child += 1;
        below = other;
      }
      if (!isBefore(below, entry)) break;
      heap[place] = below;
      place = child;
    }
    heap[place] = entry;
  }
}

const isBefore = (a: Timed, b: Timed): boolean => a.at < b.at || (a.at === b.at && a.order < b.order);
