import { setTimeout as delay } from 'node:timers/promises';
import { KAFKA_LINKS, OPERATOR_LINK } from '../nemesis/links.js';
import { NotInjected } from '../not-injected.js';
import { API, fetchFailed, offsetsFailed, produceFailed, type RequestHead } from '../proxy/kafka-frames.js';
import type { Row } from '../row.js';
import type { Scene } from '../scene.js';
import { findingsOf } from '../verdict.js';

/** A broker's words for a partition that another one leads by now. */
export const NOT_LEADER_FOR_PARTITION = 6;

/** Everything that a client asks of a leader is refused so; a record may have been appended before the leader lost its place. */
export function notLeader({ api, version }: RequestHead, answer: Buffer): Buffer {
  switch (api) {
    case API.produce:
      return produceFailed(answer, version, NOT_LEADER_FOR_PARTITION);
    case API.fetch:
      return fetchFailed(answer, version, NOT_LEADER_FOR_PARTITION);
    case API.listOffsets:
      return offsetsFailed(answer, version, NOT_LEADER_FOR_PARTITION);
    default:
      return answer;
  }
}

/** An operator verifies meanwhile, again and again, and is never told that there is no leader. */
async function verifiedMeanwhile(scene: Scene, fault: () => Promise<void>): Promise<void> {
  let over = false;
  const verifying = async (): Promise<number> => {
    for (let times = 1; ; times++) {
      (await findingsOf(scene.bus, null, scene.bound(60_000))).forEach((finding) => scene.fail(finding));
      if (over) return times;
    }
  };
  const [times] = await Promise.all([verifying(), fault().finally(() => (over = true))]);
  scene.note(`verified ${times} times meanwhile`);
}

/** X6, as far as one broker can show it: partitions are without a leader for seconds, while everybody works and somebody verifies. */
export const leaderRows: readonly Row[] = [
  {
    id: 'X6.not-leader',
    title: 'every partition has lost its leader for seconds, while `bus verify` reads',
    setup: { load: { referrals: 600, rate: 30 } },
    inject: (scene) =>
      verifiedMeanwhile(scene, async () => {
        const operator = scene.links.kafka(OPERATOR_LINK);
        const reads = (): number =>
          (operator.requests.get(API.fetch) ?? 0) + (operator.requests.get(API.listOffsets) ?? 0);
        for (let time = 0; time < 3; time++) {
          await grown(scene, reads, 'bus verify reads');
          const ms = scene.prng.between(1_000, 8_000);
          scene.note(`no partition has a leader for ${ms} ms`);
          let refused = 0;
          const rules = [
            operator.onAnswer((request, answer) => {
              const changed = notLeader(request, answer);
              if (changed !== answer) refused++;
              return changed;
            }),
            ...KAFKA_LINKS.map((link) => scene.links.kafka(link).onAnswer(notLeader)),
          ];
          await delay(ms);
          rules.forEach((end) => end());
          scene.note(`bus verify was refused ${refused} times`);
          if (refused === 0) throw new NotInjected('bus verify asked nothing meanwhile');
        }
      }),
  },
  {
    id: 'X6.frozen',
    title: 'the broker misses its heartbeats and loses every partition for a while, while `bus verify` reads',
    setup: { load: { referrals: 600, rate: 30 } },
    inject: (scene) =>
      verifiedMeanwhile(scene, async () => {
        const broker = scene.services.pidOf('kafka');
        for (let time = 0; time < 3; time++) {
          await scene.pass(200, 2_500);
          const ms = scene.prng.between(5_000, 9_000);
          scene.note(`the broker stands still for ${ms} ms`);
          process.kill(broker, 'SIGSTOP');
          await delay(ms);
          process.kill(broker, 'SIGCONT');
        }
      }),
  },
];

async function grown(scene: Scene, count: () => number, what: string): Promise<void> {
  const before = count();
  for (const until = Date.now() + scene.bound(60_000); count() === before; await delay(5))
    if (Date.now() > until) throw new NotInjected(`in a minute it was not seen that ${what}`);
}
