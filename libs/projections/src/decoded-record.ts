import { decodeEvent, type RecordedEvent, UndecodableEventError } from '#libs/contracts';
import { headersMatchMeta, type LogRecord } from '#libs/event-log';

/** Why a record's content cannot be used. Trying again would not help. */
export type RecordFault = 'SCHEMA_UNKNOWN' | 'EVENT_UNDECODABLE' | 'HEADERS_DIFFER';

/** A record in its turn: decoded, or with the reason why it cannot be. Its place stands either way. */
export type DecodedRecord =
  | { readonly record: LogRecord; readonly event: RecordedEvent; readonly fault: null }
  | { readonly record: LogRecord; readonly event: null; readonly fault: RecordFault };

export function decodeRecord(record: LogRecord): DecodedRecord {
  try {
    const event = decodeEvent(record);
    // Order and parking go by the headers, so they must say what the event itself says (design 3 "Bytes").
    const agrees = event.topic === record.topic && headersMatchMeta(record, event.meta);
    if (!agrees) return { record, event: null, fault: 'HEADERS_DIFFER' };
    return { record, event, fault: null };
  } catch (error) {
    if (error instanceof UndecodableEventError) return { record, event: null, fault: error.code };
    throw error;
  }
}
