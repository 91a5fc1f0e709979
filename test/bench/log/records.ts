import { schemasByFingerprint } from '#libs/contracts';
// Not through the library's index: where bare kafkajs is measured, our adapters must not be loaded.
import { frameEvent, type FramedRecord, type JournalRow } from '../../../libs/event-log/src/framing.js';
import { MacKeys } from '../../../libs/event-log/src/mac.js';

const key = Buffer.alloc(32, 5);
export const macKeys = new MacKeys('bench', { bench: key });
/** The same keys, as an app's environment has them. */
export const macSecret = JSON.stringify({ current: 'bench', keys: { bench: key.toString('base64') } });

const registryIds = new Map([...schemasByFingerprint.keys()].map((fingerprint, index) => [fingerprint, index + 1]));

export interface PlacedRecord {
  readonly row: JournalRow;
  readonly record: FramedRecord;
}

/** The records that a relay would send for these rows. */
export const recordsOf = (rows: readonly JournalRow[]): PlacedRecord[] =>
  rows.map((row) => ({ row, record: frameEvent(row, registryIds, macKeys) }));
