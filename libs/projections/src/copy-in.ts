import type { Tx } from '#libs/postgres';
import { once } from 'node:events';
import type { Connection, Submittable } from 'pg';

/** What pg's connection can do beyond its declared type. */
interface CopyConnection extends Connection {
  sendCopyFromChunk(chunk: Buffer): void;
  endCopyFrom(): void;
  sendCopyFail(message: string): void;
}

/**
 * Sends bytes into a `COPY … FROM STDIN`, and waits while the socket is full, so that they never pile up in memory.
 * @throws the database's error as a query does, or what `chunks` throws: then nothing is copied
 */
export function copyIn(tx: Tx, sql: string, chunks: Iterable<Buffer>): Promise<void> {
  return tx.query(new CopyIn(sql, chunks)).done;
}

/** A query to pg, which hands it the connection when its turn comes and tells it how it went. */
class CopyIn implements Submittable {
  readonly done: Promise<void>;
  readonly #sql: string;
  readonly #chunks: Iterable<Buffer>;
  #resolve: () => void = () => undefined;
  #reject: (error: unknown) => void = () => undefined;
  #failed = false;

  constructor(sql: string, chunks: Iterable<Buffer>) {
    this.#sql = sql;
    this.#chunks = chunks;
    this.done = new Promise((resolve, reject) => {
      [this.#resolve, this.#reject] = [resolve, reject];
    });
  }

  submit(connection: Connection): void {
    connection.query(this.#sql);
  }

  handleCopyInResponse(connection: CopyConnection): void {
    this.#send(connection).catch((error: unknown) => {
      this.handleError(error);
      connection.sendCopyFail('given up'); // the server answers that with an error, and is ready
    });
  }

  handleError(error: unknown): void {
    this.#failed = true;
    this.#reject(error);
  }

  handleCommandComplete(): void {
    // done is when the server is ready for the next
  }

  handleReadyForQuery(): void {
    this.#resolve();
  }

  async #send(connection: CopyConnection): Promise<void> {
    for (const chunk of this.#chunks) {
      if (this.#failed) return;
      connection.sendCopyFromChunk(chunk);
      if (connection.stream.writableNeedDrain) await once(connection.stream, 'drain');
    }
    connection.endCopyFrom();
  }
}
