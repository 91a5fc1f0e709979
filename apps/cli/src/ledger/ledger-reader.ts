import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { CliFault, EXIT } from '../terminal/fault.js';
import { ledgerEntry, type LedgerEntry } from './ledger-entry.js';

/**
 * The entries of a ledger in their order. The last line may be cut off by a crash of its writer; it is passed over.
 * @throws CliFault naming the line that is none
 */
export async function* readLedger(path: string): AsyncGenerator<LedgerEntry> {
  let broken: number | null = null;
  let number = 0;
  for await (const line of linesOf(path)) {
    number++;
    if (broken !== null)
      throw new CliFault(
        EXIT.usage,
        `line ${broken} of ${path} is not an entry of a ledger`,
        'give the file that bus simulate wrote',
      );
    const entry = entryIn(line);
    if (entry) yield entry;
    else broken = number;
  }
}

async function* linesOf(path: string): AsyncGenerator<string> {
  const stream = createReadStream(path, 'utf8');
  try {
    yield* createInterface({ input: stream, crlfDelay: Infinity });
  } catch (cause) {
    throw new CliFault(EXIT.usage, `the ledger ${path} cannot be read`, 'give the file that bus simulate wrote', {
      cause,
    });
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
