const ID_BYTES = 16;

/** 16 bytes a row, all zero where none were set. */
export class IdColumn {
  #bytes = new Uint8Array(1_024 * ID_BYTES);

  /** Null where none were set. A view into the store: copy what is kept. */
  at(row: number): Buffer | null {
    if ((row + 1) * ID_BYTES > this.#bytes.length) return null;
    const id = Buffer.from(this.#bytes.buffer, row * ID_BYTES, ID_BYTES);
    return id.every((byte) => byte === 0) ? null : id;
  }

  set(row: number, id: Uint8Array): void {
    if ((row + 1) * ID_BYTES > this.#bytes.length) {
      const wider = new Uint8Array(Math.max(this.#bytes.length * 2, (row + 1) * ID_BYTES));
      wider.set(this.#bytes);
      this.#bytes = wider;
    }
    this.#bytes.set(id.subarray(0, ID_BYTES), row * ID_BYTES);
  }
}
