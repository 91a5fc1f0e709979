import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { v7 } from 'uuid';
import { decodeEvent, leafOfEvent, NO_LEAF } from '#libs/contracts';
import type { RecordedEvent } from '#libs/contracts';
import { acceptedOf, leg } from '#libs/domain';
import type { Leg } from '#libs/domain';
import { Hole, until } from '#libs/testing';
import type { Journal } from './journal.js';
import { ACCESS_LANE, forwardBack, idOf, legFold, say, sayWrongly, submit } from './journal.fixtures.js';
import { confirmJournal } from './repair/confirm-journal.js';
import { SpecJournal } from './spec-journal.fixtures.js';
import { readState } from './state-text.js';

describe('the journal', () => {
  let journal: SpecJournal;
  let owner: pg.Pool;
  let writers: Journal<Leg>[];

  beforeAll(async () => {
    journal = await SpecJournal.create();
    owner = journal.owner;
    writers = [await journal.open(), await journal.open()];
  });

  afterAll(() => journal.close());

  const writer = (index = 0): Journal<Leg> => {
    const found = writers[index % writers.length];
    if (!found) throw new Error('no writer');
    return found;
  };

  const recorded = async (lane: number): Promise<RecordedEvent[]> => {
    const { rows } = await owner.query<{ fingerprint: Buffer; bytes: Buffer }>(
      'SELECT fingerprint, bytes FROM journal WHERE lane = $1 ORDER BY position',
      [lane],
    );
    return rows.map(decodeEvent);
  };

  it('puts a submission and its priority into one lane, gapless, on two topics', async () => {
    const outcome = await writer().handle(submit({ lane: 5 }));
    const { rows } = await owner.query<{ position: string; fingerprint: Buffer; bytes: Buffer }>(
      'SELECT * FROM journal WHERE lane = 5 ORDER BY position',
    );
    const events = rows.map((row) => decodeEvent(row));
    expect(events.map(({ type, meta }) => [type, meta.position, meta.ordinal, meta.of, meta.after])).toEqual([
      ['ReferralSubmitted', 1, 1, 2, []],
      ['PrioritySet', 2, 2, 2, [1]],
    ]);
    expect(outcome).toMatchObject({ kind: 'recorded', position: { lane: 5, position: 2, vector: [1, 2] } });
  });

  it('answers a repeated key with the same events, wherever it is repeated', async () => {
    for (const key of ['plain-key-of-a-client', v7()]) {
      const first = await writer(0).handle(submit({ lane: 6, key }));
      const second = await writer(1).handle(submit({ lane: 6, key }));
      expect(second).toEqual({ ...first, repeated: true });
    }
  });

  it('answers a repeated key without reading what came after its events', async () => {
    const command = submit({ lane: 35, key: v7() });
    const first = await writer().handle(command);
    const { lane, position } = first.position;
    await owner.query(
      'INSERT INTO journal SELECT lane, $2, topic, key, fingerprint, $3 FROM journal WHERE lane = $1 AND position = 1',
      [lane, position + 1, Buffer.of(0xff)],
    );
    expect(await writer().handle(command)).toEqual({ ...first, repeated: true });
  });

  it('says nothing about the first request when its key comes with another one', async () => {
    const key = v7();
    await writer().handle(submit({ lane: 6, key, request: 'one' }));
    await expect(writer().handle(submit({ lane: 6, key, request: 'two' }))).rejects.toMatchObject({
      code: 'IDEMPOTENCY_KEY_REUSED',
      status: 422,
    });
  });

  it('refuses a key whose own time lies outside the window', async () => {
    const key = v7({ msecs: Date.now() - 8 * 86_400_000 });
    await expect(writer().handle(submit({ key }))).rejects.toMatchObject({ code: 'IDEMPOTENCY_KEY_EXPIRED' });
  });

  it('lets one of two writers win a key that both bring to different lanes', async () => {
    for (let round = 0; round < 20; round++) {
      const key = v7();
      const outcomes = await Promise.all([
        writer(0).handle(submit({ lane: 7, key })),
        writer(1).handle(submit({ lane: 8, key })),
      ]);
      const ids = outcomes.map(idOf);
      expect(new Set(ids).size).toBe(1);
    }
  });

  it('gives a word said twice its answer without an event, and keeps that answer', async () => {
    const id = idOf(await writer().handle(submit({ lane: 9 })));
    await writer().handle(say(id, 'ReceiveReferral', { lane: 9 }));
    const key = v7();
    const again = await writer().handle(say(id, 'ReceiveReferral', { lane: 9, key }));
    expect(again).toMatchObject({ kind: 'unchanged', repeated: false, state: { referral: { status: 'RECEIVED' } } });
    await writer().handle(say(id, 'AcknowledgeReferral', { lane: 9 }));
    expect(await writer(1).handle(say(id, 'ReceiveReferral', { lane: 9, key }))).toEqual({ ...again, repeated: true });
  });

  it('records an illegal command without its content and repeats the refusal', async () => {
    const id = idOf(await writer().handle(submit({ lane: 10 })));
    const refused = sayWrongly(id, 'ReceiveReferral', { lane: 10, key: v7() });
    const first = await writer(0)
      .handle(refused)
      .catch((error: unknown) => error);
    const second = await writer(1)
      .handle(refused)
      .catch((error: unknown) => error);
    expect(first).toMatchObject({ code: 'REFERRAL_ADDRESSED_ELSEWHERE', status: 409, occurrence: refused.correlation });
    expect(second).toEqual(first);
    expect((await recorded(ACCESS_LANE)).at(-1)).toMatchObject({
      type: 'CommandRefused',
      data: { command: 'ReceiveReferral', target: id },
      meta: { leg: null, stream: 'access/US-CLEAR' },
    });
  });

  it('records a refusal of which others hear where they hear it, under its key and once', async () => {
    const id = idOf(await writer().handle(submit({ lane: 36 })));
    await writer().handle(say(id, 'ReceiveReferral', { lane: 36 }));
    const back = forwardBack(id, { lane: 36, key: v7() });
    const refusal = {
      code: 'ONWARD_CYCLE',
      details: { agency: 'US-CLEAR', escalateTo: 'NCP_LE', holderCountry: 'PH' },
    };
    const occurrence = back.correlation;
    await expect(writer().handle(back)).rejects.toMatchObject({ ...refusal, occurrence });
    await expect(writer(1).handle({ ...back, correlation: randomUUID() })).rejects.toMatchObject({
      ...refusal,
      occurrence,
    });
    expect((await recorded(36)).map(({ type }) => type).slice(2)).toEqual(['ReferralReceived', 'OnwardRefused']);
    const again = forwardBack(id, { lane: 36, key: v7() });
    await expect(writer(1).handle(again)).rejects.toMatchObject({ ...refusal, occurrence: again.correlation });
    expect(await recorded(36)).toHaveLength(4);
    expect((await recorded(ACCESS_LANE)).at(-1)).toMatchObject({
      type: 'CommandRefused',
      data: { code: 'ONWARD_CYCLE', target: id },
    });
  });

  it('leaves nothing of a command refused for its content, and its key free', async () => {
    const key = v7();
    const bad = {
      ...submit({ lane: 11, key }),
      decide: () =>
        leg.decide({ type: 'ReceiveReferral', data: {}, meta: { actor: submit().actor, now: 0 } }, leg.initialState()),
    };
    await expect(writer().handle(bad)).rejects.toMatchObject({ code: 'REFERRAL_NOT_FOUND', status: 404 });
    await expect(writer().handle(submit({ lane: 11, key }))).resolves.toMatchObject({
      kind: 'recorded',
      repeated: false,
    });
  });

  it('sinks only the culprit when the database refuses a batch for its data', async () => {
    const bad = submit({ lane: 12 });
    const outcomes = await Promise.allSettled(
      [...Array(9)].map((_, index) =>
        writer().handle(index === 4 ? { ...bad, key: 'PH.12.\u0000' } : submit({ lane: 12 })),
      ),
    );
    expect(outcomes.map(({ status }) => status).filter((status) => status === 'fulfilled')).toHaveLength(8);
    expect(outcomes[4]).toMatchObject({ reason: { code: 'CONTENT_NOT_STORABLE', status: 422 } });
  });

  it('answers 503 without deciding when a state is of a version that it does not know', async () => {
    const id = idOf(await writer().handle(submit({ lane: 13 })));
    await owner.query(`UPDATE state SET state = '{"v":99,"state":{}}' WHERE key = $1`, [id]);
    await expect(writer().handle(say(id, 'ReceiveReferral', { lane: 13 }))).rejects.toMatchObject({
      code: 'STATE_VERSION_UNKNOWN',
      status: 503,
    });
    await owner.query('DELETE FROM state WHERE key = $1', [id]);
    await owner.query('DELETE FROM journal WHERE key = $1', [id]); // as the owner: this lane is not looked at again
  });

  it('goes on with a state that an earlier version wrote, and writes it in its own', async () => {
    const id = idOf(await writer().handle(submit({ lane: 25 })));
    const earlier = {
      synthetic: false,
      referral: { status: 'SUBMITTED', sender: 'US-CLEAR', receiver: 'PH-WCPC', since: 1 },
      escalation: { sender: { level: 'P3', reasons: ['IDENTIFIED_SUSPECT'] }, receiver: null },
    };
    await owner.query('UPDATE state SET state = $2 WHERE key = $1', [id, JSON.stringify({ v: 1, state: earlier })]);
    const outcome = await writer().handle(say(id, 'ReceiveReferral', { lane: 25 }));
    expect(outcome).toMatchObject({ kind: 'recorded', events: [{ type: 'ReferralReceived' }] });
    const { rows } = await owner.query<{ state: string }>('SELECT state FROM state WHERE key = $1', [id]);
    expect(JSON.parse(rows[0]?.state ?? '')).toMatchObject({
      v: leg.version,
      state: { referral: { status: 'RECEIVED', sender: 'US-CLEAR', rules: 1, countries: null } },
    });
  });

  it('absorbs a clock that steps back a little and stops at a big step', async () => {
    await owner.query(`UPDATE lane SET accepted_at = $1 WHERE lane = 14`, [Date.now() + 30_000]);
    const outcome = await writer().handle(submit({ lane: 14 }));
    const { rows } = await owner.query<{ accepted_at: string }>('SELECT accepted_at FROM lane WHERE lane = 14');
    expect(outcome.kind === 'recorded' && outcome.events[0]?.meta.acceptedAt).toBe(Number(rows[0]?.accepted_at));
    await owner.query(`UPDATE lane SET accepted_at = $1 WHERE lane = 15`, [Date.now() + 120_000]);
    await expect(writer().handle(submit({ lane: 15 }))).rejects.toMatchObject({ code: 'CLOCK_BACKWARDS', status: 503 });
  });

  it('survives its connections being cut: what was answered stands, what was not can be repeated', async () => {
    const keys = [...Array(200)].map(() => v7());
    const first = Promise.allSettled(
      keys.map((key, index) => writer(index).handle(submit({ lane: 16 + (index % 3), key }))),
    );
    await owner.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name LIKE 'bus-writer-routine%' AND datname = current_database()`,
    );
    const answered = await first;
    const second = await Promise.all(
      keys.map((key, index) => writer(index + 1).handle(submit({ lane: 16 + (index % 3), key }))),
    );
    answered.forEach((outcome, index) => {
      const again = second[index];
      if (outcome.status === 'fulfilled' && again) expect(idOf(again)).toBe(idOf(outcome.value));
      if (outcome.status === 'rejected') expect(outcome.reason).toMatchObject({ status: 503 });
    });
  });

  it('keeps a leg of an exercise in the exercise, whatever its later commands say', async () => {
    const id = idOf(await writer().handle({ ...submit({ lane: 19 }), synthetic: true }));
    const outcome = await writer().handle(say(id, 'ReceiveReferral', { lane: 19 }));
    expect(outcome.kind === 'recorded' && outcome.events[0]?.meta.synthetic).toBe(true);
  });

  it('accepts nothing until somebody has confirmed this start of the server, and nothing is left of what it refused', async () => {
    const { rows } = await owner.query('DELETE FROM journal_confirmation RETURNING *');
    expect(rows).toMatchObject([{ confirmed_by: 'spec', reason: 'there are no topics' }]);
    const command = submit({ lane: 28, key: v7() });
    await expect(writer().handle(command)).rejects.toMatchObject({
      code: 'JOURNAL_UNCONFIRMED',
      status: 503,
      retryAfterSeconds: 2,
    });
    expect((await owner.query('SELECT FROM journal WHERE lane = 28')).rowCount).toBe(0);
    expect(await confirmJournal(owner, 'spec', 'there are no topics')).toBe(true);
    expect(await confirmJournal(owner, 'spec', 'there are no topics')).toBe(false);
    await expect(writer().handle(command)).resolves.toMatchObject({ kind: 'recorded', repeated: false });
  });

  it('notices that its table was read back in, or belongs to another database by now', async () => {
    const incarnation = async (): Promise<unknown> =>
      (await owner.query('SELECT journal_incarnation()')).rows[0] as unknown;
    const before = await incarnation();
    await owner.query('VACUUM journal');
    expect(await incarnation()).toEqual(before);
    await owner.query('VACUUM FULL journal'); // gives it another file, as reading it back in does
    expect(await incarnation()).not.toEqual(before);
    await expect(writer().handle(submit({ lane: 25 }))).rejects.toMatchObject({ code: 'JOURNAL_UNCONFIRMED' });
    await confirmJournal(owner, 'spec', 'there are no topics');
  });

  it('repeats answers in a lane that is closed or sealed, and takes nothing new there', async () => {
    const command = submit({ lane: 26, key: v7() });
    const first = await writer().handle(command);
    const later = submit({ lane: 26, key: v7() });
    await owner.query(`UPDATE lane SET closed = 'LANE_AHEAD_OF_JOURNAL' WHERE lane = 26`);
    await expect(writer().handle(later)).rejects.toMatchObject({ code: 'LANE_CLOSED', status: 503 });
    await expect(writer().handle(submit({ lane: 28 }))).resolves.toMatchObject({ kind: 'recorded' });
    await owner.query(`UPDATE lane SET sealed = true WHERE lane = 26`);
    expect(writer().sealed).toEqual(new Set());
    await expect(writer().handle(later)).rejects.toMatchObject({ code: 'LANE_SEALED', status: 503 });
    expect(writer().sealed).toEqual(new Set([26]));
    expect(await writer().handle(command)).toEqual({ ...first, repeated: true });
    expect(await writer().handle({ ...later, lane: 27 })).toMatchObject({ kind: 'recorded', repeated: false });
    await expect(owner.query('UPDATE lane SET sealed = false WHERE lane = 26')).rejects.toThrow('stays sealed');
  });

  it('lets its role insert into the journal and never update or delete', async () => {
    const role = new pg.Client({ connectionString: journal.url('bus_writer') });
    await role.connect();
    try {
      for (const sql of [
        'UPDATE journal SET topic = 1',
        'DELETE FROM journal',
        'TRUNCATE journal',
        'DROP TABLE journal',
        'DELETE FROM lane',
        'UPDATE lane SET sealed = false',
        'UPDATE lane SET closed = NULL',
        `INSERT INTO journal_confirmation (incarnation, confirmed_by, reason) VALUES ('x', 'x', 'x')`,
        `SELECT confirm_journal('x', 'x')`,
      ]) {
        await expect(role.query(sql)).rejects.toMatchObject({ code: '42501' });
      }
    } finally {
      await role.end();
    }
  });

  it('goes on by itself after its connections went silent, also in the loop that records refusals', async () => {
    const hole = new Hole();
    const connectionString = await hole.open(journal.url('bus_writer'));
    const distant = await journal.open({ connectionString, silenceMs: 1_000 });
    const { actor } = submit();
    const id = idOf(await distant.handle(submit({ lane: 34 })));
    const illegal = (): Promise<unknown> => {
      const word = { ...say(id, 'ReceiveReferral', { lane: 34, key: v7() }), actor };
      const decide = (state: Leg, now: number): ReturnType<typeof leg.decide> =>
        leg.decide({ type: 'ReceiveReferral', data: {}, meta: { actor, now } }, state);
      return distant.handle({ ...word, decide }).catch((error: { code: string }) => error.code);
    };
    expect(await illegal()).toBe('REFERRAL_ADDRESSED_ELSEWHERE');
    const begun = Date.now();
    await until(async () => Date.now() - begun > 1_500 || undefined); // idle for longer than the silence that is borne
    hole.swallowing = true;
    expect(await illegal()).toBe('JOURNAL_UNAVAILABLE');
    hole.swallowing = false;
    expect(await until(async () => [await illegal()].find((code) => code !== 'JOURNAL_UNAVAILABLE'))).toBe(
      'REFERRAL_ADDRESSED_ELSEWHERE',
    );
    await hole.close();
  }, 30_000);

  it('keeps every lane gapless and chained, and every state equal to its fold, under two writers and colliding lanes', async () => {
    const ids = await Promise.all(
      [...Array(400)].map((_, index) => writer(index).handle(submit({ lane: 20 + (index % 5) }))),
    ).then((all) => all.map(idOf));
    await Promise.all(
      ids.flatMap((id, index) =>
        [0, 1].map((which) => writer(which).handle(say(id, 'ReceiveReferral', { lane: 20 + (index % 5) }))),
      ),
    );
    const { rows } = await owner.query<{
      lane: number;
      position: string;
      key: string;
      fingerprint: Buffer;
      bytes: Buffer;
    }>('SELECT * FROM journal WHERE lane BETWEEN 20 AND 24 ORDER BY lane, position');
    expect(rows).toHaveLength(400 * 3);
    const heads = new Map<number, { position: number; leaf: Buffer }>();
    const folds = new Map<string, Leg>();
    for (const row of rows) {
      const { meta, ...event } = decodeEvent(row);
      const before = heads.get(row.lane) ?? { position: 0, leaf: NO_LEAF };
      expect(meta.position).toBe(before.position + 1);
      expect(meta.previous.equals(before.leaf)).toBe(true);
      heads.set(row.lane, { position: meta.position, leaf: leafOfEvent(row) });
      folds.set(row.key, leg.evolve(folds.get(row.key) ?? leg.initialState(), event, acceptedOf(meta)));
    }
    const states = await owner.query<{ key: string; state: string }>(
      'SELECT key, state FROM state WHERE lane BETWEEN 20 AND 24',
    );
    expect(new Map(states.rows.map(({ key, state }) => [key, readState(legFold, state)]))).toEqual(folds);
  });
});
