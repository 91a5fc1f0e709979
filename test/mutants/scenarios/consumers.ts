import { topics } from '#libs/contracts';
import { groupOf } from '#libs/projections';
import { agencyViews } from '../../../apps/agency-views/src/agency-views.projection.js';
import type { Agencies } from '../agencies.js';
import { positionIn } from '../hands.js';
import type { Patch } from '../patch.js';
import { atMost, crashAt, instance, type Scenario } from '../scenario.js';
import type { Told } from '../../../apps/cli/src/simulate/bus-line.js';

/** The consumer in `agency-views` that the scenarios stop; the feed in the same process goes on. */
const VIEW = 'agency_views';

/** The only lane for urgent referrals to the Philippines: every event of these scenarios stands in one order. */
export const URGENT = { to: 'PH-WCPC', level: 'P1' } as const;
export const URGENT_LANE = 36;

const apply = 'libs/projections/src/apply-batch.js';

/**
 * Where a consumer's transaction can be stopped: by its name, since consumers share a process, and by lanes, which have loops
 * of their own, so that a point of even lanes does not stop odd ones.
 */
const ofTransaction: readonly Patch[] = [
  {
    file: 'libs/projections/src/checkpoints.js',
    find: '#who;',
    put: '#who;\n    get consumer() { return this.#who[0]; }',
  },
  {
    file: apply,
    find: 'return inTransaction(pool, async (tx) => {',
    put: `return globalThis.busPoint('before-lock-' + checkpoints.consumer + '-' + (runs[0].lane % 2)).then(() => inTransaction(pool, async (tx) => {`,
  },
  {
    file: apply,
    find: 'parked: letters, contradicting };\n    });',
    put: 'parked: letters, contradicting };\n    }));',
  },
  {
    file: apply,
    find: 'const locked = await checkpoints.lock(tx, runs.map(({ lane }) => lane));',
    put: `const locked = await checkpoints.lock(tx, runs.map(({ lane }) => lane));
        await globalThis.busPoint('after-lock-' + checkpoints.consumer + '-' + (runs[0].lane % 2));`,
  },
  {
    file: apply,
    find: 'const moved = standing.flatMap((run) => nextCheckpoint(run, locked, letters, stopOf(run.lane)));',
    put: `await globalThis.busPoint('half-way');
        const moved = standing.flatMap((run) => nextCheckpoint(run, locked, letters, stopOf(run.lane)));`,
  },
];

/** Where a consumer has read some records and has not filed them yet. */
const ofReading: Patch = {
  file: 'libs/event-log/src/lane-transport.js',
  find: 'await this.#file({ topic, lane, records, highWatermark: Number(batch.highWatermark) });',
  put: `await globalThis.busPoint('read-' + topic);
        await globalThis.busPoint('read-' + this.#options.group.split('.')[0] + '-' + topic);
        await this.#file({ topic, lane, records, highWatermark: Number(batch.highWatermark) });`,
};

/** A consumer dies half-way through a transaction, while work goes on. */
export const consumerCrash: Scenario = {
  what: 'both consumers are killed half-way through a transaction',
  points: ofTransaction,
  play: async (stage) => {
    const { agencies, hands } = stage;
    const told = await agencies.submit(URGENT);
    for (const [app, database, word] of [
      ['agency-views', 'views', 'receive'],
      ['audit-trail', 'audit', 'acknowledge'],
    ] as const) {
      await hands.applied('views', told);
      await hands.applied('audit', told);
      const crash = crashAt(stage, app, 'half-way');
      const said = await agencies.say(told?.id ?? '', word);
      await crash;
      await agencies.submit(URGENT);
      await atMost(10_000, hands.applied(database, said));
    }
  },
};

/** An event comes once more, alone, long after it was applied. */
export const duplicate: Scenario = {
  what: 'an old record comes again at the end of its topic',
  play: async ({ agencies, hands }) => {
    const { id, received } = await aClosedCase(agencies);
    const { lane, position } = positionIn(received);
    await hands.produce(lane, [await hands.record(lane, position)]);
    const last = await agencies.submit(URGENT); // in the same lane and topic: what comes before it was read
    await atMost(10_000, hands.applied('views', last));
    await agencies.look({ what: 'referral', by: 'PH-WCPC', target: id, minimum: null, session: null });
  },
};

/** One event after another reaches the end; the one that is received is of interest. */
async function aClosedCase(agencies: Agencies): Promise<{ id: string; received: Told | null }> {
  const told = await agencies.submit(URGENT);
  const id = told?.id ?? '';
  const received = await agencies.say(id, 'receive');
  await agencies.say(id, 'acknowledge');
  await agencies.say(id, 'accept');
  return { id, received };
}

/** Else the database cuts a transaction that stands still, ten seconds on, and nobody takes a lane over in less on a busy machine. */
const ofPatience: Patch = {
  file: 'libs/projections/src/consumer-pool.js',
  find: 'idle_in_transaction_session_timeout: 10_000',
  put: 'idle_in_transaction_session_timeout: 60_000',
};

/** A consumer that stood still while another one took its lanes over goes on with what it had begun. */
const zombieAt = (point: 'before-lock' | 'after-lock'): Scenario => ({
  what: `a consumer stops ${point.replace('-', ' its ')}, others take its lanes, and it goes on`,
  instances: { 'agency-views': 2 },
  points: [...ofTransaction, ofPatience],
  play: async ({ bus, agencies, hands, points: { 'agency-views': points } }) => {
    const second = instance(bus, 'agency-views-2');
    await second.end();
    // Which half of the lanes goes to whom is the group's matter: both lanes get the same.
    const recipients = [URGENT, { to: 'DE-NCP', level: 'P1' }] as const;
    const told = await Promise.all(recipients.map((to) => agencies.submit(to)));
    for (const each of told) await hands.applied('views', each);
    for (const parity of [0, 1]) points.hold(`${point}-${VIEW}-${parity}`);
    const say = (word: 'receive' | 'acknowledge' | 'accept'): Promise<(Told | null)[]> =>
      Promise.all(told.map((each, at) => agencies.say(each?.id ?? '', word, { by: recipients[at]?.to ?? '' })));
    await say('receive');
    for (const parity of [0, 1]) await points.held(`${point}-${VIEW}-${parity}`);
    await second.start();
    await say('acknowledge');
    const last = await say('accept');
    await atMost(20_000, Promise.any(last.map((each) => hands.applied('views', each))));
    for (const parity of [0, 1]) points.go(`${point}-${VIEW}-${parity}`);
  },
});
export const zombieBeforeLock = zombieAt('before-lock');
export const zombieAfterLock = zombieAt('after-lock');

/** A topic is read later than the other, all the time. */
export const lateTopic: Scenario = {
  what: 'consumers read the referrals later than the escalations',
  points: [ofReading],
  play: async ({ agencies, points, hands }) => {
    for (const app of ['agency-views', 'audit-trail'] as const) points[app].slow(`read-${topics.referral}`, 300);
    const told = await Promise.all(Array.from({ length: 6 }, () => agencies.submit(URGENT)));
    for (const each of told) await atMost(10_000, hands.applied('views', each));
    for (const app of ['agency-views', 'audit-trail'] as const) points[app].off(`read-${topics.referral}`);
  },
};

/** Where the relay serves what consumers ask for; it takes no notice of them while this is on. */
const UNSERVED = 'refills-unserved';
const ofRefills: Patch = {
  file: 'apps/relay/src/upkeep.js',
  find: "signals.rewound('REFILL', await cursors.rewind(due, epoch));",
  put: `if (!globalThis.busPointIsOn('${UNSERVED}'))
            signals.rewound('REFILL', await cursors.rewind(due, epoch));`,
};

/** A consumer dies while a record waits in its memory for another one that was not on the topics yet. */
export const waitingRecord: Scenario = {
  what: 'a consumer is killed while a record waits for an earlier one of another topic',
  points: [ofReading, ofRefills],
  play: async ({ bus, agencies, hands, points: { 'agency-views': points, relay } }) => {
    await hands.applied('views', await agencies.submit(URGENT));
    await bus.apps.relay.end();
    const sql = 'SELECT position FROM relay_cursor WHERE lane = $1';
    const [cursor] = await hands.sql<{ position: string }>('journal', sql, [URGENT_LANE]);
    const ship = async (positions: readonly number[]): Promise<void> => {
      for (const at of positions) await hands.produce(URGENT_LANE, [await hands.record(URGENT_LANE, at)]);
    };
    // Referrals with a priority each, shipped by hand: more than a consumer reads again at each start.
    const priorities: number[] = [];
    for (let count = 0; count < 8; count += 1) priorities.push(positionIn(await agencies.submit(URGENT)).position);
    const [first = 0, last = 0] = [priorities[0], priorities.at(-1)];
    await ship(from(Number(cursor?.position) + 1, first - 2));
    await hands.reached('views', URGENT_LANE, first - 2);
    const reading = `read-${VIEW}-${topics.escalation}`;
    for (const priority of priorities) {
      points.hold(reading);
      await ship([priority]);
      await points.held(reading);
      points.go(reading);
    }
    await ship([first - 1]); // all priorities wait, and from here on all but the first do
    await hands.reached('views', URGENT_LANE, first);
    await bus.apps['agency-views'].end('SIGKILL');
    await ship(from(first + 1, last).filter((at) => !priorities.includes(at)));
    await hands.sql('journal', 'UPDATE relay_cursor SET position = $2 WHERE lane = $1', [URGENT_LANE, last]);
    relay.on(UNSERVED); // else what the view does not read again would be sent again, and nobody would see it
    await bus.apps.relay.start();
    await bus.apps['agency-views'].start();
  },
};

const from = (first: number, last: number): number[] =>
  Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => first + at);

/** The view is behind when agencies look. */
export const slowView: Scenario = {
  what: 'agencies look at once at what they have just said, and the view is slow',
  points: ofTransaction,
  play: async ({ agencies, hands, points: { 'agency-views': points } }) => {
    const told = await agencies.submit(URGENT);
    await hands.applied('views', told); // else there is nothing yet that could be too old
    for (const parity of [0, 1]) points.slow(`before-lock-${VIEW}-${parity}`, 400);
    const id = told?.id ?? '';
    for (const word of ['receive', 'acknowledge', 'accept'] as const) {
      const said = await agencies.say(id, word);
      await agencies.look({
        what: 'referral',
        by: 'PH-WCPC',
        target: id,
        minimum: said?.position ?? null,
        session: 's',
      });
    }
    for (const parity of [0, 1]) points.off(`before-lock-${VIEW}-${parity}`);
  },
};

/** A consumer stands still before a transaction while a verification looks at it. */
export const stoppedView: Scenario = {
  what: 'a consumer has taken events in hand and stands still before it applies them',
  points: ofTransaction,
  expects: [{ check: 'K13', kind: 'unseen' }],
  waitSeconds: 3,
  play: async ({ agencies, hands, points: { 'agency-views': points } }) => {
    const told = await agencies.submit(URGENT);
    await hands.applied('views', told);
    points.hold(STOP);
    await agencies.say(told?.id ?? '', 'receive');
    await points.held(STOP);
    await atMost(3_000, hands.committed(groupOf(agencyViews), topics.referral, URGENT_LANE, 2));
  },
  release: ({ points: { 'agency-views': points } }) => points.go(STOP),
};
const STOP = `before-lock-${VIEW}-${URGENT_LANE % 2}`;
