import type { AlienRecord } from '#libs/event-log';
import type { Tx } from '#libs/postgres';
import { TRAIL_SCHEMA } from '../trail.js';

/** Records of others in one lane of a topic, refused for one reason. */
export interface Sighting {
  readonly topic: string;
  readonly lane: number;
  readonly reason: string;
  readonly first: number;
  readonly last: number;
  readonly readings: number;
}

/** What was seen and is not stored yet: one sighting a topic, lane and reason, so that a flood stays small. */
export class Sightings {
  #seen = new Map<string, Sighting>();

  get isEmpty(): boolean {
    return this.#seen.size === 0;
  }

  add({ topic, lane, reason, offset }: AlienRecord): void {
    this.#merge({ topic, lane, reason, first: offset, last: offset, readings: 1 });
  }

  /** Hands out what was seen; `giveBack` when it could not be stored. */
  take(): Sighting[] {
    const taken = [...this.#seen.values()];
    this.#seen = new Map();
    return taken;
  }

  giveBack(sightings: readonly Sighting[]): void {
    for (const each of sightings) this.#merge(each);
  }

  #merge(more: Sighting): void {
    const key = `${more.topic}/${more.lane}/${more.reason}`;
    const known = this.#seen.get(key) ?? more;
    this.#seen.set(key, {
      ...more,
      first: Math.min(known.first, more.first),
      last: Math.max(known.last, more.last),
      readings: more.readings + (known === more ? 0 : known.readings),
    });
  }
}

export async function storeSightings(db: Tx, sightings: readonly Sighting[]): Promise<void> {
  await db.query(
    `INSERT INTO ${TRAIL_SCHEMA}.alien AS known (topic, lane, reason, first_offset, last_offset, readings)
     SELECT * FROM unnest($1::text[], $2::int[], $3::text[], $4::bigint[], $5::bigint[], $6::bigint[]) ORDER BY 1, 2, 3
     ON CONFLICT (day, topic, lane, reason) DO UPDATE SET
       first_offset = least(known.first_offset, excluded.first_offset), last_offset = greatest(known.last_offset, excluded.last_offset),
       readings = known.readings + excluded.readings, last_seen = now()`,
    [
      sightings.map(({ topic }) => topic),
      sightings.map(({ lane }) => lane),
      sightings.map(({ reason }) => reason),
      sightings.map(({ first }) => first),
      sightings.map(({ last }) => last),
      sightings.map(({ readings }) => readings),
    ],
  );
}
