/** The broker's APIs that the harness tells apart, by key. */
export const API = {
  produce: 0,
  fetch: 1,
  listOffsets: 2,
  metadata: 3,
  offsetCommit: 8,
  findCoordinator: 10,
  joinGroup: 11,
  heartbeat: 12,
  syncGroup: 14,
} as const;

/** What a request says before its body (protocol version 1 of the header). */
export interface RequestHead {
  readonly api: number;
  readonly version: number;
  readonly correlation: number;
}

/** Puts a stream together again to frames: a length of four bytes, then as many bytes. */
export class FrameReader {
  #rest: Buffer = Buffer.alloc(0);

  /** The frames that these bytes complete, without their lengths. */
  take(bytes: Buffer): Buffer[] {
    this.#rest = Buffer.concat([this.#rest, bytes]);
    const frames: Buffer[] = [];
    for (;;) {
      const length = this.#rest.length >= 4 ? this.#rest.readInt32BE(0) : Infinity;
      if (this.#rest.length < 4 + length) return frames;
      frames.push(this.#rest.subarray(4, 4 + length));
      this.#rest = this.#rest.subarray(4 + length);
    }
  }
}

export function framed(frames: readonly Buffer[]): Buffer {
  return Buffer.concat(
    frames.flatMap((frame) => {
      const length = Buffer.alloc(4);
      length.writeInt32BE(frame.length);
      return [length, frame];
    }),
  );
}

export function headOf(request: Buffer): RequestHead {
  return { api: request.readInt16BE(0), version: request.readInt16BE(2), correlation: request.readInt32BE(4) };
}

export const correlationOf = (answer: Buffer): number => answer.readInt32BE(0);

/** An answer of these codes to every partition of a Produce request, versions 3 to 7, whatever the broker really did. */
export function produceFailed(answer: Buffer, version: number, error: number): Buffer {
  const copy = Buffer.from(answer);
  const cursor = new Cursor(copy, 4);
  cursor.array(() => {
    cursor.text();
    cursor.array(() => {
      cursor.skip(4); // partition
      copy.writeInt16BE(error, cursor.at);
      cursor.skip(2 + 8 + 8 + (version >= 5 ? 8 : 0)); // code, base offset, time, start of the log
    });
  });
  return copy;
}

export interface FetchedPlace {
  readonly topic: string;
  readonly partition: number;
}

/** A Fetch answer, versions 4 to 11, that brings nothing of the partitions that `hide` names. */
export function withoutRecords(answer: Buffer, version: number, hide: (place: FetchedPlace) => boolean): Buffer {
  const parts: Buffer[] = [];
  let copied = 0;
  const cursor = new Cursor(answer, 4 + 4 + (version >= 7 ? 6 : 0)); // correlation, throttling, code and session
  cursor.array(() => {
    const topic = cursor.text();
    cursor.array(() => {
      const partition = cursor.int32();
      cursor.skip(2 + 8 + 8 + (version >= 5 ? 8 : 0)); // code, high watermark, last stable offset, start of the log
      cursor.array(() => cursor.skip(16)); // aborted transactions
      if (version >= 11) cursor.skip(4); // replica to read from
      const lengthAt = cursor.at;
      const length = cursor.int32();
      if (length > 0) cursor.skip(length);
      if (length <= 0 || !hide({ topic, partition })) return;
      parts.push(answer.subarray(copied, lengthAt), Buffer.alloc(4));
      copied = cursor.at;
    });
  });
  return Buffer.concat([...parts, answer.subarray(copied)]);
}

/** An answer of these codes to every partition of a Fetch request, versions 4 to 11; its records still come with it. */
export function fetchFailed(answer: Buffer, version: number, error: number): Buffer {
  const copy = Buffer.from(answer);
  const cursor = new Cursor(copy, 4 + 4 + (version >= 7 ? 6 : 0)); // correlation, throttling, code and session
  cursor.array(() => {
    cursor.text();
    cursor.array(() => {
      cursor.skip(4); // partition
      copy.writeInt16BE(error, cursor.at);
      cursor.skip(2 + 8 + 8 + (version >= 5 ? 8 : 0)); // code, high watermark, last stable offset, start of the log
      cursor.array(() => cursor.skip(16)); // aborted transactions
      if (version >= 11) cursor.skip(4); // replica to read from
      cursor.skip(Math.max(0, cursor.int32()));
    });
  });
  return copy;
}

/** An answer of these codes to every partition of a ListOffsets request, versions 1 to 3. */
export function offsetsFailed(answer: Buffer, version: number, error: number): Buffer {
  const copy = Buffer.from(answer);
  const cursor = new Cursor(copy, 4 + (version >= 2 ? 4 : 0)); // correlation, throttling
  cursor.array(() => {
    cursor.text();
    cursor.array(() => {
      cursor.skip(4); // partition
      copy.writeInt16BE(error, cursor.at);
      cursor.skip(2 + 8 + 8); // code, time, offset
    });
  });
  return copy;
}

/** A Heartbeat answer, versions 1 to 3, or a JoinGroup answer, versions 2 to 5, with this code. */
export function groupFailed(answer: Buffer, error: number): Buffer {
  const copy = Buffer.from(answer);
  copy.writeInt16BE(error, 8); // after correlation and throttling
  return copy;
}

class Cursor {
  constructor(
    private readonly bytes: Buffer,
    public at: number,
  ) {}

  int32(): number {
    this.at += 4;
    return this.bytes.readInt32BE(this.at - 4);
  }

  text(): string {
    const length = this.bytes.readInt16BE(this.at);
    this.at += 2 + Math.max(0, length);
    return this.bytes.toString('utf8', this.at - Math.max(0, length), this.at);
  }

  skip(bytes: number): void {
    this.at += bytes;
  }

  array(each: () => void): void {
    for (let left = this.int32(); left > 0; left--) each();
  }
}
