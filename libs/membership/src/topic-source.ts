import { decodeEvent, MEMBERSHIP_LANE, ordinalOf, type RecordedEvent, topics } from '#libs/contracts';
import { headersMatchMeta, type KafkaConfig, LogReader, type MacKeys, provedAmong } from '#libs/event-log';
import { vectorAt } from '#libs/kernel';
import type { Logger } from '#libs/platform';
import { StoredPosition } from './known-position.js';
import type { MembershipSource, Read } from './membership-source.js';
import { RememberedSource } from './remembered-source.js';

const TOPIC = topics.membership;

/**
 * For apps that reach the topics and never the journal. Records without the relay's MAC are read past, repeated ones skipped;
 * beyond a gap nothing is believed until the relay has filled it, wherever in the topic that puts what was missing.
 */
export class TopicSource implements MembershipSource {
  /** The broker is asked for the ends of the topic, which costs it more than a look costs the database. */
  readonly everyMs = 1_000;
  #from = 0;
  #position = 0;

  /** @param databaseUrl of the app's own database, where it remembers how far it knew membership */
  static of(kafka: KafkaConfig, macKeys: MacKeys, databaseUrl: string): (logger: Logger) => MembershipSource {
    return (logger) => {
      const told = (err: unknown): void => logger.warn({ err, part: 'membership' }, 'what is known was not kept');
      const topic = new TopicSource(new LogReader({ ...kafka, clientId: `${kafka.clientId}-membership` }, macKeys));
      return new RememberedSource(topic, new StoredPosition(databaseUrl, told), told);
    };
  }

  private constructor(private readonly reader: LogReader) {}

  async read(): Promise<Read> {
    const ends = (await this.reader.ends([TOPIC])).get(TOPIC)?.get(MEMBERSHIP_LANE);
    if (!ends) throw new Error(`there is no lane ${MEMBERSHIP_LANE} of ${TOPIC}`);
    // a topic that was made again begins anew
    if (ends.high < this.#from) this.#from = ends.low;
    const from = Math.max(this.#from, ends.low);
    const events = await this.#eventsIn(from, ends.high);
    const { next, gap } = inOrder(events, this.#position);
    this.#position = next.at(-1)?.meta.position ?? this.#position;
    if (!gap) this.#from = ends.high;
    return { events: next, whole: !gap };
  }

  async close(): Promise<void> {
    await this.reader.close();
  }

  async #eventsIn(from: number, to: number): Promise<RecordedEvent[]> {
    const events: RecordedEvent[] = [];
    for await (const batch of this.reader.readRanges([{ topic: TOPIC, lane: MEMBERSHIP_LANE, from, to }])) {
      for (const record of provedAmong(batch)) {
        const event = decodeEvent(record);
        if (!headersMatchMeta(record, event.meta)) throw new Error(`a record at ${record.position} contradicts itself`);
        events.push(event);
      }
    }
    return events;
  }
}

/** Those that follow `position` without a gap, and whether there are others beyond one. */
export function inOrder(events: readonly RecordedEvent[], position: number): { next: RecordedEvent[]; gap: boolean } {
  const later = events
    .filter(({ meta }) => meta.position > position)
    .sort((one, other) => one.meta.position - other.meta.position);
  const next: RecordedEvent[] = [];
  let last = position;
  for (const event of later) {
    if (event.meta.position === last) continue;
    if (vectorAt(event.meta.after, ordinalOf(TOPIC)) !== last) return { next, gap: true };
    next.push(event);
    last = event.meta.position;
  }
  return { next, gap: false };
}
