import { existsSync } from 'node:fs';
import { until } from '#libs/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { schemaOf } from '#libs/projections';
import { agencyViews } from '../../apps/agency-views/src/agency-views.projection.js';
import { Deployment } from '../deployment/index.js';
import { Hands } from '../mutants/hands.js';

const report = z.object({
  sound: z.boolean(),
  checks: z.array(z.looseObject({ id: z.string(), looked: z.int(), findings: z.array(z.unknown()) })),
  repeated: z.int(),
});

describe('bus verify', () => {
  let bus: Deployment;
  let hands: Hands;
  beforeAll(async () => {
    bus = await Deployment.start({ instances: { operations: 0, 'agency-views': 2 } });
    hands = new Hands(bus);
  }, 240_000);
  afterAll(() => bus.stop(), 60_000);

  const verify = async (...args: string[]): Promise<z.output<typeof report> & { looked: (id: string) => number }> => {
    const { stdout, stderr } = await bus.bus(['verify', '--json', '--ledger', ledger(), ...args]).done;
    if (stdout === '') throw new Error(stderr);
    const said = report.parse(JSON.parse(stdout));
    return { ...said, looked: (id) => said.checks.find((each) => each.id === id)?.looked ?? 0 };
  };
  const ledger = (): string => `${bus.folder}/ledger.jsonl`;
  const foundIn = ({ checks }: z.output<typeof report>): unknown[] =>
    checks.filter(({ findings }) => findings.length > 0);

  it('finds nothing in a bus under load, whose relay sends everything again meanwhile', async () => {
    const day = ['simulate', '--quiet', '--referrals', '1000000', '--seed', '5', '--rate', '10', '--ledger', ledger()];
    const load = bus.bus(day);
    let over = false;
    void load.done.then(() => (over = true));
    await until(async () => existsSync(ledger()) || undefined, 60_000);
    const first = await verify();
    await hands.sql('journal', 'UPDATE relay_cursor SET position = 0 WHERE lane % 3 = 0');
    const second = await verify();
    const third = await verify();
    expect(over).toBe(false);
    await load.end();
    expect([first, second, third].flatMap(foundIn)).toEqual([]);
    expect(third.repeated).toBeGreaterThan(0);
    // It was under load: each saw more than the one before, and events were in flight.
    expect(second.looked('order')).toBeGreaterThan(first.looked('order'));
    expect(third.looked('K9')).toBeGreaterThan(0);
  }, 400_000);

  it('finds what was changed by hand, and says where', async () => {
    const [row] = await hands.sql<{ id: string }>('views', `SELECT id FROM ${schemaOf(agencyViews)}.referral LIMIT 1`);
    await hands.sql('views', `UPDATE ${schemaOf(agencyViews)}.referral SET reference = 'another' WHERE id = $1`, [
      row?.id,
    ]);
    const [item] = await hands.sql<{ agency: string; lane: number; position: string; source: string }>(
      'views',
      'DELETE FROM agency_feed_v1.item WHERE ctid = (SELECT min(ctid) FROM agency_feed_v1.item) RETURNING *',
    );
    const { agency, lane, position, source } = item ?? {};
    const { sound, checks } = await verify();
    expect(sound).toBe(false);
    const found = new Map(checks.map((each) => [each.id, each.findings]));
    expect(found.get('K5')).toEqual([
      { kind: 'other-state', at: `agency_views referral ["${row?.id}"]`, what: 'other values' },
      {
        kind: 'other-state',
        at: `agency_feed item ["${agency}", ${lane}, ${position}, ${source}]`,
        what: 'rebuilt only',
      },
    ]);
  }, 400_000);

  it('looks at some lanes only where it is asked to', async () => {
    const [all, some] = [await verify(), await verify('--lanes', '1-8')];
    expect(some.looked('order')).toBeLessThan(all.looked('order'));
    expect(some.checks.map(({ id }) => id)).not.toContain('K5');
  }, 400_000);

  it('says who does not answer', async () => {
    const said = await bus.bus(['verify', '--data', '/nowhere']).done;
    expect(said.code).toBe(3);
    expect(said.stderr).toMatch(/^bus: .*endpoints\.json cannot be read/);
  }, 400_000);
});
