import { setTimeout as delay } from 'node:timers/promises';
import { requests, saturateOver } from '../accept/write-app.js';
import { WholeBus } from '../end-to-end/whole-bus.js';
import { HttpConnections } from '../harness/http-connection.js';
import { openLoop } from '../harness/load.js';
import { residentBytesOf } from '../harness/process-tree.js';
import { CheckFailed, type Row } from '../harness/row.js';
import { round } from '../harness/run-row.js';
import { median } from '../harness/statistics.js';

/** Of the load that saturates. */
const SHARE = 0.4;
/** The time is cut into so many windows; memory in a window is the median of what was seen, so that no collection decides. */
const WINDOWS = 12;
/** The first third is the time in which caches fill. */
const FIRST = WINDOWS / 3;
const LOOK_MS = 1_000;

export const memory: Row = {
  id: 'growth.memory',
  title: 'resident memory of all apps at the end of 30 minutes of a steady load, divided by that after the first third',
  limit: null,
  unit: '×',
  goal: { atMost: 1.05 },
  durability: 'none',
  once: 'it is about what half an hour does to the same processes; its lowest and highest are those of the windows after the first third, each divided by the first of them',
  prepare: async (bench) => {
    const bus = await WholeBus.start(bench);
    const next = requests(bus.tokens, '/v1/referrals');
    const url = bus.urlOf('referrals');
    const saturated = await saturateOver(url, next, { seconds: bench.options.seconds, status: 201, connections: 64 });
    const perSecond = SHARE * saturated;
    const seen: string[] = [];
    const answers: Record<number, number> = {};
    let ratios: readonly number[] = [];
    return {
      figure: async () => {
        const seconds = bench.options.minutes * 60;
        const connections = new HttpConnections(url, 64);
        const act = async (): Promise<void> => {
          const { status } = await connections.ask(next());
          answers[status] = (answers[status] ?? 0) + 1;
        };
        const [windows] = await Promise.all([
          residentIn(bus, seconds),
          openLoop({ perSecond, seconds, act }).finally(() => connections.close()),
        ]);
        const settled = windows.slice(FIRST);
        ratios = settled.map((bytes) => bytes / (settled[0] ?? Number.NaN));
        const mebibytes = windows.map((bytes) => Math.round(bytes / 2 ** 20)).join(', ');
        seen.push(
          `${bench.options.minutes} minutes at ${Math.round(perSecond)} submissions/s, answered ${JSON.stringify(answers)}, in MiB by twelfth: ${mebibytes}.`,
        );
        await bus.settled();
        return ratios.at(-1) ?? Number.NaN;
      },
      spread: () => [round(Math.min(...ratios)), round(Math.max(...ratios))],
      check: async () => {
        const others = Object.keys(answers).filter((status) => status !== '201');
        if (others.length > 0) throw new CheckFailed([`answered ${JSON.stringify(answers)}`]);
        return bus.check();
      },
      notes: () => seen,
      close: () => bus.stop(),
    };
  },
};

/** Of all apps together, one window after the other, in bytes. */
async function residentIn(bus: WholeBus, seconds: number): Promise<number[]> {
  const windows: number[] = [];
  const begun = performance.now();
  for (let window = 1; window <= WINDOWS; window++) {
    const looks: number[] = [];
    while (performance.now() < begun + (window * seconds * 1_000) / WINDOWS) {
      await delay(LOOK_MS);
      looks.push(residentBytesOf(bus.deployment.all.map(({ pid }) => pid)));
    }
    windows.push(median(looks));
  }
  return windows;
}
