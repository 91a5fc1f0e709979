import { createReadStream, statSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { ledgerEntry, type LedgerEntry } from './ledger-entry.js';

/** The file is not there, or is no ledger. */
export class LedgerError extends Error {
  constructor(
    readonly path: string,
    /** Of the first line that is no entry; null where the file cannot be read. */
    readonly line: number | null,
    options?: ErrorOptions,
  ) {
    super(
      line === null ? `the ledger ${path} cannot be read` : `line ${line} of ${path} is not an entry of a ledger`,
      options,
    );
    this.name = 'LedgerError';
  }
}

/** Bytes of a ledger that is still being written: what comes later may tell of things that a check has not seen. @throws LedgerError */
export function ledgerSize(path: string): number {
  try {
    return statSync(path).size;
  } catch (cause) {
    throw new LedgerError(path, null, { cause });
  }
}

/**
 * The entries of a ledger's first `size` bytes, in their order. The last line may be cut off, by a crash of its writer or by
 * the size; it is passed over.
 * @throws LedgerError naming the line that is none
 */
export async function* readLedger(path: string, size: number): AsyncGenerator<LedgerEntry> {
  let broken: number | null = null;
  let number = 0;
  for await (const line of linesOf(path, size)) {
    number++;
    if (broken !== null) throw new LedgerError(path, broken);
    const entry = entryIn(line);
    if (entry) yield entry;
    else broken = number;
  }
}

async function* linesOf(path: string, size: number): AsyncGenerator<string> {
  if (size === 0) return;
  const stream = createReadStream(path, { encoding: 'utf8', end: size - 1 });
  try {
    yield* createInterface({ input: stream, crlfDelay: Infinity });
  } catch (cause) {
    throw new LedgerError(path, null, { cause });
  } finally {
    stream.destroy();
  }
}

function entryIn(line: string): LedgerEntry | undefined {
  try {
    return ledgerEntry.safeParse(JSON.parse(line)).data;
  } catch {
    return undefined;
  }
}
