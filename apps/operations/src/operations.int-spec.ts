import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ordinalOf, topics } from '#libs/contracts';
import { type Applier, type DecodedRecord, ImpossibleEventError, type OpenConsumer } from '#libs/projections';
import { caughtUp, LaneHistory, startConsumer, TestRelay, until } from '#libs/testing';
import type { Tx } from '#libs/postgres';
import { readBacklogs } from './facts/journal-facts.js';
import { prioritised, probe, received, SpecOperations } from './operations.fixtures.js';

const relay = new TestRelay();
let bus: SpecOperations;

/** Counts what it applied, and refuses the events of one referral for as long as it is told to. */
class ProbeApplier implements Applier {
  readonly parking = 'park';
  refuses: string | null = null;
  applied = 0;

  async apply(_tx: Tx, records: readonly DecodedRecord[]): Promise<void> {
    if (records.some(({ record: { key } }) => key === this.refuses)) throw new ImpossibleEventError('AGENCY_UNKNOWN');
    this.applied += records.length;
    return Promise.resolve();
  }
}

const applier = new ProbeApplier();
let consumer: OpenConsumer | null = null;

function startProbe(): OpenConsumer {
  consumer = startConsumer(relay, { consumer: probe, applier, pool: bus.views });
  return consumer;
}

async function stopProbe(): Promise<void> {
  await consumer?.close();
  consumer = null;
}

async function accepted(history: LaneHistory): Promise<LaneHistory> {
  await bus.accept(history);
  await relay.ship(history.rows);
  return history;
}

beforeAll(async () => {
  await relay.open();
  bus = await SpecOperations.start();
}, 30_000);

afterAll(async () => {
  await stopProbe();
  await bus.close();
  await relay.close();
}, 30_000);

interface Lane {
  readonly lane: number;
  readonly events: number;
}

/** The lag of the probe in one lane, asked until it is this. */
const lagIs = (lane: number, wanted: object): Promise<Lane> =>
  until(async () => {
    const { body } = await bus.call('GET', `/v1/operations/lag?consumer=probe&lane=${lane}`);
    const [item] = body.items as { lanes: Lane[] }[];
    const found = item?.lanes[0];
    return found && Object.entries(wanted).every(([name, value]) => found[name as keyof Lane] === value)
      ? found
      : undefined;
  });

/** Resolves when a scrape holds the line. */
const shown = (line: string): Promise<true> =>
  until(async () => ((await bus.metrics()).includes(`${line}\n`) ? true : undefined));

describe('the lag', () => {
  const lane = new LaneHistory(21);

  it('is nothing for a consumer that has applied what it reads', async () => {
    await accepted(lane.append([received, prioritised, received], 1).append([prioritised], 1));
    await caughtUp(startProbe(), [lane]);
    expect(await lagIs(21, { events: 0 })).toMatchObject({
      head: 4,
      applied: 3,
      seconds: 0,
      class: 'routine',
      jurisdictions: ['PH'],
    });
  }, 30_000);

  it('grows while the consumer is stopped, in events and in time, and goes when it is back', async () => {
    await stopProbe();
    await accepted(lane.append([received, prioritised, received], 2));
    const behind = await lagIs(21, { events: 2 });
    expect(behind).toMatchObject({ head: 7, relayed: 0, applied: 3, parked: 0, stopped: null });
    expect(behind).toHaveProperty('seconds', expect.any(Number));
    await shown('bus_lag_events{consumer="probe.v1"} 2');
    await caughtUp(startProbe(), [lane]);
    await lagIs(21, { events: 0 });
  }, 30_000);

  it('tells what is not on the topics yet', async () => {
    await bus.journal.query('UPDATE relay_cursor SET position = 5 WHERE lane = 21');
    const report = await until(async () => {
      const { body } = await bus.call('GET', '/v1/operations/lag');
      return body.unrelayed === 2 ? body : undefined;
    });
    expect(report).toMatchObject({
      next: null,
      totals: { events: 0 },
      items: [{ id: 'probe.v1', live: true, reachable: true }],
    });
  });

  it('counts nothing that came after it looked at the lane', async () => {
    const gap = { lane: 21, applied: 1, wanted: 3 };
    expect(await readBacklogs(bus.journal, [gap], [ordinalOf(topics.referral), ordinalOf(topics.escalation)])).toEqual(
      new Map([[21, { events: 2, oldestAt: expect.any(Number) }]]),
    );
  });

  it('shows a lane that stands still', async () => {
    await bus.views.query(
      `UPDATE bus.checkpoint SET stopped = 'PREVIOUS_MISMATCH' WHERE consumer = 'probe' AND lane = 23`,
    );
    expect(await lagIs(23, {})).toMatchObject({ stopped: 'PREVIOUS_MISMATCH' });
    await shown('bus_stopped_lanes{consumer="probe.v1"} 1');
  });

  it.each(['LE_UNIT', 'DPA_COMPLIANCE'])('is closed to %s', async (role) => {
    expect(await bus.call('GET', '/v1/operations/lag', role)).toMatchObject({
      status: 403,
      body: { code: 'ROLE_REQUIRED' },
    });
  });

  it('is refused with a query that makes no sense', async () => {
    expect(await bus.call('GET', '/v1/operations/lag?lane=-1')).toMatchObject({
      status: 400,
      body: { code: 'QUERY_INVALID' },
    });
  });
});

describe('a parked referral', () => {
  const lane = new LaneHistory(22);
  let key: string;
  const redrive = (): string => `/v1/operations/parking/probe.v1/${key}/redrive`;
  const answered = () =>
    until(async () => {
      const { body } = await bus.call('GET', redrive());
      return body.state === 'pending' ? undefined : body;
    });

  beforeAll(async () => {
    lane.append([received, received], 1).append([received], 2);
    key = lane.rows[0]?.key ?? '';
    applier.refuses = key;
    await accepted(lane);
    await caughtUp(consumer ?? startProbe(), [lane]);
  }, 30_000);

  it('is listed with the reason, and with how many of its events wait', async () => {
    const { status, body } = await bus.call('GET', '/v1/operations/parking');
    expect(status).toBe(200);
    expect(body).toMatchObject({
      items: [
        {
          id: `probe.v1/${key}`,
          consumer: 'probe.v1',
          key,
          lane: 22,
          position: 1,
          events: 2,
          reason: 'AGENCY_UNKNOWN',
        },
      ],
      next: null,
    });
    await shown('bus_parked_events{consumer="probe.v1"} 2');
  });

  it('stays, with the reason, when a redrive meets the same fault', async () => {
    expect(await bus.call('GET', redrive())).toMatchObject({ status: 404 });
    const asked = await bus.call('POST', redrive());
    expect(asked).toMatchObject({ status: 202, body: { consumer: 'probe.v1', key, state: 'pending' } });
    expect(await answered()).toMatchObject({
      id: asked.body.id,
      state: 'failed',
      applied: 0,
      remaining: 2,
      reason: 'AGENCY_UNKNOWN',
    });
  }, 20_000);

  it('is asked for once, however often the request is repeated', async () => {
    await stopProbe();
    const first = await bus.call('POST', redrive());
    const second = await bus.call('POST', redrive());
    expect(second.body.id).toBe(first.body.id);
  });

  it('is applied in its order once the fault is gone', async () => {
    applier.refuses = null;
    const before = applier.applied;
    startProbe();
    expect(await answered()).toMatchObject({ state: 'applied', applied: 2, remaining: 0, reason: null });
    expect(applier.applied).toBe(before + 2);
    expect((await bus.call('GET', '/v1/operations/parking')).body).toEqual({ items: [], next: null });
  }, 30_000);

  it('was redriven by somebody', async () => {
    const { rows } = await bus.views.query<{ asked_by: string }>('SELECT DISTINCT asked_by FROM bus.redrive');
    expect(rows).toEqual([{ asked_by: 'xx-scheme-backend/person-7' }]);
  });

  it('cannot be redriven when nothing of it is parked, nor in a consumer that is not there', async () => {
    expect(await bus.call('POST', redrive())).toMatchObject({ status: 404, body: { code: 'NOT_FOUND' } });
    expect(await bus.call('POST', `/v1/operations/parking/nobody.v1/${key}/redrive`)).toMatchObject({ status: 404 });
  });

  it('is closed to an agency', async () => {
    expect(await bus.call('POST', redrive(), 'LE_UNIT')).toMatchObject({
      status: 403,
      body: { code: 'ROLE_REQUIRED' },
    });
    expect(await bus.call('GET', '/v1/operations/parking', 'LE_UNIT')).toMatchObject({ status: 403 });
  });
});

describe('a list of many parked referrals', () => {
  it('comes in pages', async () => {
    await bus.views.query(
      `INSERT INTO bus.parked (consumer, version, lane, position, topic, key, after, previous, fingerprint, bytes, reason)
       SELECT 'probe', 1, 23, n, 0, 'key-' || lpad(n::text, 2, '0'), '{}', '', '', '', 'SCHEMA_UNKNOWN' FROM generate_series(1, 7) n`,
    );
    const seen: string[] = [];
    let cursor = '';
    do {
      const { body } = await bus.call('GET', `/v1/operations/parking?limit=3${cursor}`);
      seen.push(...(body.items as { key: string }[]).map(({ key }) => key));
      cursor = typeof body.next === 'string' ? `&cursor=${body.next}` : '';
    } while (cursor !== '');
    expect(seen).toEqual(['key-01', 'key-02', 'key-03', 'key-04', 'key-05', 'key-06', 'key-07']);
  });
});
