import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { RecordedEvent } from '#libs/contracts';
import { clockWords, saidTwice, until } from '#libs/testing';
import { type Case, newCase, partiesOf, type Parties } from '../../../referrals/src/referral/parties.fixtures.js';
import { type SpecPolicies, type SpecRunner, startPolicies } from '../policies.fixtures.js';

const DAY = 86_400_000;
/** What a state says that no runner knows what to do with. */
const STRANGE = '{"v":99,"state":{}}';

let bus: SpecPolicies;
let parties: Parties;
const runners: SpecRunner[] = [];

beforeAll(async () => {
  bus = await startPolicies();
  parties = await partiesOf(bus.app);
}, 60_000);
afterEach(async () => {
  await Promise.all(runners.splice(0).map((each) => each.stop()));
});
afterAll(() => bus.close(), 60_000);

const run = (count = 1): SpecRunner[] => {
  const made = Array.from({ length: count }, () => bus.runner());
  runners.push(...made);
  return made;
};
const cases = (count: number): Promise<Case[]> => Promise.all(Array.from({ length: count }, () => newCase(parties)));
const eventsOf = async (id: string): Promise<RecordedEvent[]> =>
  (await bus.app.events()).filter(({ meta }) => meta.leg === id);
/** What the clock said of a case. @throws Error where it said something twice */
const wordsOf = async (id: string): Promise<string[]> => {
  const words = clockWords(await eventsOf(id));
  expect(saidTwice(words)).toEqual([]);
  return words.map((word) => word.split(' ')[0] ?? '');
};
const expiriesOf = async (id: string): Promise<number> =>
  (await wordsOf(id)).filter((type) => type === 'ReferralExpired').length;
/** Nothing is due any more, but for these. */
const quiet = (but: readonly string[] = []): Promise<true> =>
  until(async () => {
    const { rowCount } = await bus.journal.query('SELECT FROM clock WHERE at <= bus_now() AND NOT key = ANY ($1)', [
      but,
    ]);
    return rowCount === 0 || undefined;
  }, 20_000);
const counted = async ({ metrics }: SpecRunner, name: string, having = ''): Promise<number> => {
  const lines = (await metrics.registry.metrics())
    .split('\n')
    .filter((line) => line.startsWith(name) && line.includes(having));
  return lines.reduce((sum, line) => sum + Number(line.split(' ').at(-1)), 0);
};

describe('a clock that is due', () => {
  it('is run by the bus itself, once, however many runners there are', async () => {
    const due = await cases(40);
    await bus.advance(15 * DAY);
    run(3);
    await quiet();
    for (const { id } of due) expect(await expiriesOf(id)).toBe(1);
    const [expired] = (await bus.app.events()).filter(({ type }) => type === 'ReferralExpired');
    expect(expired).toMatchObject({ meta: { actor: { agency: 'BUS', role: 'BUS_CLOCK' } }, data: { priority: 'P3' } });
  });

  it('is not run before its time, nor after somebody acted', async () => {
    const [silent, acted] = await cases(2);
    if (!silent || !acted) throw new RangeError('two cases');
    await bus.advance(13 * DAY);
    await acted.receiver('acknowledge');
    run();
    await quiet();
    expect(await expiriesOf(silent.id)).toBe(0);
    await bus.advance(2 * DAY);
    await until(async () => (await expiriesOf(silent.id)) === 1 || undefined);
    await quiet();
    expect(await expiriesOf(acted.id)).toBe(0);
  });

  it('is run within a second of its time, while another goes on waiting', async () => {
    const [soon] = await cases(1);
    if (!soon) throw new RangeError('a case');
    run();
    const clock = async (): Promise<{ at: number; left: number }> => {
      const sql = 'SELECT at::float8, (at - bus_now())::float8 AS left FROM clock WHERE key = $1';
      return (await bus.journal.query<{ at: number; left: number }>(sql, [soon.id])).rows[0] ?? { at: 0, left: 0 };
    };
    const { at, left } = await clock();
    await bus.advance(left - 2_000);
    await until(async () => (await wordsOf(soon.id)).length > 0 || undefined);
    const [said] = (await eventsOf(soon.id)).filter(({ meta }) => meta.actor.role === 'BUS_CLOCK');
    const late = (said?.meta.acceptedAt ?? 0) - at;
    expect(late).toBeGreaterThanOrEqual(0);
    expect(late).toBeLessThan(2_000);
    expect((await clock()).at).toBeGreaterThan(at);
  });

  it('and cannot be decided holds up no other, is tried later and later, and raises an alarm', async () => {
    const [poison, ...well] = await cases(5);
    if (!poison) throw new RangeError('a case');
    const state = async (text: string): Promise<unknown> =>
      bus.journal.query('UPDATE state SET state = $2 WHERE key = $1', [poison.id, text]);
    const { rows } = await bus.journal.query<{ state: string }>('SELECT state FROM state WHERE key = $1', [poison.id]);
    await state(STRANGE);
    await bus.advance(15 * DAY);
    const [runner] = run();
    await quiet([poison.id]);
    for (const { id } of well) expect(await expiriesOf(id)).toBe(1);
    const lookNow = (): Promise<unknown> =>
      bus.journal.query('UPDATE clock SET look_at = at WHERE key = $1', [poison.id]);
    if (!runner) throw new RangeError('a runner');
    await until(async () => {
      await lookNow();
      return (await counted(runner, 'bus_clocks_stuck ')) === 1 || undefined;
    }, 20_000);
    await state(rows[0]?.state ?? '');
    await lookNow();
    await quiet();
    expect(await expiriesOf(poison.id)).toBe(1);
  });

  it('waits in a lane that takes nothing, and is run when the lane opens', async () => {
    const [shut] = await cases(1);
    if (!shut) throw new RangeError('a case');
    const lane = Number(shut.id.split('.')[1]);
    await bus.journal.query(`UPDATE lane SET closed = 'for a test' WHERE lane = $1`, [lane]);
    await bus.advance(15 * DAY);
    const [runner] = run();
    if (!runner) throw new RangeError('a runner');
    await until(async () => (await counted(runner, 'bus_clocks_due ')) === 1 || undefined);
    expect(await counted(runner, 'bus_clock_runs_total')).toBe(0);
    await bus.journal.query('UPDATE lane SET closed = NULL WHERE lane = $1', [lane]);
    await quiet();
    expect(await expiriesOf(shut.id)).toBe(1);
  });

  it('of an exercise stays in the exercise', async () => {
    const drill = await newCase(parties, { synthetic: true });
    await bus.advance(15 * DAY);
    run();
    await quiet();
    const events = (await bus.app.events()).filter(({ meta }) => meta.leg === drill.id);
    expect(events.at(-1)).toMatchObject({ type: 'ReferralExpired', meta: { synthetic: true } });
  });

  it('says nothing while the database’s time has stepped back, and nothing twice when it is right again', async () => {
    const [early] = await cases(1);
    if (!early) throw new RangeError('a case');
    await bus.advance(14 * DAY - 5_000);
    const back = (ms: number): Promise<unknown> =>
      bus.journal.query(
        `BEGIN; SET LOCAL session_replication_role = replica; UPDATE bus_clock SET ahead_ms = ahead_ms - ${ms}; COMMIT`,
      );
    await back(30_000);
    run();
    await bus.advance(20_000);
    expect(await expiriesOf(early.id)).toBe(0);
    await bus.advance(30_000);
    await quiet();
    expect(await expiriesOf(early.id)).toBe(1);
  });
});
