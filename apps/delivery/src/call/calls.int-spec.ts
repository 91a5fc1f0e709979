import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { ContactChannel, RecordedEvent } from '#libs/contracts';
import type { CalledBy, LegEvent } from '#libs/domain';
import { inTransaction } from '#libs/postgres';
import { tellTimeAhead } from '#libs/projections';
import { createSpecDatabase, type SpecDatabase, until } from '#libs/testing';
import { Pool } from 'pg';
import { v7 } from 'uuid';
import { eventId, party, prioritised, submitted } from '../../../../libs/domain/src/leg/leg.fixtures.js';
import { migrateDelivery } from '../database/delivery-database.js';
import { CallDesk } from './call-desk.js';
import { idOfMessage } from './call.js';
import { callsApplier } from './calls.applier.js';

const LEG = 'PH.1.0198c1f0-6f2a-7b6e-9a51-3c1d2e4f5a6b';
const sender = 'US-CLEAR';
const recipient = 'PH-WCPC';

const by = (type: string, agency = recipient, data: object = {}): LegEvent =>
  ({ type, data: { by: agency, ...data } }) as unknown as LegEvent;
const raised = (step: number, ...to: string[]): LegEvent =>
  ({
    type: 'EscalationRaised',
    data: { step, cause: 'ACKNOWLEDGE', level: 'P1', to: to.map(party), audience: [recipient, ...to] },
  }) as unknown as LegEvent;
const changed = (previous: string, driving: string): LegEvent =>
  by('PriorityChanged', recipient, { previous, driving, level: driving, status: 'IN_FORCE', side: 'RECEIVER' });

describe('whom somebody must reach', () => {
  let database: SpecDatabase;
  let pool: Pool;
  let desk: CallDesk;
  beforeAll(async () => {
    database = await createSpecDatabase();
    await migrateDelivery(database.url('bus_owner'), { writer: 'bus_delivery' });
    pool = new Pool({ connectionString: database.url('bus_delivery'), max: 4 });
    desk = new CallDesk(pool, { webhook: 60_000, mail: 60_000 });
  });
  afterAll(async () => {
    await pool.end();
    await database.drop();
  });
  beforeEach(() => pool.query('DELETE FROM delivery.call; DELETE FROM delivery.unseen'));

  const recorded = (events: readonly LegEvent[], at = Date.now()): RecordedEvent[] =>
    events.map((event, index) => ({
      ...event,
      topic: 'bus.referral.v1',
      meta: {
        ...{ eventId: eventId(index + 1), leg: LEG, lane: 1, position: index + 1, acceptedAt: at, synthetic: false },
        actor: { agency: recipient, person: 'p-1' },
      },
    })) as unknown as RecordedEvent[];
  const apply = (events: readonly RecordedEvent[]): Promise<void> =>
    inTransaction(pool, (tx) =>
      callsApplier.apply(
        tx,
        events.map((event) => ({ event }) as never),
      ),
    );
  const standing = async (): Promise<string[]> => {
    const { rows } = await pool.query<{ agency: string; step: number | null; ended_by: string | null }>(
      `SELECT agency, step, ended_by FROM delivery.call ORDER BY position, agency`,
    );
    return rows.map(({ agency, step, ended_by: ended }) => `${step ?? 'P1'} ${agency} ${ended ?? 'open'}`);
  };

  const histories: readonly [string, readonly LegEvent[], readonly string[]][] = [
    ['nobody for P3', [submitted(), prioritised('P3'), by('ReferralReceived')], []],
    [
      'the recipient for P1, also once its system has it',
      [submitted(), prioritised('P1'), by('ReferralReceived')],
      ['P1 PH-WCPC open'],
    ],
    [
      'nobody once a person acknowledged',
      [submitted(), prioritised('P1'), by('ReferralAcknowledged')],
      ['P1 PH-WCPC ReferralAcknowledged'],
    ],
    [
      'nobody once the sender withdrew',
      [submitted(), prioritised('P1'), by('ReferralWithdrawn', sender)],
      ['P1 PH-WCPC ReferralWithdrawn'],
    ],
    [
      'nobody by what became P1 after a person acknowledged',
      [submitted(), prioritised('P3'), by('ReferralAcknowledged'), changed('P3', 'P1')],
      [],
    ],
    [
      'the recipient of what becomes P1 before',
      [submitted(), prioritised('P3'), changed('P3', 'P1')],
      ['P1 PH-WCPC open'],
    ],
    [
      'again where P1 comes back, and not while it stays',
      [submitted(), prioritised('P1'), changed('P1', 'P2'), changed('P2', 'P1'), changed('P1', 'P1')],
      ['P1 PH-WCPC PriorityChanged', 'P1 PH-WCPC open'],
    ],
    [
      'everybody whom a step names, beside those of the steps before, until a person answers',
      [
        submitted(),
        prioritised('P1'),
        raised(1, recipient),
        raised(2, 'GB-NCP', 'AU-UNIT'),
        by('EscalationAnswered', 'GB-NCP'),
      ],
      ['P1 PH-WCPC', '1 PH-WCPC', '2 AU-UNIT', '2 GB-NCP'].map((each) => `${each} EscalationAnswered`),
    ],
  ];

  it.each(histories)('is %s', async (_name, history, expected) => {
    await apply(recorded(history));
    expect(await standing()).toEqual(expected);
    // event by event, and all of it again, as after a crash
    await pool.query('DELETE FROM delivery.call; DELETE FROM delivery.unseen');
    for (const event of recorded(history)) await apply([event]);
    expect(await standing()).toEqual(expected);
  });

  it('is nobody for what was accepted before the bus called at all', async () => {
    await apply(recorded([submitted(), prioritised('P1'), raised(1, recipient)], Date.now() - 3_600_000));
    expect(await standing()).toEqual([]);
  });

  describe('is called', () => {
    const webhook = { kind: 'WEBHOOK', address: v7() } as const;
    const mail = { kind: 'SMTP', address: 'duty@wcpc.example' } as const;
    const taken = { code: 'TAKEN', status: 204 } as const;
    const at = (...channels: readonly ContactChannel[]): CalledBy => ({ channels, waitsUntil: null });
    beforeEach(() => apply(recorded([submitted(), prioritised('P1')])));

    it('by every channel, each message under one id until it was taken, and then another', async () => {
      const [call] = await desk.unlooked();
      if (!call) throw new Error('nobody is called');
      expect(await desk.unlooked()).toEqual([]);
      await desk.register(call, at(webhook, mail));
      const due = await desk.take(10);
      expect(due.map(({ kind }) => kind).sort()).toEqual(['SMTP', 'WEBHOOK']);
      // somebody has taken them up, and is alive as far as is known
      expect(await desk.take(10)).toEqual([]);
      for (const each of due) await desk.failed(each, { code: 'NO_ANSWER', status: null }, 0);
      const again = await desk.take(10);
      expect(again.map(idOfMessage).sort()).toEqual(due.map(idOfMessage).sort());
      for (const each of again) await desk.taken(each, taken, 0);
      // said a second time by who was only slow: it is settled already
      for (const each of again) await desk.taken(each, taken, 0);
      const next = await desk.take(10);
      expect(next.map(({ messages, failures }) => [messages, failures])).toEqual([
        [1, 0],
        [1, 0],
      ]);
      expect(new Set([...again, ...next].map(idOfMessage)).size).toBe(4);
    });

    it('by the channels that its desk has now', async () => {
      const [call] = await desk.unlooked();
      if (!call) throw new Error('nobody is called');
      const kinds = async (): Promise<string[]> => {
        const { rows } = await pool.query<{ kind: string }>(
          `SELECT kind FROM delivery.call_channel WHERE registered ORDER BY kind`,
        );
        return rows.map(({ kind }) => kind);
      };
      await desk.register(call, at());
      expect([await kinds(), await desk.take(10)]).toEqual([['NONE'], []]);
      await desk.register(call, at(mail));
      expect([await kinds(), (await desk.take(10)).length]).toEqual([['SMTP'], 1]);
      await desk.register(call, at(webhook));
      expect([await kinds(), (await desk.take(10)).length]).toEqual([['WEBHOOK'], 1]);
    });

    it('when its desk opens, where that is waited for, and at once where that opens sooner', async () => {
      const [call] = await desk.unlooked();
      if (!call) throw new Error('nobody is called');
      const opens = Date.now() + 3_600_000;
      const said = async (): Promise<unknown[]> => {
        const { rows } = await pool.query<{ outcome: string | null; due_at: Date | null }>(
          'SELECT outcome, due_at FROM delivery.call_channel WHERE registered',
        );
        return rows.flatMap(({ outcome, due_at: due }) => [outcome, due?.getTime() === opens]);
      };
      await desk.register(call, { ...at(mail), waitsUntil: opens });
      expect([await said(), await desk.take(10)]).toEqual([['DESK_CLOSED', true], []]);
      expect(await desk.standing()).toEqual({ open: 1, unreachedSeconds: 0 });
      await desk.register(call, at(mail));
      const [message] = await desk.take(10);
      if (!message) throw new Error('nothing is due');
      await desk.taken(message, taken, 0);
      // what is said again waits as well
      await desk.register(call, { ...at(mail), waitsUntil: opens });
      expect([await said(), await desk.take(10)]).toEqual([['TAKEN', true], []]);
    });

    it('no more once it is over, also where a message was under way', async () => {
      const [call] = await desk.unlooked();
      if (!call) throw new Error('nobody is called');
      await desk.register(call, at(mail));
      const [due] = await desk.take(10);
      await apply(recorded([submitted(), prioritised('P1'), by('ReferralAcknowledged')]).slice(2));
      if (due) await desk.taken(due, taken, 0);
      expect([await desk.take(10), await desk.unlooked()]).toEqual([[], []]);
      expect(await desk.standing()).toEqual({ open: 0, unreachedSeconds: 0 });
    });

    const acknowledged = () => recorded([submitted(), prioritised('P1'), by('ReferralAcknowledged')]).slice(2);
    /** Does it while the event that ends the call is applied and not yet committed. */
    const whileItEnds = async (act: () => Promise<void>): Promise<void> => {
      let acting: Promise<void> | undefined;
      await inTransaction(pool, async (tx) => {
        await callsApplier.apply(
          tx,
          acknowledged().map((event) => ({ event }) as never),
        );
        acting = act();
        await until(async () => {
          const { rows } = await pool.query(
            `SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
          );
          return rows.length > 0 || undefined;
        });
      });
      await acting;
    };
    const due = async (): Promise<number> =>
      (await pool.query('SELECT FROM delivery.call_channel WHERE due_at IS NOT NULL')).rows.length;

    it.each(['taken', 'failed'] as const)('no more where a message is %s while it ends', async (how) => {
      const [call] = await desk.unlooked();
      if (!call) throw new Error('nobody is called');
      await desk.register(call, at(mail));
      const [message] = await desk.take(10);
      if (!message) throw new Error('nothing is due');
      await whileItEnds(() => desk[how](message, taken, 0));
      expect(await due()).toBe(0);
    });

    it('no more where its channels are found while it ends', async () => {
      const [call] = await desk.unlooked();
      if (!call) throw new Error('nobody is called');
      await whileItEnds(() => desk.register(call, at(webhook, mail)));
      expect(await due()).toBe(0);
    });

    // the last: the time of the bus never goes back
    describe('with the time of the bus put ahead', () => {
      const AHEAD = 86_400_000;
      const HOUR = 3_600_000;
      beforeAll(async () => {
        const owner = new Pool({ connectionString: database.url('bus_owner'), max: 1 });
        await tellTimeAhead(owner, AHEAD);
        await owner.end();
      });

      it('by the desks that are open then', async () => {
        const [call] = await desk.unlooked();
        const aheadMs = (call?.now.getTime() ?? 0) - Date.now();
        expect(Math.abs(aheadMs - AHEAD)).toBeLessThan(HOUR);
      });

      it('when its desk opens by it: an hour of the bus is an hour of waiting', async () => {
        const [call] = await desk.unlooked();
        if (!call) throw new Error('nobody is called');
        const waits = async (): Promise<number> => {
          const { rows } = await pool.query<{ ms: string }>(
            'SELECT extract(epoch FROM due_at - now()) * 1000 AS ms FROM delivery.call_channel WHERE registered',
          );
          return Number(rows[0]?.ms);
        };
        await desk.register(call, { ...at(mail), waitsUntil: call.now.getTime() + HOUR });
        expect(await desk.take(10)).toEqual([]);
        expect(Math.abs((await waits()) - HOUR)).toBeLessThan(HOUR / 2);
        await desk.register(call, { ...at(mail), waitsUntil: call.now.getTime() + HOUR / 4 });
        expect(Math.abs((await waits()) - HOUR / 4)).toBeLessThan(HOUR / 8);
        await desk.register(call, { ...at(mail), waitsUntil: call.now.getTime() - HOUR });
        expect(await desk.take(10)).toHaveLength(1);
      });

      it('since it was called by it', async () => {
        await pool.query('DELETE FROM delivery.call; DELETE FROM delivery.unseen');
        await apply(recorded([submitted(), prioritised('P1')], Date.now() + AHEAD - HOUR));
        const { unreachedSeconds } = await desk.standing();
        expect(Math.abs(unreachedSeconds * 1_000 - HOUR)).toBeLessThan(HOUR / 2);
      });
    });
  });
});
