import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createSpecDatabase, type SpecDatabase } from '#libs/testing';
import { DataSource } from 'typeorm';
import { foundBus, recorded, SpokenSource, suspended } from './membership.fixtures.js';
import { knownPositionMigration, StoredPosition } from './known-position.js';
import { RememberedSource } from './remembered-source.js';

const log = recorded([...foundBus(), suspended]);

describe('a process that learns of membership from the topic', () => {
  let database: SpecDatabase;
  let forgotten: unknown[];
  const url = (): string => database.url('bus_owner');
  beforeAll(async () => {
    database = await createSpecDatabase();
    const source = new DataSource({ type: 'postgres', url: url(), migrations: [knownPositionMigration()] });
    await source.initialize();
    await source.runMigrations();
    await source.destroy();
  });
  beforeEach(() => {
    forgotten = [];
  });
  afterAll(() => database.drop());

  /** What a process that has just started is told by a topic that holds these. */
  const toldBy = async (...reads: (typeof log)[]): Promise<boolean[]> => {
    const topic = new SpokenSource();
    const memory = new StoredPosition(url(), () => undefined);
    const source = new RememberedSource(topic, memory, (error) => forgotten.push(error));
    const whole: boolean[] = [];
    for (const events of reads) {
      topic.next = { events, whole: true };
      whole.push((await source.read()).whole);
    }
    await source.close();
    return whole;
  };

  it('believes what it is told first, and whatever goes beyond what it knew', async () => {
    expect(await toldBy([], log.slice(0, 2), log.slice(2))).toEqual([true, true, true]);
    expect(await toldBy(log)).toEqual([true]);
  });

  it('believes nothing of a topic that is filled again before it holds what was known once', async () => {
    expect(await toldBy([], log.slice(0, 3), log.slice(3))).toEqual([false, false, true]);
  });

  it('goes on where what it knows cannot be kept, and keeps it with the next look', async () => {
    const memory = new StoredPosition(url(), () => undefined);
    const topic = new SpokenSource();
    const source = new RememberedSource(topic, memory, (error) => forgotten.push(error));
    topic.next = { events: log, whole: true };
    await source.read();
    await memory.close();
    const more = recorded([...foundBus(), suspended, suspended]);
    topic.next = { events: more.slice(log.length), whole: true };
    expect((await source.read()).whole).toBe(true);
    expect(forgotten).toHaveLength(1);
  });
});
