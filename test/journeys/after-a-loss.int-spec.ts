import { rmSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parseReferralId } from '#libs/kernel';
import { v7 } from 'uuid';
import { type Answer, type CommandResult, Deployment, directory } from '../deployment/index.js';
import { RestorableServer, withoutKafka } from './restored-journal.js';

const submission = {
  to: { agency: 'PH-WCPC' },
  incident: { offenceType: 'SOLICITATION', modifiers: [] },
  files: [{ kind: 'CHAT_LOG', count: 1 }],
  nexus: [{ country: 'PH', basis: 'VICTIM_PRESENT', confidence: 'MEDIUM' }],
  priority: { level: 'P3', reasons: ['IDENTIFIED_SUSPECT'] },
};

let server: RestorableServer;
let bus: Deployment;

beforeAll(async () => {
  server = await RestorableServer.start();
  bus = await Deployment.start({ services: server.services });
}, 120_000);
afterAll(async () => {
  await bus.stop();
  await server.stop();
}, 60_000);

/** A command with its key, as an agency would repeat it. */
type Said = () => Promise<Answer>;

const submit =
  (key: string, to = 'PH-WCPC'): Said =>
  () =>
    bus.ask('referrals', 'US-CLEAR', '/v1/referrals', {
      method: 'POST',
      headers: { 'idempotency-key': key },
      body: { ...submission, to: { agency: to } },
    });
const say = (id: string, word: string, body: unknown = {}, key = v7()): Said => {
  const headers = { 'idempotency-key': key, 'bus-person': 'p-1' };
  return () => bus.ask('referrals', 'PH-WCPC', `/v1/referrals/${id}/${word}`, { method: 'POST', headers, body });
};
const idOf = ({ json, text }: Answer): string => {
  if (!json.id) throw new Error(text);
  return json.id;
};
const laneOf = (answer: Answer): number => parseReferralId(idOf(answer))?.lane ?? -1;

/** A key with which a referral of US-CLEAR takes this routine lane of the Philippines. */
function keyOfLane(lane: number): string {
  for (;;) {
    const key = v7();
    if (directory.lanes.pick('PH', 'routine', { agency: 'US-CLEAR', key, sealed: new Set() }) === lane) return key;
  }
}

/** Says it until the answer is another one than 503. */
async function patiently(said: Said): Promise<Answer> {
  for (const until = Date.now() + 30_000; ;) {
    const answer = await said();
    if (answer.status !== 503) return answer;
    if (Date.now() > until) throw new Error(answer.text);
    await delay(20);
  }
}

const command = (...args: string[]): Promise<CommandResult> => bus.bus(args).done;

/** Everything accepted is on the topics and in every read model. */
async function settled(): Promise<void> {
  for (const until = Date.now() + 60_000; ; await delay(50)) {
    const { status, json } = await bus.ask('operations', 'BUS-OPS', '/v1/operations/lag');
    const seen = status === 200 && json.items?.every(({ reachable }) => reachable);
    if (seen && json.unrelayed === 0 && json.totals?.events === 0) return;
    if (Date.now() > until) throw new Error(`never settled: ${JSON.stringify(json)}`);
  }
}

/** Puts an older copy of the database in its place, with the relay still down. Everything else is started anew. */
async function restore(copy: string): Promise<void> {
  await Promise.all(bus.all.map((app) => app.end()));
  await server.end('SIGINT');
  server.putBack(copy);
  await server.start();
  await Promise.all(bus.all.filter(({ app }) => app !== 'relay').map((app) => app.start()));
}

async function takeCopy(name: string): Promise<void> {
  await server.end('SIGINT');
  server.copy(name);
  await server.start();
}

async function verified(): Promise<unknown> {
  const { stdout, stderr } = await command('verify', '--json');
  if (stdout === '') throw new Error(stderr);
  const { sound, sealedLanes, checks } = JSON.parse(stdout) as {
    sound: boolean;
    sealedLanes: number[];
    checks: { findings: unknown[] }[];
  };
  return { sound, sealedLanes, findings: checks.flatMap(({ findings }) => findings) };
}

describe('a database that crashed', () => {
  it('accepts again within seconds, since the relay finds that nothing was lost', async () => {
    idOf(await submit(v7())());
    await server.end('SIGKILL');
    await server.start();
    const up = performance.now();
    await patiently(submit(v7()));
    const seconds = (performance.now() - up) / 1000;
    process.stderr.write(`accepting again ${seconds.toFixed(2)} s after the crashed server answered\n`);
    expect(seconds).toBeLessThan(10);
  }, 120_000);
});

describe('a database that was restored from an older copy', () => {
  const said: Said[] = [];
  const answers: Answer[] = [];
  const speak = async (word: Said): Promise<Answer> => {
    const answer = await patiently(word);
    said.push(word);
    answers.push(answer);
    return answer;
  };

  beforeAll(async () => {
    const early = [];
    for (let count = 0; count < 8; count++) early.push(await speak(submit(v7())));
    for (const answer of early.slice(0, 6)) await speak(say(idOf(answer), 'receive'));
    await settled();
    await takeCopy('older');
    for (const answer of early.slice(0, 4)) await speak(say(idOf(answer), 'acknowledge'));
    for (const answer of early.slice(0, 4)) await speak(say(idOf(answer), 'accept', { scope: 'FULL' }));
    const illegal = await speak(say(idOf(early[0]!), 'reject', { reason: 'STALE' }));
    expect(illegal).toMatchObject({ status: 409, json: { code: 'REFERRAL_TRANSITION_ILLEGAL' } });
    for (let count = 0; count < 40; count++)
      await speak(submit(count % 2 === 0 ? v7() : `plain-key-of-a-client-${v7()}`));
    await settled();
    await restore('older');
  }, 360_000);

  it('accepts nothing before it was compared with the topics', async () => {
    const answer = await submit(v7())();
    expect(answer).toMatchObject({ status: 503, json: { code: 'JOURNAL_UNCONFIRMED' } });
    const status = await command('journal', 'status');
    expect([status.code, status.stdout]).toEqual([1, expect.stringContaining('NOT CONFIRMED')]);
    const confirmed = await command('journal', 'confirm', '--reason', 'it was only a crash');
    expect(confirmed.code).toBe(1);
    expect(confirmed.stderr).toContain('it was restored');
  }, 120_000);

  it('opens the lanes that lost nothing, and says which did', async () => {
    bus.apps.relay.launch();
    expect((await patiently(submit(v7(), 'GB-NCP'))).status).toBe(201);
    const late = said.at(-1)!;
    expect(await late()).toMatchObject({ status: 503, json: { code: 'LANE_CLOSED' } });
    while (await bus.apps.relay.isReady()) await delay(50); // it stands by first, and then owns the lanes and holds them
    const { code, stdout } = await command('journal', 'status');
    expect(code).toBe(1);
    expect(stdout).toMatch(/Confirmed since .* by relay/);
    expect(stdout).toContain('LANE_AHEAD_OF_JOURNAL');
  }, 120_000);

  it('is refilled from the topics: planned first, and accepting again when it is done', async () => {
    const plan = await command('journal', 'refill', '--dry-run');
    expect([plan.code, plan.stderr]).toEqual([1, '']);
    expect(plan.stdout).toContain('opens again');
    expect(await said.at(-1)!()).toMatchObject({ json: { code: 'LANE_CLOSED' } });
    const done = await command('journal', 'refill');
    expect([done.code, done.stdout]).toEqual([0, expect.stringContaining('Accepting again: lanes')]);
    expect(await command('journal', 'refill')).toMatchObject({ code: 0 });
    await bus.apps.relay.ready();
    expect((await command('journal', 'status')).code).toBe(0);
  }, 180_000);

  it('repeats every answer that was given before the loss, byte for byte', async () => {
    for (const [index, word] of said.entries()) {
      const heard = ({ status, text, position }: Answer): unknown[] => [status, text, position];
      expect(heard(await word())).toEqual(heard(answers[index]!));
    }
  }, 120_000);

  it('uses no position twice, and verifies', async () => {
    for (let count = 0; count < 40; count++) expect((await submit(v7())()).status).toBe(201);
    await settled();
    expect(await verified()).toEqual({ sound: true, sealedLanes: [], findings: [] });
  }, 240_000);
});

describe('a lane whose positions were used twice, since a restored journal was confirmed by mistake', () => {
  const lane = 3;
  const before = keyOfLane(lane);
  const mistaken = keyOfLane(lane);
  let lost: Answer;
  let doubled: Answer;

  beforeAll(async () => {
    await settled();
    await takeCopy('before-the-mistake');
    lost = await patiently(submit(before));
    await settled();
    await restore('before-the-mistake');
    const blind = withoutKafka(bus.folder);
    const confirmed = await command('journal', 'confirm', '--data', blind, '--reason', 'it was only a crash');
    rmSync(blind, { recursive: true });
    expect([confirmed.code, confirmed.stderr]).toEqual([0, expect.stringContaining('cannot be asked')]);
    doubled = await submit(mistaken)();
    expect([laneOf(lost), laneOf(doubled)]).toEqual([lane, lane]);
    bus.apps.relay.launch();
  }, 360_000);

  it('is closed as soon as a relay compares it, and sealed only when somebody says so', async () => {
    while ((await submit(keyOfLane(lane))()).json.code !== 'LANE_CLOSED') await delay(50);
    const kept = await command('journal', 'refill');
    expect([kept.code, kept.stdout]).toEqual([1, expect.stringContaining('used twice')]);
    const { code, stdout } = await command('journal', 'refill', '--seal');
    expect([code, stdout]).toEqual([0, expect.stringContaining(`Sealed for ever: lanes ${lane}.`)]);
  }, 180_000);

  it('takes nothing any more, while its jurisdiction goes on in the others', async () => {
    expect(await say(idOf(doubled), 'receive')()).toMatchObject({ status: 503, json: { code: 'LANE_SEALED' } });
    for (let count = 0; count < 10; count++) {
      const answer = await submit(keyOfLane(lane))();
      expect(answer.status).toBe(201);
      expect(directory.lanes.lanesOf('PH', 'routine').filter((each) => each !== lane)).toContain(laneOf(answer));
    }
  }, 120_000);

  it('repeats what the journal knows, and gives what only the topics know no second effect', async () => {
    expect(await submit(mistaken)()).toMatchObject({ status: 201, text: doubled.text });
    expect(await submit(before)()).toMatchObject({ status: 503, json: { code: 'JOURNAL_INCOMPLETE' } });
  }, 120_000);

  it('has its open referrals of both histories listed for repair', async () => {
    const { code, stdout } = await command('journal', 'sealed');
    expect(code).toBe(1);
    expect(stdout).toContain(`lane ${lane}, sealed since`);
    expect(stdout).toMatch(new RegExp(`${idOf(doubled)}\\s+SUBMITTED`));
    expect(stdout).toMatch(new RegExp(`${idOf(lost)}\\s+(PrioritySet|EvidenceAdvanced) at`));
  }, 120_000);

  it('leaves everything else sound', async () => {
    await bus.apps.relay.ready();
    expect(await verified()).toEqual({ sound: true, sealedLanes: [lane], findings: [] });
  }, 240_000);
});
