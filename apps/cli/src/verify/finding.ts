/** What a check found wrong, and where. Ids, codes and places only. */
export interface Finding {
  readonly kind: 'lost' | 'doubled' | 'out of order' | 'other';
  readonly what: string;
}

/** What a check looked at, and what it found. */
export interface Checked {
  readonly name: string;
  readonly looked: number;
  readonly of: string;
  readonly findings: readonly Finding[];
}

/** Findings beyond this many are counted, not listed. */
const LISTED = 50;

export class Findings {
  readonly #list: Finding[] = [];
  #more = 0;

  add(kind: Finding['kind'], what: string): void {
    if (this.#list.length < LISTED) this.#list.push({ kind, what });
    else this.#more += 1;
  }

  list(): readonly Finding[] {
    return this.#more === 0 ? this.#list : [...this.#list, { kind: 'other', what: `and ${this.#more} more` }];
  }
}
