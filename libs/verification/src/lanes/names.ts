/** Texts by number and numbers by text, in the order of their first appearance. */
export class Names {
  readonly #numbers = new Map<string, number>();
  readonly #names: string[] = [];

  get all(): readonly string[] {
    return this.#names;
  }

  find(name: string): number | undefined {
    return this.#numbers.get(name);
  }

  numberOf(name: string): number {
    const known = this.#numbers.get(name);
    if (known !== undefined) return known;
    this.#numbers.set(name, this.#names.length);
    return this.#names.push(name) - 1;
  }

  nameOf(number: number): string {
    return this.#names[number] ?? '';
  }
}
