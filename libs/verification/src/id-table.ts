const ID_BYTES = 16;
const WORDS = 4;
const FIRST_CAPACITY = 1 << 10;

/** Numbers 16-byte ids in the order of their first appearance, at about 30 bytes an id: a Set of 5 million would take a gigabyte. */
export class IdTable {
  #words = new Uint32Array(FIRST_CAPACITY * WORDS);
  /** Row + 1 by slot; 0 is free. At most half of the slots are taken. */
  #slots = new Int32Array(FIRST_CAPACITY * 2);
  #size = 0;
  /** The id that is looked for: made once, since this is done for every event. */
  readonly #asked = new Uint32Array(WORDS);

  get size(): number {
    return this.#size;
  }

  /** Memory that it holds. */
  get bytes(): number {
    return this.#words.byteLength + this.#slots.byteLength;
  }

  /** Row of the id; -1 where it was never added. */
  rowOf(id: Uint8Array): number {
    return (this.#slots[this.#slotOf(this.#read(id))] ?? 0) - 1;
  }

  /** @returns its row, and whether this was its first appearance */
  add(id: Uint8Array): { readonly row: number; readonly fresh: boolean } {
    const words = this.#read(id);
    const slot = this.#slotOf(words);
    const known = (this.#slots[slot] ?? 0) - 1;
    if (known >= 0) return { row: known, fresh: false };
    const row = this.#size++;
    if (row >= this.#slots.length / 2) this.#grow();
    this.#words.set(words, row * WORDS);
    this.#slots[this.#slotOf(words)] = row + 1;
    return { row, fresh: true };
  }

  #read(id: Uint8Array): Uint32Array {
    if (id.length < ID_BYTES) throw new RangeError(`an id has ${ID_BYTES} bytes`);
    for (let word = 0; word < WORDS; word++) {
      const at = word * 4;
      this.#asked[word] =
        ((id[at] ?? 0) << 24) | ((id[at + 1] ?? 0) << 16) | ((id[at + 2] ?? 0) << 8) | (id[at + 3] ?? 0);
    }
    return this.#asked;
  }

  /** The slot that holds the id, else the free one where it would stand. */
  #slotOf(words: Uint32Array): number {
    const mask = this.#slots.length - 1;
    let slot = hash(words) & mask;
    for (; (this.#slots[slot] ?? 0) !== 0; slot = (slot + 1) & mask) {
      if (this.#holds((this.#slots[slot] ?? 0) - 1, words)) break;
    }
    return slot;
  }

  #holds(row: number, words: Uint32Array): boolean {
    for (let at = 0; at < WORDS; at++) if (this.#words[row * WORDS + at] !== words[at]) return false;
    return true;
  }

  #grow(): void {
    const words = new Uint32Array(this.#words.length * 2);
    words.set(this.#words);
    this.#words = words;
    this.#slots = new Int32Array(this.#slots.length * 2);
    for (let row = 0; row < this.#size - 1; row++) {
      this.#slots[this.#slotOf(words.subarray(row * WORDS, (row + 1) * WORDS))] = row + 1;
    }
  }
}

// The mixing of MurmurHash 3: UUIDs of version 7 begin with their time and differ in few bits.
function hash(words: Uint32Array): number {
  let mixed = 0;
  for (const word of words) {
    const scrambled = Math.imul(rotated(Math.imul(word, 0xcc9e2d51), 15), 0x1b873593);
    mixed = Math.imul(rotated(mixed ^ scrambled, 13), 5) + 0xe6546b64;
  }
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}

const rotated = (word: number, bits: number): number => (word << bits) | (word >>> (32 - bits));
