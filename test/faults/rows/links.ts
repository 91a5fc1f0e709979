import { setTimeout as delay } from 'node:timers/promises';
import { inUse } from '../nemesis/in-use.js';
import { KAFKA_LINKS, LINKS, type LinkName } from '../nemesis/links.js';
import { metricOf } from '../nemesis/metrics.js';
import { NotInjected } from '../not-injected.js';
import { API, produceFailed } from '../proxy/kafka-frames.js';
import type { KafkaProxy } from '../proxy/kafka-proxy.js';
import type { Direction, LinkFaults } from '../proxy/link-faults.js';
import type { Row } from '../row.js';
import type { Scene } from '../scene.js';
import { isShown } from '../shown.js';

/** The relay may have sent so much more than it had to. */
const MOST_ATTEMPTS = 1.2;

/** Puts a fault on links for a while. @throws NotInjected when nothing went over any of them */
async function faulty(
  scene: Scene,
  names: readonly LinkName[],
  faults: LinkFaults,
  ms: number,
  direction?: Direction,
): Promise<void> {
  scene.note(`${names.join(', ')}: ${JSON.stringify(faults)}${direction ? ` ${direction}` : ''} for ${ms} ms`);
  const before = metOn(scene, names);
  for (const name of names) scene.links.tcp(name).fault(faults, direction);
  const [only, ...others] = names;
  if (only !== undefined && others.length === 0) await onOne(scene, only, ms);
  else await delay(ms);
  for (const name of names) scene.links.tcp(name).without(faults, direction);
  const spared = metOn(scene, names).flatMap((met, nth) => (met === before[nth] ? (names[nth] ?? []) : []));
  if (spared.length === names.length) throw new NotInjected(`nothing was spoilt on ${spared.join(', ')}`);
  if (spared.length > 0) scene.note(`nothing went over ${spared.join(', ')}`);
}

/** Longer than it may take until somebody can see it. */
const LONG_MS = 12_000;
/** Whoever has lost a link may knock so often: a pool's first tries, and so many a second. */
const MOST_KNOCKS = { first: 48, perSecond: 4 };
const MET_MS = 30_000;

/** On one link the time counts from when something first wanted to go over it. */
async function onOne(scene: Scene, name: LinkName, ms: number): Promise<void> {
  const proxy = scene.links.tcp(name);
  const { met, made } = proxy;
  await inUse(scene, name);
  for (const until = Date.now() + scene.bound(MET_MS); proxy.met === met && Date.now() < until;) await delay(5);
  const over = delay(ms);
  if (ms >= LONG_MS) {
    await scene.signalled(`${name} is dead`, () => isShown(scene, name));
    await over;
    const knocks = proxy.made - made;
    scene.note(`${knocks} connections were tried`);
    if (knocks > MOST_KNOCKS.first + MOST_KNOCKS.perSecond * (ms / 1_000))
      scene.fail(`${knocks} connections were tried on ${name} in ${ms / 1_000} s`);
  }
  await over;
}

const metOn = (scene: Scene, names: readonly LinkName[]): number[] => names.map((name) => scene.links.tcp(name).met);

/** X8: the network pauses (nothing is lost), or goes silent (the connections never come back to life). */
const pauses: readonly Row[] = LINKS.flatMap((link): Row[] => [
  {
    id: `X8.pause.${link}`,
    title: `the network between ${link.replace('>', ' and ')} pauses`,
    inject: async (scene) => {
      await scene.pass(500, 2_000);
      await faulty(scene, [link], { held: true }, scene.turn([1_000, 4_000, 30_000]));
    },
    afterwards: fewRepeats,
  },
  {
    id: `X8.silence.${link}`,
    title: `connections between ${link.replace('>', ' and ')} go silent for ever, new ones for a while`,
    recoverMs: 45_000,
    inject: async (scene) => {
      await scene.pass(500, 2_000);
      await faulty(scene, [link], { swallowed: true }, scene.turn([1_000, 4_000, 12_000]));
    },
    afterwards: fewRepeats,
  },
]);

/** Longer than any time-out, session or lease: whoever waits must neither pile up nor give up. */
const longPause: Row = {
  id: 'X8.long',
  title: 'the network of one link pauses for five minutes: eleven seeds that follow each other, every link',
  setup: { load: { referrals: 1_300, rate: 4 } },
  inject: async (scene) => {
    await scene.pass(500, 2_000);
    await faulty(scene, [scene.turn(LINKS)], { held: true }, 300_000);
  },
  afterwards: fewRepeats,
};

/** How long the relay waits for an answer, at most; a swallowed one costs it that. */
const REQUEST_MS = 15_000;

/** For how long a request of the relay has had no answer, in seconds. */
const waits = (scene: Scene): Promise<number> => metricOf(scene.app('relay'), 'bus_relay_unanswered_seconds');

/** Lets a few Produce requests through to the broker and does something to their answers. */
async function answersSpoilt(
  scene: Scene,
  what: string,
  spoil: (kafka: KafkaProxy, version: number, answer: Buffer) => Buffer | null,
): Promise<void> {
  const kafka = scene.links.kafka('relay>kafka');
  const times = scene.prng.between(1, 4);
  const first = scene.prng.between(1, 6);
  const failed = (): Promise<number> => metricOf(scene.app('relay'), 'bus_relay_failed_requests_total');
  const before = await failed();
  let seen = 0;
  kafka.onAnswer(({ api, version }, answer) => {
    if (api !== API.produce) return answer;
    seen++;
    return seen >= first && seen < first + times ? spoil(kafka, version, answer) : answer;
  });
  scene.note(`answers ${first} to ${first + times - 1} to the relay: ${what}`);
  /** Until the broker has answered so many, or it is clear that the relay sends no more. */
  const answered = async (count: number): Promise<void> => {
    const until = Date.now() + scene.bound(20_000 + times * REQUEST_MS);
    while (seen < count && Date.now() < until) await delay(20);
  };
  await answered(first);
  // What is swallowed is counted when its time is over, which is longer than a signal may take.
  if (what === 'swallowed') await scene.signalled('a request of the relay waits', async () => (await waits(scene)) > 1);
  else if (seen >= first)
    await scene.signalled('the relay counts a request that was not confirmed', async () => (await failed()) > before);
  await answered(first + times);
  if (seen < first + times) throw new NotInjected(`the relay sent ${seen} requests, not ${first + times}`);
}

/** Codes with which a broker answers although it has appended. */
const NOT_ENOUGH_REPLICAS_AFTER_APPEND = 20;
const REQUEST_TIMED_OUT = 7;

const answers: readonly Row[] = [
  {
    id: 'X9.cut',
    title: 'Kafka appends, and the connection is cut instead of its answer',
    inject: (scene) =>
      answersSpoilt(scene, 'cut', (kafka) => {
        kafka.tcp.cut();
        return null;
      }),
  },
  {
    id: 'X9.silent',
    title: 'Kafka appends and its answer never comes',
    recoverMs: 45_000,
    inject: (scene) => answersSpoilt(scene, 'swallowed', () => null),
  },
  {
    id: 'X9.code',
    title: 'Kafka appends and answers that it may not have',
    inject: (scene) => {
      const code = scene.prng.pick([NOT_ENOUGH_REPLICAS_AFTER_APPEND, REQUEST_TIMED_OUT]);
      return answersSpoilt(scene, `code ${code}`, (_kafka, version, answer) => produceFailed(answer, version, code));
    },
  },
];

/** What an operator looks at: readiness, and the alarms of consumers. */
async function isFelt({ bus }: Scene): Promise<boolean> {
  for (const app of bus.all) {
    if (!(await app.isReady())) return true;
    if ((await metricOf(app, 'bus_consumer_alarms').catch(() => 0)) > 0) return true;
  }
  return false;
}

/** Bad links under which everything goes on; the relay's requests are seen to take longer than before. */
async function slower(scene: Scene, faults: LinkFaults, ms: number): Promise<void> {
  const relay = scene.app('relay');
  const sums = (): Promise<readonly number[]> =>
    Promise.all(['sum', 'count'].map((part) => metricOf(relay, `bus_relay_request_seconds_${part}`)));
  const mean = ([sum = 0, count = 0]: readonly number[], [sumOf = 0, countOf = 0]: readonly number[] = []): number =>
    ((sum - sumOf) / Math.max(1, count - countOf)) * 1_000;
  const before = await sums();
  await faulty(scene, LINKS, faults, ms);
  const [usual, now] = [mean(before), mean(await sums(), before)];
  const what = `the relay's requests took ${now.toFixed(0)} ms, before ${usual.toFixed(0)} ms`;
  if (now > usual) scene.note(`seen: ${what}`);
  else scene.fail(`no signal: ${what}`);
}

/** X10: connections as bad networks make them. */
const bad: readonly Row[] = [
  {
    id: 'X10.resets',
    title: 'every connection of every app is reset again and again',
    inject: async (scene) => {
      scene.note('every link is cut every 200 to 900 ms for 8 s');
      const before = metOn(scene, LINKS);
      const shown = scene.signalled('an app is not ready, or a consumer has an alarm', () => isFelt(scene));
      for (const until = Date.now() + 8_000; Date.now() < until;) {
        for (const name of LINKS) scene.links.tcp(name).cut();
        await scene.pass(200, 900);
      }
      await shown;
      const cut = metOn(scene, LINKS).reduce((sum, met, nth) => sum + met - (before[nth] ?? 0), 0);
      if (cut === 0) throw new NotInjected('no link had a connection');
      scene.note(`${cut} connections were cut`);
    },
  },
  {
    id: 'X10.slices',
    title: 'bytes arrive one to seven at a time',
    inject: (scene) => slower(scene, { slice: scene.prng.between(1, 7) }, 6_000),
  },
  {
    id: 'X10.slow',
    title: 'every link is late and unsteady',
    inject: (scene) =>
      slower(scene, { delayMs: scene.prng.between(5, 60), jitterMs: scene.prng.between(0, 100) }, 8_000),
  },
  ...(['toServer', 'toClient'] as const).flatMap((direction) =>
    KAFKA_LINKS.map((link): Row => ({
      id: `X10.spoilt.${link}.${direction === 'toServer' ? 'sent' : 'received'}`,
      title: `bits turn over in what ${link.split('>')[0]} ${direction === 'toServer' ? 'sends to' : 'gets from'} Kafka`,
      recoverMs: 60_000,
      // Kafka's checksum covers the records and not the partition that they are for: where that is what turns over, the broker
      // keeps them in another lane, confirms that one, and the relay sends them again. Readers pass over them by their signature.
      ...(direction === 'toServer' && { mayFind: /^alien-record: .* PLACE_ELSEWHERE$/ }),
      inject: (scene) =>
        faulty(scene, [link], { corruptOneIn: scene.prng.pick([300, 3_000, 30_000]) }, 6_000, direction),
    })),
  ),
];

/** No retry storm: what lies on the topics is at most a little more than what was accepted. */
async function fewRepeats(scene: Scene): Promise<void> {
  const ratio = await scene.sentRatio();
  scene.note(`sent ${ratio.toFixed(2)} times`);
  if (ratio > MOST_ATTEMPTS) scene.fail(`the relay sent ${ratio.toFixed(2)} times what it had to`);
}

export const linkRows: readonly Row[] = [...pauses, longPause, ...answers, ...bad];
