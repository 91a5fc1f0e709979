import type avsc from 'avsc';
import { boundedType } from './bounded-type.js';
import { releasedSchemas } from './generated/released.js';
import type { EventRecords, Meta } from './generated/events.js';
import type { Topic } from './topics.js';

export type EventName = keyof EventRecords;

/** One released version of one event's schema. `fingerprint` is the SHA-256 of its text. */
export interface ReleasedSchema {
  readonly event: EventName;
  readonly topic: Topic;
  readonly version: number;
  readonly fingerprint: Buffer;
  readonly fingerprintHex: string;
  readonly text: string;
  readonly type: avsc.Type;
}

/** Every released schema by its fingerprint in hex. */
export const schemasByFingerprint: ReadonlyMap<string, ReleasedSchema> = new Map(
  releasedSchemas.map((row) => [row.fingerprint, shipped(row)]),
);

/** Its type is made when it is first asked for: to make those of all versions takes an eighth of a second at every start. */
function shipped(row: (typeof releasedSchemas)[number]): ReleasedSchema {
  let type: avsc.Type | undefined;
  return {
    ...row,
    fingerprint: Buffer.from(row.fingerprint, 'hex'),
    fingerprintHex: row.fingerprint,
    get type() {
      return (type ??= boundedType(JSON.parse(row.text) as avsc.Schema));
    },
  };
}

const newest = new Map<EventName, ReleasedSchema>();
for (const schema of schemasByFingerprint.values()) {
  const known = newest.get(schema.event);
  if (!known || known.version < schema.version) newest.set(schema.event, schema);
}

/** The version that this build writes and reads as. */
export function newestSchema(event: EventName): ReleasedSchema {
  const schema = newest.get(event);
  if (!schema) throw new RangeError(`no released schema for ${event}`);
  return schema;
}

export const EVENT_NAMES: readonly EventName[] = [...newest.keys()];

/** Meta is the first field of every event, so it can be read from the front of any event's bytes. */
export function metaTypeOf(schema: ReleasedSchema): avsc.Type {
  const record = schema.type as avsc.types.RecordType;
  const field = record.fields[0];
  if (field?.name !== 'meta') throw new TypeError(`${schema.event}: meta is not the first field`);
  return field.type;
}

export type { EventRecords, Meta };
