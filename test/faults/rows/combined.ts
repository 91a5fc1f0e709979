import type { Row } from '../row.js';
import type { Scene } from '../scene.js';

/** Faults that can come over each other: none of them needs the others' absence to be what it is. */
const TOGETHER = [
  'X1.any-moment',
  'X5.kill',
  'X5.clean',
  'X8.pause.relay>kafka',
  'X8.pause.agency-views>kafka',
  'X8.pause.referrals>postgres',
  'X8.silence.relay>postgres',
  'X8.silence.audit-trail>postgres',
  'X9.cut',
  'X10.resets',
  'X10.slow',
  'X11.backend',
  'X11.terminated',
  'X16.lanes',
  'X17',
  'X21.steady',
  'X27.still',
  'L1.one-lane',
  'L2',
] as const;

/** X31: three at a time, one round after the other. */
export function combinedRows(rows: readonly Row[]): readonly Row[] {
  const faults = TOGETHER.map((id) => {
    const row = rows.find((each) => each.id === id);
    if (!row) throw new Error(`there is no row ${id}`);
    return row;
  });
  const rounds = async (scene: Scene, count: number): Promise<void> => {
    for (let round = 0; round < count; round++) {
      const chosen = new Set<Row>();
      while (chosen.size < 3) chosen.add(scene.prng.pick(faults));
      scene.note(`round ${round + 1}: ${[...chosen].map(({ id }) => id).join(', ')}`);
      await scene.together([...chosen]);
    }
  };
  // one that kills PostgreSQL needs what was committed to be on the disk, whatever comes with it
  const durable = faults.some(({ setup }) => setup?.durable);
  const common = { title: 'three faults at a time', recoverMs: 90_000 };
  return [
    {
      ...common,
      id: 'X31',
      setup: { durable, load: { referrals: 3_000, rate: 30 } },
      inject: (scene) => rounds(scene, 4),
    },
    {
      ...common,
      id: 'taste',
      title: 'one round of three faults: what npm test runs',
      setup: { durable, load: { referrals: 400, rate: 30 } },
      inject: (scene) => rounds(scene, 1),
    },
  ];
}
