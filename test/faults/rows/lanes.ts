import { v7 } from 'uuid';
import { LANE_COUNT } from '#libs/contracts';
import { inDatabase } from '../nemesis/databases.js';
import { NotInjected } from '../not-injected.js';
import type { Row } from '../row.js';
import { routine } from '../say.js';
import type { Scene } from '../scene.js';

interface Lanes {
  readonly routine: readonly number[];
  readonly urgent: readonly number[];
  readonly access: readonly number[];
}

interface Jurisdiction {
  readonly id: string;
  readonly history: readonly Lanes[];
}

/** The lanes that runs have given out, by the bus that they were given to. */
const given = new WeakMap<object, number>();

/** The hot jurisdiction gets another routine lane while its referrals come in. */
async function widen(scene: Scene): Promise<void> {
  await scene.pass(500, 3_000);
  const all = await jurisdictionsOf(scene);
  const used = new Set(
    all.flatMap(({ history }) => history.flatMap(({ routine, urgent, access }) => [...routine, ...urgent, ...access])),
  );
  const free = Array.from({ length: LANE_COUNT }, (_, lane) => lane).find((lane) => lane > 0 && !used.has(lane));
  const last = all.find(({ id }) => id === 'PH')?.history.at(-1);
  if (!last || free === undefined) throw new NotInjected('every lane is given out: nothing to widen with');
  const body = { routine: [...last.routine, free], urgent: last.urgent, access: last.access };
  const { status, text } = await scene.bus.ask('membership', 'operator', '/v1/membership/jurisdictions/PH/lanes', {
    method: 'POST',
    headers: { 'idempotency-key': v7() },
    body,
  });
  if (status !== 200) return scene.fail(`PH was not widened: ${text}`);
  given.set(scene, free);
  scene.note(`PH has lane ${free} too`);
}

async function jurisdictionsOf(scene: Scene): Promise<readonly Jurisdiction[]> {
  const { json } = await scene.bus.ask('membership', 'operator', '/v1/membership/jurisdictions');
  return (json.items ?? []) as unknown as readonly Jurisdiction[];
}

const MOST = 400;

/** New referrals take the new lane, too: one of nine or more, so a few hundred cannot all miss it. */
async function isUsed(scene: Scene): Promise<void> {
  const lane = given.get(scene);
  if (lane === undefined) return;
  for (let tried = 0; (await positionOf(scene, lane)) === 0; tried++) {
    if (tried === MOST) throw new Error(`nothing went into lane ${lane}`);
    await scene.bus.ask('referrals', 'US-CLEAR', '/v1/referrals', {
      method: 'POST',
      headers: { 'idempotency-key': v7() },
      body: routine,
    });
  }
}

const positionOf = (scene: Scene, lane: number): Promise<number> =>
  inDatabase(scene.bus, 'journal', async (client) => {
    const { rows } = await client.query<{ position: string }>('SELECT position FROM lane WHERE lane = $1', [lane]);
    return Number(rows[0]?.position);
  });

/** Widening under load: what was said keeps its lane and its answer, whatever map a repetition meets. */
export const laneRows: readonly Row[] = [
  {
    id: 'X24.widen',
    title: 'a jurisdiction is given another lane while its referrals come in',
    inject: widen,
    afterwards: isUsed,
  },
  {
    id: 'X24.killed',
    title: 'the same, and the write app is killed: unanswered commands are repeated under the wider map',
    inject: async (scene) => {
      await widen(scene);
      await scene.kill(scene.app('referrals'));
      await scene.restart(scene.app('referrals'));
    },
    afterwards: isUsed,
  },
];
