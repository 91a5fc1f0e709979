import { ordinalOf, type RecordedEvent } from '#libs/contracts';
import { onwardRefusal } from '#libs/domain';
import { parseReferralId } from '#libs/kernel';
import type { DecodedRecord, RecordFault } from '#libs/projections';

/** One event in the trail: ids and codes only, never content. Null where the event could not be read. */
export interface Entry {
  readonly lane: number;
  readonly position: number;
  readonly leaf: Buffer;
  /** Released ordinal. */
  readonly topic: number;
  readonly key: string;
  /** The referral, where the event belongs to one. */
  readonly leg: string | null;
  readonly type: string | null;
  readonly event_id: string | null;
  /** Milliseconds since 1970, UTC. */
  readonly accepted_at: number | null;
  readonly agency: string | null;
  readonly role: string | null;
  readonly country: string | null;
  readonly client: string | null;
  readonly person: string | null;
  readonly correlation: string | null;
  readonly causation: string | null;
  readonly ordinal: number | null;
  readonly of: number | null;
  /** Of a refusal: the command that was refused, and the code of the answer. */
  readonly command: string | null;
  readonly code: string | null;
  /** Kafka offset, in its topic and lane. */
  readonly kafka_offset: number;
  /** Why the event could not be read; its leaf and place stand all the same. */
  readonly undecodable: RecordFault | null;
}

/** What the trail keeps of a record. Total: every record that has a place gets an entry. */
export function entryOf({ record, event, fault }: DecodedRecord): Entry {
  const { lane, position, leaf, topic, key, offset } = record;
  const place = { lane, position, leaf, topic: ordinalOf(topic), key: storable(key), kafka_offset: offset };
  return event
    ? { ...place, ...factsOf(event), undecodable: null }
    : { ...place, ...NO_FACTS, leg: legOf(key), undecodable: fault };
}

type Facts = Omit<Entry, 'lane' | 'position' | 'leaf' | 'topic' | 'key' | 'kafka_offset' | 'undecodable'>;

const NO_FACTS: Facts = {
  leg: null,
  type: null,
  event_id: null,
  accepted_at: null,
  agency: null,
  role: null,
  country: null,
  client: null,
  person: null,
  correlation: null,
  causation: null,
  ordinal: null,
  of: null,
  command: null,
  code: null,
};

function factsOf(event: RecordedEvent): Facts {
  const { eventId, leg, acceptedAt, actor, correlation, causation, ordinal, of } = event.meta;
  const refusal = refusalIn(event);
  return {
    leg: legOf(leg),
    type: event.type,
    event_id: storable(eventId),
    accepted_at: acceptedAt,
    agency: storable(actor.agency),
    role: storable(actor.role),
    country: storable(actor.country),
    client: storable(actor.client),
    person: storable(actor.person),
    correlation: storable(correlation),
    causation: storable(causation),
    ordinal,
    of,
    command: storable(refusal?.command ?? null),
    code: storable(refusal?.code ?? null),
  };
}

/** A refusal stands in the access lane of who was refused, or on the leg where others hear of it. */
function refusalIn({ type, data }: RecordedEvent): { readonly command: string; readonly code: string | null } | null {
  if (type === 'CommandRefused') return data;
  if (type !== 'OnwardRefused') return null;
  return { command: data.command, code: data.cause === 'UNKNOWN' ? null : onwardRefusal(data).code };
}

// The column is indexed, so only what is a referral's id, and by that short, may stand in it.
const legOf = (text: string | null): string | null => (text !== null && parseReferralId(text) ? text : null);

/** The trail may refuse nothing, and PostgreSQL's text refuses NUL. The leaf still proves the bytes as they were. */
function storable<T extends string | null>(text: T): T {
  return (text?.replaceAll('\0', '\uFFFD') ?? null) as T;
}
